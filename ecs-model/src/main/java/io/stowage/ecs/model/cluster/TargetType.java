package io.stowage.ecs.model.cluster;

import io.stowage.ecs.model.OpenEnum;
import java.util.List;
import java.util.Objects;

/**
 * The kind of thing that an {@link Attribute} is set on.
 *
 * <p>Open: a text that is none of the constants is kept as it was written. Two values are equal when their texts are.
 *
 * @param value the text on the wire
 */
public record TargetType(String value) implements OpenEnum {
    /** A {@link ContainerInstance}, the only kind that carries attributes. */
    public static final TargetType CONTAINER_INSTANCE = new TargetType("container-instance");

    private static final List<TargetType> KNOWN = List.of(CONTAINER_INSTANCE);

    /**
     * Takes any text.
     *
     * @throws NullPointerException if value is null
     */
    public TargetType {
        Objects.requireNonNull(value, "value");
    }

    /**
     * The values that the ECS API lists.
     *
     * @return the constants of this class in the order of the API; unmodifiable
     */
    public static List<TargetType> known() {
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
