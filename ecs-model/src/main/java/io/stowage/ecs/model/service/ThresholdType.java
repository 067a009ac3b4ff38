package io.stowage.ecs.model.service;

import io.stowage.ecs.model.OpenEnum;
import java.util.List;
import java.util.Objects;

/**
 * How the circuit breaker computes the count of failures at which it fails a deployment.
 *
 * <p>Open: a text that is none of the constants is kept as it was written. Two values are equal when their texts are.
 *
 * @param value the text on the wire
 */
public record ThresholdType(String value) implements OpenEnum {
    /** The value itself. */
    public static final ThresholdType COUNT = new ThresholdType("COUNT");

    /** The value in percent of the desired count, rounded up, but at least 3 and at most 200. */
    public static final ThresholdType BOUNDED_PERCENT = new ThresholdType("BOUNDED_PERCENT");

    /** The value in percent of the desired count, rounded up, without these bounds. */
    public static final ThresholdType UNBOUNDED_PERCENT = new ThresholdType("UNBOUNDED_PERCENT");

    private static final List<ThresholdType> KNOWN = List.of(COUNT, BOUNDED_PERCENT, UNBOUNDED_PERCENT);

    /**
     * Takes any text.
     *
     * @throws NullPointerException if value is null
     */
    public ThresholdType {
        Objects.requireNonNull(value, "value");
    }

    /**
     * The values that the ECS API lists.
     *
     * @return the constants of this class in the order of the API; unmodifiable
     */
    public static List<ThresholdType> known() {
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
