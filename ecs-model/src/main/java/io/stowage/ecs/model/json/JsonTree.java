package io.stowage.ecs.model.json;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A JSON value that knows where it stands: every node carries the offset of its first character. Binding to records starts from
 * here and not from a data-binding library because those report one fault and stop; here the whole document is at hand, so all
 * faults are reported at once, each with its place.
 *
 * <p>For documents of which only parts are structures of ECS, such as templates: {@link EcsJson#readTree} gives the whole, and
 * {@link EcsJson#bind} makes a structure of a part, or of what a caller puts in its place. Immutable.
 */
public sealed interface JsonTree {
    /**
     * The offset of the first character in the source text.
     *
     * @return UTF-16 code units from the start, counted from 0
     */
    int offset();

    /**
     * What a person calls this kind of value, with its article.
     *
     * @return for example {@code a list}
     */
    String kind();

    /**
     * The same value without places.
     *
     * @return {@code String}, {@code Number}, {@code Boolean}, {@code List}, {@code Map} or null
     */
    @Nullable
    Object plain();

    /**
     * The tree of a plain value.
     *
     * @param plain {@code String}, {@code Number}, {@code Boolean}, {@code List}, {@code Map} from {@code String}, or null
     * @return a tree whose parts all stand at the start of the text
     */
    static JsonTree ofPlain(@Nullable Object plain) {
        return ofPlain(plain, 0);
    }

    /**
     * The tree of a plain value that is meant by what is written at one place.
     *
     * @param plain {@code String}, {@code Number}, {@code Boolean}, {@code List}, {@code Map} from {@code String}, or null
     * @param offset where all its parts are said to stand
     * @return the tree
     */
    static JsonTree ofPlain(@Nullable Object plain, int offset) {
        if (plain == null) {
            return new JsonNull(offset);
        } else if (plain instanceof String text) {
            return new JsonString(offset, text);
        } else if (plain instanceof Boolean bool) {
            return new JsonBoolean(offset, bool);
        } else if (plain instanceof List<?> list) {
            return new JsonArray(
                    offset,
                    list.stream().map(element -> ofPlain(element, offset)).toList());
        } else if (plain instanceof Map<?, ?> map) {
            Map<String, Member> members = new LinkedHashMap<>();
            map.forEach((name, value) -> members.put((String) name, new Member(offset, ofPlain(value, offset))));
            return new JsonObject(offset, members);
        }
        return new JsonNumber(offset, plain.toString());
    }

    /**
     * An object; the names are unique: of duplicates, which the reader reports, the last one stands.
     *
     * @param offset where it stands
     * @param members by name, in written order; unmodifiable
     */
    record JsonObject(int offset, Map<String, Member> members) implements JsonTree {
        /** Keeps the members from being changed. */
        public JsonObject {
            members = Collections.unmodifiableMap(members);
        }

        /**
         * The value of a member.
         *
         * @param name the name as written
         * @return null if there is none
         */
        public @Nullable JsonTree get(String name) {
            Member member = members.get(name);
            return member == null ? null : member.value();
        }

        @Override
        public String kind() {
            return "an object";
        }

        @Override
        public Object plain() {
            Map<String, @Nullable Object> plain = new LinkedHashMap<>();
            members.forEach((name, member) -> plain.put(name, member.value().plain()));
            return plain;
        }
    }

    /**
     * A member of an object.
     *
     * @param nameOffset where its name stands
     * @param value its value
     */
    record Member(int nameOffset, JsonTree value) {}

    /**
     * A list.
     *
     * @param offset where it stands
     * @param elements in order; unmodifiable
     */
    record JsonArray(int offset, List<JsonTree> elements) implements JsonTree {
        /** Keeps the elements from being changed. */
        public JsonArray {
            elements = Collections.unmodifiableList(elements);
        }

        @Override
        public String kind() {
            return "a list";
        }

        @Override
        public Object plain() {
            List<@Nullable Object> plain = new ArrayList<>(elements.size());
            elements.forEach(element -> plain.add(element.plain()));
            return plain;
        }
    }

    /**
     * A string.
     *
     * @param offset where it stands, a quote before it included
     * @param text the text, unescaped
     */
    record JsonString(int offset, String text) implements JsonTree {
        @Override
        public String kind() {
            return "the string \"" + (text.length() <= 60 ? text : text.substring(0, 60) + "…") + "\"";
        }

        @Override
        public Object plain() {
            return text;
        }
    }

    /**
     * A number.
     *
     * @param offset where it stands
     * @param text its digits, as written
     */
    record JsonNumber(int offset, String text) implements JsonTree {
        /**
         * The exact value.
         *
         * @return null if its exponent is beyond what can be computed with; the reader reports such
         */
        public @Nullable BigDecimal value() {
            try {
                return new BigDecimal(text);
            } catch (NumberFormatException e) {
                return null;
            }
        }

        @Override
        public String kind() {
            return "the number " + (text.length() <= 60 ? text : text.substring(0, 60) + "…");
        }

        @Override
        public Object plain() {
            if (text.chars().allMatch(c -> c == '-' || Character.isDigit(c))) {
                BigInteger whole = new BigInteger(text);
                if (whole.bitLength() < Integer.SIZE) {
                    return whole.intValue();
                }
                if (whole.bitLength() < Long.SIZE) {
                    return whole.longValue();
                }
                return whole;
            }
            BigDecimal value = value();
            return value == null ? text : value;
        }
    }

    /**
     * True or false.
     *
     * @param offset where it stands
     * @param value which of them
     */
    record JsonBoolean(int offset, boolean value) implements JsonTree {
        @Override
        public String kind() {
            return String.valueOf(value);
        }

        @Override
        public Object plain() {
            return value;
        }
    }

    /**
     * The JSON {@code null}.
     *
     * @param offset where it stands
     */
    record JsonNull(int offset) implements JsonTree {
        @Override
        public String kind() {
            return "null";
        }

        @Override
        public @Nullable Object plain() {
            return null;
        }
    }
}
