package io.stowage.ecs.placement.internal.index;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The services by their numbers. A service is made ready when it is used first. What the parent of a fork has found out until then, its
 * chain and what the classes have answered, is shared.
 */
final class Services {
    /** So many different chains are known again; services of others have one each. */
    private static final int MOST_ALIKE = 16;

    private final PlacementIndex index;
    private final List<Chain> alike = new ArrayList<>();
    /** What services ask for, tests apart: those may hold on to whoever made them. */
    private @Nullable Demand[] asked;

    /** The same with tests; null as long as a fork has been given none. */
    private @Nullable Demand[] demands;

    private @Nullable Chain[] chains;
    private @Nullable Cells[] cells;
    private @Nullable Service[] ready;
    /** Where services stand that have been made ready before they had tests. */
    private @Nullable Service[] untested;

    private int count;

    Services(PlacementIndex index) {
        this.index = index;
        this.asked = new Demand[4];
        this.demands = new Demand[4];
        this.chains = new Chain[4];
        this.cells = new Cells[4];
        this.ready = new Service[4];
        this.untested = new Service[4];
    }

    /** The services of a fork, with the tests of the parent or none yet. */
    Services(PlacementIndex index, Services from, boolean withTests) {
        this.index = index;
        this.asked = from.asked.clone();
        this.demands = withTests ? from.demands.clone() : new Demand[asked.length];
        this.chains = from.chains.clone();
        this.cells = from.cells.clone();
        this.ready = new Service[asked.length];
        this.untested = new Service[asked.length];
        this.count = from.count;
    }

    int add(Demand demand) {
        if (count == asked.length) {
            asked = Arrays.copyOf(asked, count * 2);
            demands = Arrays.copyOf(demands, count * 2);
            chains = Arrays.copyOf(chains, count * 2);
            cells = Arrays.copyOf(cells, count * 2);
            ready = Arrays.copyOf(ready, count * 2);
            untested = Arrays.copyOf(untested, count * 2);
        }
        asked[count] = demand.withoutTests();
        demands[count] = demand;
        return count++;
    }

    void removeAll() {
        Arrays.fill(asked, null);
        Arrays.fill(demands, null);
        Arrays.fill(chains, null);
        Arrays.fill(cells, null);
        Arrays.fill(ready, null);
        Arrays.fill(untested, null);
        alike.clear();
        count = 0;
    }

    Service get(int number) {
        Service service = ready[number];
        return service != null ? service : makeReady(number);
    }

    private Service makeReady(int number) {
        Demand demand = demands[number];
        if (demand == null) {
            throw new IllegalArgumentException("there is no service " + number + ", or it has no tests yet");
        }
        Service service = make(number, demand);
        ready[number] = service;
        return service;
    }

    /** A service of a fork, which need not have its tests yet. */
    Service inherited(int number) {
        if (demands[number] != null) {
            return get(number);
        }
        Service service = make(number, Objects.requireNonNull(asked[number]));
        untested[number] = service;
        return service;
    }

    private Service make(int number, Demand demand) {
        Chain chain = chains[number];
        if (chain == null) {
            chain = known(new Chain(demand, index));
            chains[number] = chain;
        }
        Cells known = cells[number];
        if (known == null) {
            known = new Cells(chain.leading, index.owner());
            cells[number] = known;
        }
        return new Service(number, demand, chain, known);
    }

    /** Most services compare what others do: one chain serves all of them. */
    private Chain known(Chain made) {
        for (int i = 0; i < alike.size(); i++) {
            if (alike.get(i).isAlike(made)) {
                return alike.get(i);
            }
        }
        if (alike.size() < MOST_ALIKE) {
            alike.add(made);
        }
        return made;
    }

    boolean hasTests(int number) {
        return demands[number] != null;
    }

    /** Gives a service tests, which answer what those of the parent do. */
    void retest(int number, InstanceTest classes, @Nullable InstanceTest test) {
        Demand demand = Objects.requireNonNull(asked[number]).among(classes);
        demand = test == null ? demand : demand.testing(test);
        demands[number] = demand;
        Service service = ready[number] == null ? untested[number] : ready[number];
        if (service != null) {
            service.demand = demand;
            ready[number] = service;
            untested[number] = null;
        }
    }

    /** What has been asked of classes for a service stands elsewhere now. */
    void keep(int number, Cells now) {
        cells[number] = now;
    }

    /** The classes are others. */
    void forgetClasses() {
        for (int i = 0; i < count; i++) {
            cells[i] = null;
            forgetClasses(ready[i]);
            forgetClasses(untested[i]);
        }
    }

    private void forgetClasses(@Nullable Service service) {
        if (service != null) {
            cells[service.number] = service.forgetClasses(index.owner());
        }
    }
}
