package io.stowage.ecs.model.capacity;

import io.stowage.ecs.model.OpenEnum;
import java.util.List;
import java.util.Objects;

/**
 * Whether burstable instance types, those of the T families, may be chosen.
 *
 * <p>Open: a text that is none of the constants is kept as it was written. Two values are equal when their texts are.
 *
 * @param value the text on the wire
 */
public record BurstablePerformance(String value) implements OpenEnum {
    /** They may. */
    public static final BurstablePerformance INCLUDED = new BurstablePerformance("included");

    /** Only they may. */
    public static final BurstablePerformance REQUIRED = new BurstablePerformance("required");

    /** They may not. */
    public static final BurstablePerformance EXCLUDED = new BurstablePerformance("excluded");

    private static final List<BurstablePerformance> KNOWN = List.of(INCLUDED, REQUIRED, EXCLUDED);

    /**
     * Takes any text.
     *
     * @throws NullPointerException if value is null
     */
    public BurstablePerformance {
        Objects.requireNonNull(value, "value");
    }

    /**
     * The values that the ECS API lists.
     *
     * @return the constants of this class in the order of the API; unmodifiable
     */
    public static List<BurstablePerformance> known() {
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
