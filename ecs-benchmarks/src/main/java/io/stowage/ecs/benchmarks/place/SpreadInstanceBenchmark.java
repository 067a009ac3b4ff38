package io.stowage.ecs.benchmarks.place;

import org.openjdk.jmh.annotations.Param;

/** P3: one service that spreads over instances. */
public class SpreadInstanceBenchmark extends SteadyBenchmark {
    /** With what before or behind. */
    @Param({"SPREAD_INSTANCE", "SPREAD_ZONE_INSTANCE"})
    public Kind kind = Kind.SPREAD_INSTANCE;

    /** How many tasks the service has, as far as they fit. */
    @Param({"1", "10", "5000"})
    public int tasks = 10;

    /** How many instances there are. */
    @Param({"100", "1000", "5000", "10000", "100000"})
    public int instances = 1000;

    /** For JMH. */
    public SpreadInstanceBenchmark() {}

    @Override
    Work work() {
        return Work.ofOne(kind, instances).withTasks(tasks);
    }
}
