package io.stowage.ecs.model.capacity;

import io.stowage.ecs.model.OpenEnum;
import java.util.List;
import java.util.Objects;

/**
 * Whether ECS scales the Auto Scaling group of a capacity provider.
 *
 * <p>Open: a text that is none of the constants is kept as it was written. Two values are equal when their texts are.
 *
 * @param value the text on the wire
 */
public record ManagedScalingStatus(String value) implements OpenEnum {
    /** ECS sets the desired size of the group. */
    public static final ManagedScalingStatus ENABLED = new ManagedScalingStatus("ENABLED");

    /** The user scales the group. */
    public static final ManagedScalingStatus DISABLED = new ManagedScalingStatus("DISABLED");

    private static final List<ManagedScalingStatus> KNOWN = List.of(ENABLED, DISABLED);

    /**
     * Takes any text.
     *
     * @throws NullPointerException if value is null
     */
    public ManagedScalingStatus {
        Objects.requireNonNull(value, "value");
    }

    /**
     * The values that the ECS API lists.
     *
     * @return the constants of this class in the order of the API; unmodifiable
     */
    public static List<ManagedScalingStatus> known() {
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
