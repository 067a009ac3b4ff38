package io.stowage.ecs.model.internal.json;

import org.jspecify.annotations.Nullable;

/**
 * A JSON pointer (RFC 6901) that grows as a walk descends: a link to the parent and one step, so that nothing is built until a
 * finding needs the text.
 */
public record Pointer(@Nullable Pointer parent, String step) {
    /** The whole document. */
    public static final Pointer ROOT = new Pointer(null, "");

    /** The member of that name. */
    public Pointer member(String name) {
        return new Pointer(this, name);
    }

    /** The element at that index. */
    public Pointer element(int index) {
        return new Pointer(this, Integer.toString(index));
    }

    @Override
    public String toString() {
        return parent == null ? "" : parent + "/" + step.replace("~", "~0").replace("/", "~1");
    }
}
