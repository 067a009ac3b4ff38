package io.stowage.ecs.model.deployment;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Percentages without floating point where the API gives whole numbers, and in exact tenths where it gives doubles. */
final class Percent {
    private Percent() {}

    /** A share of a count, rounded up. */
    static long ceiling(int count, int percent) {
        return ((long) count * percent + 99) / 100;
    }

    /** A share of a count by a percentage as the API writes it, rounded up: 33.4 is exactly 33.4 and not the double next to it. */
    static long ceiling(int count, double percent) {
        return BigDecimal.valueOf(percent)
                .multiply(BigDecimal.valueOf(count))
                .movePointLeft(2)
                .setScale(0, RoundingMode.CEILING)
                .longValueExact();
    }

    /** A percentage in tenths. */
    static int tenths(double percent) {
        return BigDecimal.valueOf(percent)
                .movePointRight(1)
                .setScale(0, RoundingMode.HALF_UP)
                .intValueExact();
    }
}
