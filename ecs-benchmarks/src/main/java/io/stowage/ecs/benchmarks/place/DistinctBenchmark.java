package io.stowage.ecs.benchmarks.place;

import org.openjdk.jmh.annotations.Param;

/** P4: one service with one task on an instance at most. */
public class DistinctBenchmark extends SteadyBenchmark {
    /** How many tasks the service has. */
    @Param({"10", "1000", "5000"})
    public int tasks = 10;

    /** How many instances there are. */
    @Param({"10000", "100000"})
    public int instances = 10_000;

    /** For JMH. */
    public DistinctBenchmark() {}

    @Override
    Work work() {
        return Work.ofOne(Kind.DISTINCT, instances).withTasks(tasks);
    }
}
