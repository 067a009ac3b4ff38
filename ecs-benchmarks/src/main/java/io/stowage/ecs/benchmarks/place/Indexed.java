package io.stowage.ecs.benchmarks.place;

import io.stowage.ecs.placement.internal.index.Demand;
import io.stowage.ecs.placement.internal.index.PlacementIndex;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.IntUnaryOperator;

/** The engine by its handles: the index, used as the engine uses it. */
final class Indexed implements Placing {
    /** Where services that choose by lot begin to draw. */
    private static final long SEED = 11;

    final PlacementIndex index;

    private final List<Ask> asks;
    private final int[] services;
    private final int[] tallies;
    private final boolean[] byLot;
    private final IntUnaryOperator random;

    /** An index that is ready: orders are built, services are known. */
    Indexed(Columns columns, List<Ask> asks) {
        this(instances(columns), columns, asks);
    }

    private Indexed(PlacementIndex index, Columns columns, List<Ask> asks) {
        this.index = index;
        this.asks = asks;
        this.services = new int[asks.size()];
        this.tallies = new int[asks.size()];
        this.byLot = new boolean[asks.size()];
        this.random = new Random(SEED)::nextInt;
        boolean zones = asks.stream().anyMatch(ask -> ask.order().byZone() || ask.zones() != Ask.ALL_ZONES);
        boolean types = asks.stream().anyMatch(ask -> ask.types() != Ask.ALL_TYPES);
        int zone = zones ? index.addDimension(instance -> 1 + columns.zone[instance]) : PlacementIndex.NONE;
        if (types) {
            index.addDimension(instance -> 1 + columns.type[instance]);
        }
        for (int i = 0; i < services.length; i++) {
            Ask ask = asks.get(i);
            tallies[i] = index.addTally();
            byLot[i] = ask.order() == Ask.Order.LOT;
            services[i] = index.addService(demand(ask, tallies[i], zone, columns));
        }
    }

    private Indexed(Indexed from) {
        this.index = from.index.fork();
        this.asks = from.asks;
        this.services = from.services;
        this.tallies = from.tallies;
        this.byLot = from.byLot;
        this.random = from.random;
    }

    /** The same, going its own way from here on. */
    Indexed fork() {
        return new Indexed(this);
    }

    static PlacementIndex instances(Columns columns) {
        PlacementIndex index = new PlacementIndex();
        int[] values = {};
        for (int i = 0; i < columns.instances(); i++) {
            index.register(i, values, columns.cpuUnits[i], columns.memoryMib[i]);
        }
        return index;
    }

    private Demand demand(Ask ask, int tally, int zone, Columns columns) {
        Demand demand = Demand.of(ask.cpuUnits(), ask.memoryMib(), tally).by(chain(ask.order(), zone));
        if (!ask.isAnywhere()) {
            demand = demand.among(instance -> ask.allows(columns.zone[instance], columns.type[instance]));
        }
        if (ask.distinct()) {
            demand = demand.distinctInstance();
        }
        return ask.port() ? demand.exclusively(index.addTally()) : demand;
    }

    private static int[] chain(Ask.Order order, int zone) {
        return switch (order) {
            case MEMORY -> new int[] {Demand.MEMORY};
            case CPU -> new int[] {Demand.CPU};
            case ZONE_MEMORY -> new int[] {zone, Demand.MEMORY};
            case COUNT_MEMORY -> new int[] {Demand.COUNT, Demand.MEMORY};
            case ZONE_COUNT -> new int[] {zone, Demand.COUNT};
            case LOT -> new int[] {};
        };
    }

    @Override
    public int place(int service) {
        return byLot[service] ? draw(service) : index.place(services[service]);
    }

    /** Places many tasks of a service in one call; how many there was room for. */
    int placeAll(int service, int tasks, int[] instances) {
        return index.place(services[service], tasks, instances);
    }

    /** The same for tasks that are gone. */
    void releaseAll(int service, int tasks, int[] instances) {
        index.release(services[service], instances, tasks);
    }

    private int draw(int service) {
        int instance = index.draw(services[service], random);
        if (instance != NONE) {
            book(asks.get(service), instance);
            count(service, instance);
        }
        return instance;
    }

    /** Takes what a task needs from what is left of an instance; counts it nowhere. */
    void book(Ask ask, int instance) {
        index.setFree(
                instance,
                index.freeCpuUnits(instance) - ask.cpuUnits(),
                index.freeMemoryMib(instance) - ask.memoryMib());
    }

    /** Counts a task of a service on an instance. */
    void count(int service, int instance) {
        index.count(tallies[service], instance, 1);
    }

    @Override
    public void release(int service, int instance) {
        index.release(services[service], instance);
    }

    /** For messages. */
    @Override
    public String toString() {
        return "index of " + index.instances() + " instances, services " + Arrays.toString(services);
    }
}
