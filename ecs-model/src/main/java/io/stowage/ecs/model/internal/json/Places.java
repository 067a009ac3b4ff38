package io.stowage.ecs.model.internal.json;

import io.stowage.ecs.model.diagnostic.SourceText;
import io.stowage.ecs.model.json.JsonTree;
import io.stowage.ecs.model.json.JsonTree.JsonArray;
import io.stowage.ecs.model.json.JsonTree.JsonObject;
import io.stowage.ecs.model.json.JsonTree.JsonString;
import io.stowage.ecs.model.json.JsonTree.Member;
import org.jspecify.annotations.Nullable;

/** Finds the parts of a value in the text it was read from. */
public final class Places {
    private final SourceText source;
    private final @Nullable JsonTree root;
    private final Origins origins;

    /** The root is where the value stands; null if there is none. */
    Places(SourceText source, @Nullable JsonTree root, Origins origins) {
        this.source = source;
        this.root = root;
        this.origins = origins;
    }

    /** The places of a text that holds nothing. */
    public static Places none(SourceText source) {
        return new Places(source, null, new Origins());
    }

    /** The offset of the part, or of the nearest one around it. */
    public int offset(String pointer) {
        JsonTree part = part(pointer);
        return part == null ? 0 : part.offset();
    }

    /** The offset of a character of the string at the pointer. */
    public int offset(String pointer, int index) {
        JsonTree part = part(pointer);
        if (part == null) {
            return 0;
        }
        return part instanceof JsonString string ? insideString(string, index) : part.offset();
    }

    /** The pointer with the names and indexes that the document has; what is absent gets the letter case of what is around it. */
    public String writtenPointer(String pointer) {
        requirePointer(pointer);
        if (root == null || pointer.isEmpty()) {
            return pointer;
        }
        StringBuilder written = new StringBuilder();
        JsonTree at = root;
        boolean pascal = false;
        for (String step : pointer.substring(1).split("/", -1)) {
            String name = step.replace("~1", "/").replace("~0", "~");
            JsonTree next = at == null ? null : step(at, name);
            String shown = name;
            if (at instanceof JsonObject object) {
                String known = origins.writtenName(object, name);
                pascal |= !known.equals(name);
                shown = next == null && pascal ? capitalized(name) : known;
            } else if (at instanceof JsonArray array && next != null) {
                shown = String.valueOf(indexOf(array, next));
            } else if (at == null && pascal) {
                shown = capitalized(name);
            }
            written.append('/').append(shown.replace("~", "~0").replace("/", "~1"));
            at = next;
        }
        return written.toString();
    }

    private static int indexOf(JsonArray array, JsonTree element) {
        for (int i = 0; i < array.elements().size(); i++) {
            if (array.elements().get(i) == element) {
                return i;
            }
        }
        throw new IllegalArgumentException("the element is in another list");
    }

    private static String capitalized(String name) {
        return name.isEmpty() ? name : Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    private static void requirePointer(String pointer) {
        if (!pointer.isEmpty() && pointer.charAt(0) != '/') {
            throw new IllegalArgumentException("a JSON pointer begins with a slash: " + pointer);
        }
    }

    private @Nullable JsonTree part(String pointer) {
        requirePointer(pointer);
        JsonTree at = root;
        if (at == null || pointer.isEmpty()) {
            return at;
        }
        for (String step : pointer.substring(1).split("/", -1)) {
            JsonTree next = step(at, step.replace("~1", "/").replace("~0", "~"));
            if (next == null) {
                return at;
            }
            at = next;
        }
        return at;
    }

    private @Nullable JsonTree step(JsonTree at, String step) {
        if (at instanceof JsonObject object) {
            Member member = object.members().get(origins.writtenName(object, step));
            return member == null ? null : member.value();
        }
        if (at instanceof JsonArray array && step.matches("[0-9]{1,9}")) {
            return array.elements().stream()
                    .filter(element -> !origins.isLeftOut(element))
                    .skip(Integer.parseInt(step))
                    .findFirst()
                    .orElse(null);
        }
        return null;
    }

    private int insideString(JsonString string, int index) {
        String text = source.text();
        int within = Math.min(index, string.text().length());
        boolean quoted = string.offset() < text.length() && text.charAt(string.offset()) == '"';
        int at = quoted ? afterEscapes(string.offset() + 1, within) : alongside(string, within);
        return Math.min(at, text.length());
    }

    /** Walks the raw text: an escape is two characters, or six for a code unit written in hexadecimal. */
    private int afterEscapes(int start, int count) {
        String text = source.text();
        int at = start;
        for (int i = 0; i < count && at < text.length(); i++) {
            if (text.charAt(at) == '\\') {
                at += at + 1 < text.length() && text.charAt(at + 1) == 'u' ? 6 : 2;
            } else {
                at++;
            }
        }
        return at;
    }

    /**
     * Walks the value and the raw text side by side, for the other ways in which YAML writes a string: raw characters that are
     * not in the value are the indicator of a block with its line, indentation, folded line ends and doubled quotes.
     */
    private int alongside(JsonString string, int index) {
        String raw = source.text();
        String value = string.text();
        int at = string.offset();
        if (at < raw.length() && (raw.charAt(at) == '|' || raw.charAt(at) == '>')) {
            at = Math.max(at, raw.indexOf('\n', at) + 1);
        } else if (at < raw.length() && raw.charAt(at) == '\'') {
            at++;
        }
        for (int i = 0; i < value.length() && at < raw.length(); i++) {
            char wanted = value.charAt(i);
            boolean folded = wanted == ' ' && Character.isWhitespace(raw.charAt(at));
            while (!folded && at < raw.length() - 1 && raw.charAt(at) != wanted) {
                at++;
            }
            if (i == index) {
                return at;
            }
            at += wanted == '\'' && raw.startsWith("''", at) ? 2 : 1;
        }
        return at;
    }
}
