package io.stowage.ecs.benchmarks.place;

import org.openjdk.jmh.annotations.Param;

/** P1: one service that packs. */
public class BinpackBenchmark extends SteadyBenchmark {
    /** By which resource. */
    @Param({"BINPACK_MEMORY", "BINPACK_CPU"})
    public Kind kind = Kind.BINPACK_MEMORY;

    /** How many instances there are. */
    @Param({"100", "1000", "5000", "10000", "100000"})
    public int instances = 1000;

    /** For JMH. */
    public BinpackBenchmark() {}

    @Override
    Work work() {
        return Work.ofOne(kind, instances);
    }
}
