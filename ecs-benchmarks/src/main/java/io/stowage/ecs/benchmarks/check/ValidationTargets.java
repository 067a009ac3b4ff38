package io.stowage.ecs.benchmarks.check;

import io.stowage.ecs.benchmarks.results.Measured;
import io.stowage.ecs.benchmarks.results.Sheet;

/** The target V1: 10,000 task definitions a second on one core. */
public final class ValidationTargets {
    /** What JMH runs for it. */
    public static final String BENCHMARKS = "\\.check\\.ValidationBenchmark\\.validate$";

    /** A second has this many nanoseconds for each of 10,000. */
    private static final double FOR_EACH = 100_000;

    private ValidationTargets() {}

    /** Holds the figures against the target. */
    public static void check(Sheet sheet) {
        for (Sample sample : Sample.values()) {
            sheet.atMost(
                    "V1",
                    "validate " + sample,
                    Measured.of("Stowage", "ValidationBenchmark.validate sample=" + sample),
                    FOR_EACH);
        }
    }
}
