package io.stowage.ecs.model.internal.json;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A JSON value that knows where it stands: every node carries the offset of its first character. Binding to records starts from
 * here and not from a data-binding library because those report one fault and stop; here the whole document is at hand, so all
 * faults are reported at once, each with its place.
 */
public sealed interface JsonTree {
    /** The offset of the first character in the source text. */
    int offset();

    /** What a person calls this kind of value, with its article. */
    String kind();

    /** The same value without places, as {@code EcsStructure.otherMembers()} holds it. */
    @Nullable
    Object plain();

    /** The tree of a plain value, without places. */
    static JsonTree ofPlain(@Nullable Object plain) {
        if (plain == null) {
            return new JsonNull(0);
        } else if (plain instanceof String text) {
            return new JsonString(0, text);
        } else if (plain instanceof Boolean bool) {
            return new JsonBoolean(0, bool);
        } else if (plain instanceof List<?> list) {
            return new JsonArray(0, list.stream().map(JsonTree::ofPlain).toList());
        } else if (plain instanceof Map<?, ?> map) {
            Map<String, Member> members = new LinkedHashMap<>();
            map.forEach((name, value) -> members.put((String) name, new Member(0, ofPlain(value))));
            return new JsonObject(0, members);
        }
        return new JsonNumber(0, plain.toString());
    }

    /** An object; the names are unique: of duplicates, which the reader reports, the last one stands. */
    record JsonObject(int offset, Map<String, Member> members) implements JsonTree {
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

    /** A member: where its name stands, and its value. */
    record Member(int nameOffset, JsonTree value) {}

    /** A list. */
    record JsonArray(int offset, List<JsonTree> elements) implements JsonTree {
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

    /** A string, unescaped. */
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

    /** A number, as written. */
    record JsonNumber(int offset, String text) implements JsonTree {
        /** The exact value, or null if its exponent is beyond what can be computed with; the reader reports such. */
        @Nullable
        BigDecimal value() {
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

    /** True or false. */
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

    /** The JSON {@code null}. */
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
