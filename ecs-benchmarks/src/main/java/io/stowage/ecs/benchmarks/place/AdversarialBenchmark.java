package io.stowage.ecs.benchmarks.place;

import org.openjdk.jmh.annotations.Param;

/** P10: two hundred services where much has to be passed over. */
public class AdversarialBenchmark extends SteadyBenchmark {
    /** How the services ask to be placed. */
    @Param({"BINPACK_MEMORY", "SPREAD_ZONE", "DISTINCT"})
    public Kind kind = Kind.BINPACK_MEMORY;

    /** How the cluster is filled. */
    @Param({"ANTI", "ANTI_FEW"})
    public Fill fill = Fill.ANTI;

    /** How many instances there are. */
    @Param({"1000", "10000", "100000"})
    public int instances = 1000;

    /** For JMH. */
    public AdversarialBenchmark() {}

    @Override
    Work work() {
        return Work.ofMany(fill, kind, instances);
    }
}
