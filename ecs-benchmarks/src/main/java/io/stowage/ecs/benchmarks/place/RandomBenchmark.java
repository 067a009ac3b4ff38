package io.stowage.ecs.benchmarks.place;

import org.openjdk.jmh.annotations.Param;

/** P6: one service that goes anywhere, where every second instance is full. */
public class RandomBenchmark extends SteadyBenchmark {
    /** How many instances there are. */
    @Param({"100", "1000", "5000", "10000", "100000"})
    public int instances = 1000;

    /** For JMH. */
    public RandomBenchmark() {}

    @Override
    Work work() {
        return Work.of(Fill.BARRED, instances, Kind.RANDOM.asks(1), new int[1]);
    }
}
