package io.stowage.ecs.placement.internal.index;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The services by their numbers. A fork has the same demands, and makes them ready for itself when they are used. */
final class Services {
    private final PlacementIndex index;
    private @Nullable Demand[] demands;
    private @Nullable Service[] ready;
    private int count;

    Services(PlacementIndex index) {
        this.index = index;
        this.demands = new Demand[4];
        this.ready = new Service[4];
    }

    /** The services of a fork. */
    Services(PlacementIndex index, Services from) {
        this.index = index;
        this.demands = from.demands.clone();
        this.ready = new Service[demands.length];
        this.count = from.count;
    }

    int add(Demand demand) {
        if (count == demands.length) {
            demands = Arrays.copyOf(demands, count * 2);
            ready = Arrays.copyOf(ready, count * 2);
        }
        demands[count] = demand;
        return count++;
    }

    void removeAll() {
        Arrays.fill(demands, null);
        Arrays.fill(ready, null);
        count = 0;
    }

    Service get(int number) {
        Service service = ready[number];
        if (service == null) {
            Demand demand = demands[number];
            if (demand == null) {
                throw new IllegalArgumentException("there is no service " + number);
            }
            service = new Service(demand, index);
            ready[number] = service;
        }
        return service;
    }

    /** The classes are others. */
    void forgetClasses() {
        for (int i = 0; i < count; i++) {
            Service service = ready[i];
            if (service != null) {
                service.forgetClasses();
            }
        }
    }
}
