package io.stowage.ecs.placement.internal.index;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The services by their numbers. A service is made ready when it is used first. What a fork has then found out already, its chain and what
 * the classes have answered, is shared.
 */
final class Services {
    private final PlacementIndex index;
    private @Nullable Demand[] demands;
    private @Nullable Chain[] chains;
    private @Nullable Cells[] cells;
    private @Nullable Service[] ready;
    private int count;

    Services(PlacementIndex index) {
        this.index = index;
        this.demands = new Demand[4];
        this.chains = new Chain[4];
        this.cells = new Cells[4];
        this.ready = new Service[4];
    }

    /** The services of a fork. */
    Services(PlacementIndex index, Services from) {
        this.index = index;
        this.demands = from.demands.clone();
        this.chains = from.chains.clone();
        this.cells = from.cells.clone();
        this.ready = new Service[demands.length];
        this.count = from.count;
    }

    int add(Demand demand) {
        if (count == demands.length) {
            demands = Arrays.copyOf(demands, count * 2);
            chains = Arrays.copyOf(chains, count * 2);
            cells = Arrays.copyOf(cells, count * 2);
            ready = Arrays.copyOf(ready, count * 2);
        }
        demands[count] = demand;
        return count++;
    }

    void removeAll() {
        Arrays.fill(demands, null);
        Arrays.fill(chains, null);
        Arrays.fill(cells, null);
        Arrays.fill(ready, null);
        count = 0;
    }

    Service get(int number) {
        Service service = ready[number];
        return service != null ? service : make(number);
    }

    private Service make(int number) {
        Demand demand = demands[number];
        if (demand == null) {
            throw new IllegalArgumentException("there is no service " + number);
        }
        Chain chain = chains[number];
        if (chain == null) {
            chain = new Chain(demand, index);
            chains[number] = chain;
        }
        Cells known = cells[number];
        if (known == null) {
            known = new Cells(chain.leading, index.owner());
            cells[number] = known;
        }
        Service service = new Service(number, demand, chain, known);
        ready[number] = service;
        return service;
    }

    /** Gives a service other tests, which answer what those before did. */
    void retest(int number, InstanceTest classes, @Nullable InstanceTest test) {
        Demand demand = get(number).demand.among(classes);
        demand = test == null ? demand : demand.testing(test);
        demands[number] = demand;
        get(number).demand = demand;
    }

    /** What has been asked of classes for a service stands elsewhere now. */
    void keep(int number, Cells now) {
        cells[number] = now;
    }

    /** The classes are others. */
    void forgetClasses() {
        for (int i = 0; i < count; i++) {
            Chain chain = chains[i];
            cells[i] = null;
            Service service = ready[i];
            if (service != null && chain != null) {
                Cells fresh = new Cells(chain.leading, index.owner());
                cells[i] = fresh;
                service.forgetClasses(fresh);
            }
        }
    }
}
