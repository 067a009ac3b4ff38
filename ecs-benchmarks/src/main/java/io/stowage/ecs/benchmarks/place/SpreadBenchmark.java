package io.stowage.ecs.benchmarks.place;

import org.openjdk.jmh.annotations.Param;

/** P2: one service that spreads over zones, then packs. */
public class SpreadBenchmark extends SteadyBenchmark {
    /** How many instances there are. */
    @Param({"100", "1000", "5000", "10000", "100000"})
    public int instances = 1000;

    /** For JMH. */
    public SpreadBenchmark() {}

    @Override
    Work work() {
        return Work.ofOne(Kind.SPREAD_ZONE, instances);
    }
}
