package io.stowage.ecs.benchmarks.place;

import org.openjdk.jmh.annotations.Param;

/** P9: as P7, where nearly everything is full. */
public class PackedBenchmark extends SteadyBenchmark {
    /** How many instances there are. */
    @Param({"100", "1000", "5000", "10000", "100000"})
    public int instances = 1000;

    /** For JMH. */
    public PackedBenchmark() {}

    @Override
    Work work() {
        return Work.ofMany(Fill.PACKED, Kind.MIXED, instances);
    }
}
