package io.stowage.ecs.placement.internal.index;

import java.util.Random;

/**
 * The cluster and the services of the benchmarks as an index: three zones, instances filled to a random 30 to 70 percent, 200 shapes.
 * The kind of a service is its number modulo four, unless all are to be of one kind.
 */
final class HalfFull {
    static final int SHAPES = 200;
    private static final int CPU_UNITS = 16_384;
    private static final int MEMORY_MIB = 32_768;

    /** How services ask to be placed. */
    enum Kind {
        BINPACK,
        SPREAD_BINPACK,
        MEMBER_OF,
        DISTINCT,
        SPREAD_INSTANCES,
        SPREAD_EVENLY,
        RANDOM,
        BINPACK_CPU,
        PORT,
        MIXED
    }

    final PlacementIndex index = new PlacementIndex();
    private final int services;
    private final Random random = new Random(7);
    private final int[] queuedServices;
    private final int[] queuedInstances;
    private long head;
    private long tail;
    int failed;

    private HalfFull(int instances, int services, int queue) {
        this.services = services;
        this.queuedServices = new int[queue];
        this.queuedInstances = new int[queue];
        Random fill = new Random(42);
        int[] zones = new int[instances];
        for (int i = 0; i < instances; i++) {
            zones[i] = 1 + fill.nextInt(3);
        }
        for (int i = 0; i < instances; i++) {
            double target = 0.3 + 0.4 * fill.nextDouble();
            int cpuUnits = 0;
            int memoryMib = 0;
            for (int s = fill.nextInt(SHAPES);
                    cpuUnits + cpuUnits(s) <= target * CPU_UNITS && memoryMib + memoryMib(s) <= target * MEMORY_MIB;
                    s = fill.nextInt(SHAPES)) {
                cpuUnits += cpuUnits(s);
                memoryMib += memoryMib(s);
            }
            index.register(i, new int[0], CPU_UNITS - cpuUnits, MEMORY_MIB - memoryMib);
        }
        index.addDimension(instance -> zones[instance]);
    }

    /** An index with that many services of a kind. */
    static HalfFull of(int instances, int services, Kind kind) {
        HalfFull made = new HalfFull(instances, services, 1 << 17);
        int port = made.index.addTally();
        for (int s = 0; s < services; s++) {
            made.index.addService(made.demand(s, kind == Kind.MIXED ? Kind.values()[s % 4] : kind, port));
        }
        return made;
    }

    /** Two thirds of the instances have memory and no CPU, the others CPU and no memory. */
    static HalfFull adversarial(int instances, Kind kind) {
        HalfFull made = of(instances, SHAPES, kind);
        Random fill = new Random(43);
        for (int i = 0; i < instances; i++) {
            int much = 2_048 + fill.nextInt(8_193);
            made.index.setFree(i, i % 3 < 2 ? 64 : much, i % 3 < 2 ? much : 64);
        }
        return made;
    }

    private static int cpuUnits(int service) {
        return 128 + 64 * (7 * service % 15);
    }

    private static int memoryMib(int service) {
        return 256 + 32 * (37 * service % 57);
    }

    private Demand demand(int service, Kind kind, int port) {
        Demand demand = Demand.of(cpuUnits(service), memoryMib(service), index.addTally());
        int zone = 1 + service / 4 % 3;
        return switch (kind) {
            case BINPACK -> demand.by(Demand.MEMORY);
            case SPREAD_BINPACK -> demand.by(0, Demand.MEMORY);
            case MEMBER_OF -> demand.by(Demand.MEMORY).among(instance -> index.value(instance, 0) == zone);
            case DISTINCT -> demand.by(Demand.MEMORY).distinctInstance();
            case SPREAD_INSTANCES -> demand.by(Demand.COUNT, Demand.MEMORY);
            case SPREAD_EVENLY -> demand.by(0, Demand.COUNT);
            case BINPACK_CPU -> demand.by(Demand.CPU);
            case PORT -> demand.by(0, Demand.MEMORY).exclusively(port);
            default -> demand;
        };
    }

    /** Places one task of a service that few or many ask for. */
    void place() {
        int service = (int) (Math.pow(services + 1.0, random.nextDouble()) - 1);
        int instance = index.place(service);
        if (instance == PlacementIndex.NONE) {
            failed++;
            return;
        }
        int at = (int) tail++ & queuedServices.length - 1;
        queuedServices[at] = service;
        queuedInstances[at] = instance;
    }

    /** Gives back the oldest task. */
    void release() {
        if (head < tail) {
            int at = (int) head++ & queuedServices.length - 1;
            index.release(queuedServices[at], queuedInstances[at]);
        }
    }

    /** Places that many tasks, and gives back as many when there are so many to keep. */
    void run(int tasks, int kept) {
        for (int i = 0; i < tasks; i++) {
            place();
            if (tail - head > kept) {
                release();
            }
        }
    }
}
