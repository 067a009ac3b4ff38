package io.stowage.ecs.model.internal.json;

import io.stowage.ecs.model.diagnostic.SourceText;
import io.stowage.ecs.model.internal.json.JsonTree.JsonArray;
import io.stowage.ecs.model.internal.json.JsonTree.JsonObject;
import io.stowage.ecs.model.internal.json.JsonTree.JsonString;
import io.stowage.ecs.model.internal.json.JsonTree.Member;
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

    private @Nullable JsonTree part(String pointer) {
        if (!pointer.isEmpty() && pointer.charAt(0) != '/') {
            throw new IllegalArgumentException("a JSON pointer begins with a slash: " + pointer);
        }
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

    /** Walks the raw text: an escape is two characters, or six for a code unit written in hexadecimal. */
    private int insideString(JsonString string, int index) {
        String text = source.text();
        int at = string.offset() + 1;
        for (int i = 0; i < Math.min(index, string.text().length()) && at < text.length(); i++) {
            if (text.charAt(at) == '\\') {
                at += at + 1 < text.length() && text.charAt(at + 1) == 'u' ? 6 : 2;
            } else {
                at++;
            }
        }
        return Math.min(at, text.length());
    }
}
