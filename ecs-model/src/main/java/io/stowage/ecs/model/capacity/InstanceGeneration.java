package io.stowage.ecs.model.capacity;

import io.stowage.ecs.model.OpenEnum;
import java.util.List;
import java.util.Objects;

/**
 * Whether an instance type is of a generation that EC2 still recommends.
 *
 * <p>Open: a text that is none of the constants is kept as it was written. Two values are equal when their texts are.
 *
 * @param value the text on the wire
 */
public record InstanceGeneration(String value) implements OpenEnum {
    /** Current generation types. */
    public static final InstanceGeneration CURRENT = new InstanceGeneration("current");

    /** Previous generation types. */
    public static final InstanceGeneration PREVIOUS = new InstanceGeneration("previous");

    private static final List<InstanceGeneration> KNOWN = List.of(CURRENT, PREVIOUS);

    /**
     * Takes any text.
     *
     * @throws NullPointerException if value is null
     */
    public InstanceGeneration {
        Objects.requireNonNull(value, "value");
    }

    /**
     * The values that the ECS API lists.
     *
     * @return the constants of this class in the order of the API; unmodifiable
     */
    public static List<InstanceGeneration> known() {
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
