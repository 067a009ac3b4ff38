package io.stowage.ecs.benchmarks.place;

/** What the tasks of a {@link Batch} ask for. */
public enum BatchWork {
    /** The fullest instance. */
    BINPACK(Kind.BINPACK_MEMORY, 200),
    /**
     * A zone by name, then the fullest instance. Each service is drawn as often as the others: by the common stream half of the tasks would
     * want one zone, and seven would find no room there on a hundred instances.
     */
    ATTR(Kind.MEMBER_OF, 200),
    /** The zone with the fewest tasks of the service, then the fullest instance. */
    BALANCED(Kind.SPREAD_ZONE, 200),
    /** The same, and all tasks are of one service. */
    BALANCED_ONE(Kind.SPREAD_ZONE, 1),
    /** By the number of the service: the fullest instance, balanced zones, a zone by name, an instance without another task of it. */
    MIXED(Kind.MIXED, 200);

    private final Kind kind;
    private final int services;

    BatchWork(Kind kind, int services) {
        this.kind = kind;
        this.services = services;
    }

    Kind kind() {
        return kind;
    }

    int services() {
        return services;
    }

    /** The service of each task. */
    int[] stream() {
        return this == ATTR ? Streams.uniform(services) : Streams.zipf(services);
    }
}
