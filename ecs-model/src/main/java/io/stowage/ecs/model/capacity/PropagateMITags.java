package io.stowage.ecs.model.capacity;

import io.stowage.ecs.model.OpenEnum;
import java.util.List;
import java.util.Objects;

/**
 * From where the instances of a Managed Instances capacity provider get tags when they are launched.
 *
 * <p>Open: a text that is none of the constants is kept as it was written. Two values are equal when their texts are.
 *
 * @param value the text on the wire
 */
public record PropagateMITags(String value) implements OpenEnum {
    /** From the capacity provider. */
    public static final PropagateMITags CAPACITY_PROVIDER = new PropagateMITags("CAPACITY_PROVIDER");

    /** From nowhere. */
    public static final PropagateMITags NONE = new PropagateMITags("NONE");

    private static final List<PropagateMITags> KNOWN = List.of(CAPACITY_PROVIDER, NONE);

    /**
     * Takes any text.
     *
     * @throws NullPointerException if value is null
     */
    public PropagateMITags {
        Objects.requireNonNull(value, "value");
    }

    /**
     * The values that the ECS API lists.
     *
     * @return the constants of this class in the order of the API; unmodifiable
     */
    public static List<PropagateMITags> known() {
        return KNOWN;
    }

    @Override
    public boolean isKnown() {
        return KNOWN.contains(this);
    }

    /** The text on the wire. */
    @Override
    public String toString() {
        return value;
    }
}
