package io.stowage.ecs.benchmarks.place;

/** What runs on a cluster before the tasks of a workload come. */
public enum Fill {
    /** Nothing. */
    EMPTY,
    /** Random tasks on each instance, until the next would pass 30 to 70 percent of either resource. */
    HALF,
    /** The same until the next would pass 95 percent. */
    PACKED,
    /** As {@link #HALF}, but every second instance has 64 CPU units left, which is enough for no task. */
    BARRED,
    /**
     * Two of three instances have 64 CPU units and 2 to 10 GiB left, the third has 64 MiB and 2 to 10 Ki CPU units: the worst for any
     * order by one resource. No task fits anywhere, so all that is left of an operation is to find that out.
     */
    ANTI,
    /** As {@link #ANTI}, but every hundredth instance is empty: tasks fit there, behind everything that has to be passed over. */
    ANTI_FEW
}
