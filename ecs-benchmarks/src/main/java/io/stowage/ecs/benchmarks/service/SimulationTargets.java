package io.stowage.ecs.benchmarks.service;

import io.stowage.ecs.benchmarks.results.Measured;
import io.stowage.ecs.benchmarks.results.Sheet;

/** The targets S1 and S2: a day in less than 2 s, and one of a large cluster in less than 60 s. */
public final class SimulationTargets {
    /** What JMH runs for them. */
    public static final String BENCHMARKS = "\\.service\\.";

    static final String SMALL = "200x50";
    static final String LARGE = "5000x1000";

    private SimulationTargets() {}

    /** Holds the figures against the targets. */
    public static void check(Sheet sheet) {
        sheet.atMost(
                "S1", "a day of one-minute ticks, 200 instances, 50 services, two capacity providers", day(SMALL), 2e9);
        sheet.atMost("S2", "24 h, 5,000 instances, 1,000 services", day(LARGE), 60e9);
    }

    private static Measured day(String size) {
        return Measured.of("Stowage", "SimulationBenchmark.day size=" + size);
    }
}
