package io.stowage.ecs.benchmarks.place;

import org.openjdk.jmh.annotations.Param;

/** P7: two hundred services of four kinds. */
public class MixedBenchmark extends SteadyBenchmark {
    /** How many instances there are. */
    @Param({"100", "1000", "5000", "10000", "100000"})
    public int instances = 1000;

    /** For JMH. */
    public MixedBenchmark() {}

    @Override
    Work work() {
        return Work.ofMany(Fill.HALF, Kind.MIXED, instances);
    }
}
