package io.stowage.ecs.model.service;

import io.stowage.ecs.model.OpenEnum;
import java.util.List;
import java.util.Objects;

/**
 * Whether a {@link TaskSet} has settled.
 *
 * <p>Open: a text that is none of the constants is kept as it was written. Two values are equal when their texts are.
 *
 * @param value the text on the wire
 */
public record StabilityStatus(String value) implements OpenEnum {
    /** It runs its computed desired count, nothing is pending or on a {@code DRAINING} instance, and all tasks are healthy. */
    public static final StabilityStatus STEADY_STATE = new StabilityStatus("STEADY_STATE");

    /** One of these conditions is not met yet. */
    public static final StabilityStatus STABILIZING = new StabilityStatus("STABILIZING");

    private static final List<StabilityStatus> KNOWN = List.of(STEADY_STATE, STABILIZING);

    /**
     * Takes any text.
     *
     * @throws NullPointerException if value is null
     */
    public StabilityStatus {
        Objects.requireNonNull(value, "value");
    }

    /**
     * The values that the ECS API lists.
     *
     * @return the constants of this class in the order of the API; unmodifiable
     */
    public static List<StabilityStatus> known() {
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
