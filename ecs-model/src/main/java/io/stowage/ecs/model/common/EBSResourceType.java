package io.stowage.ecs.model.common;

import io.stowage.ecs.model.OpenEnum;
import java.util.List;
import java.util.Objects;

/**
 * What the tags of an {@link EBSTagSpecification} are put on.
 *
 * <p>Open: a text that is none of the constants is kept as it was written. Two values are equal when their texts are.
 *
 * @param value the text on the wire
 */
public record EBSResourceType(String value) implements OpenEnum {
    /** The EBS volume, the only kind there is. */
    public static final EBSResourceType VOLUME = new EBSResourceType("volume");

    private static final List<EBSResourceType> KNOWN = List.of(VOLUME);

    /**
     * Takes any text.
     *
     * @throws NullPointerException if value is null
     */
    public EBSResourceType {
        Objects.requireNonNull(value, "value");
    }

    /**
     * The values that the ECS API lists.
     *
     * @return the constants of this class in the order of the API; unmodifiable
     */
    public static List<EBSResourceType> known() {
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
