package io.stowage.ecs.placement.internal.index;

import java.util.Arrays;
import java.util.function.IntConsumer;
import java.util.function.IntUnaryOperator;

/** Draws one of the instances that are equal in a chain, each as likely as the others. */
final class Lottery {
    /** How often an instance of the cluster is drawn before the equal ones are listed. */
    private static final int ATTEMPTS = 64;

    private final PlacementIndex index;
    private int[] list = new int[64];

    Lottery(PlacementIndex index) {
        this.index = index;
    }

    private boolean isEqual(Service service, Tally tally, int first, int instance) {
        if (instance == first) {
            return true;
        }
        int ofClass = index.classOf(instance);
        return service.allows(ofClass)
                && index.fits(service.demand, instance)
                && service.tuples[service.cellOf(ofClass)] == service.tuples[service.cellOf(index.classOf(first))]
                && service.compare(instance, first, index, tally) == 0;
    }

    /** Draws instances of the cluster until one is equal to the first: which numbers that takes hangs on the whole cluster. */
    int draw(Service service, int first, IntUnaryOperator random) {
        Tally tally = index.tally(service.demand.tally);
        InstanceOrder order = index.order();
        for (int i = 0; i < ATTEMPTS; i++) {
            int drawn = order.at(random.applyAsInt(order.size()));
            index.visited(1);
            if (isEqual(service, tally, first, drawn)) {
                return drawn;
            }
        }
        return drawFromList(service, first, random);
    }

    /** Draws a place in the list of those equal to the first, in the order of ids; nothing is drawn for one alone. */
    int drawFromList(Service service, int first, IntUnaryOperator random) {
        int count = list(service, first);
        return list[count == 1 ? 0 : random.applyAsInt(count)];
    }

    /** Hands out those equal to the first in the order of ids. */
    void forEachEqual(Service service, int first, IntConsumer action) {
        int count = list(service, first);
        for (int i = 0; i < count; i++) {
            action.accept(list[i]);
        }
    }

    private int list(Service service, int first) {
        Tally tally = index.tally(service.demand.tally);
        InstanceOrder order = index.order();
        int count = 0;
        for (int chunk = 0; chunk < order.chunks(); chunk++) {
            int[] instances = order.chunk(chunk);
            for (int i = 0; i < order.sizeOf(chunk); i++) {
                if (isEqual(service, tally, first, instances[i])) {
                    if (count == list.length) {
                        list = Arrays.copyOf(list, count * 2);
                    }
                    list[count++] = instances[i];
                }
            }
        }
        index.visited(order.size());
        return count;
    }
}
