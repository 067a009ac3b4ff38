package io.stowage.ecs.placement.internal.index;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The orders that the instances of each class stand in: by what is left of memory, of CPU, or by id alone. An order is built when a service
 * asks for it, and follows from then on.
 */
final class Orders {
    private final Instances index;
    private final Blocks[] @Nullable [] orders;

    Orders(Instances index) {
        this.index = index;
        this.orders = new Blocks[3][];
    }

    /** The orders of a fork. */
    Orders(Instances index, Orders from) {
        this(index);
        for (int i = 0; i < orders.length; i++) {
            Blocks[] ofOrder = from.orders[i];
            orders[i] = ofOrder == null ? null : ofOrder.clone();
        }
    }

    /** The blocks of a class in an order that is built. */
    Blocks blocks(int orderBy, int ofClass) {
        Blocks[] ofOrder = orders[orderBy];
        if (ofOrder == null) {
            throw new IllegalStateException("order " + orderBy + " is not built");
        }
        return ofOrder[ofClass];
    }

    private Blocks writable(Blocks[] ofOrder, int ofClass) {
        if (ofOrder[ofClass].owner != index.owner()) {
            ofOrder[ofClass] = ofOrder[ofClass].share(index.owner());
        }
        return ofOrder[ofClass];
    }

    private int beside(int orderBy, int instance) {
        return orderBy == Instances.BY_CPU ? index.freeMemoryMib(instance) : index.freeCpuUnits(instance);
    }

    /** The classes are others, so all is to be built anew. */
    void forget() {
        Arrays.fill(orders, null);
    }

    /** Sorts all instances, unless that is done. */
    void build(int orderBy) {
        if (orders[orderBy] != null) {
            return;
        }
        int[] instances = index.order().all();
        int classes = index.classes().count();
        int[] from = new int[classes + 1];
        for (int instance : instances) {
            from[index.classOf(instance) + 1]++;
        }
        for (int i = 1; i < from.length; i++) {
            from[i] += from[i - 1];
        }
        // Equal amounts stay as they stand, in the order of ids.
        long[] keys = new long[instances.length];
        int[] next = from.clone();
        for (int instance : instances) {
            keys[next[index.classOf(instance)]++] = index.key(orderBy, instance);
        }
        AmountSort sorter = new AmountSort(keys);
        Blocks[] built = new Blocks[classes];
        for (int i = 0; i < classes; i++) {
            sorter.sort(from[i], from[i + 1]);
            int[] beside = new int[from[i + 1] - from[i]];
            for (int j = 0; j < beside.length; j++) {
                beside[j] = beside(orderBy, Key.handle(keys[from[i] + j]));
            }
            built[i] = Blocks.of(keys, from[i], beside, index.owner());
        }
        orders[orderBy] = built;
    }

    void insert(int instance, int ofClass) {
        for (int orderBy = 0; orderBy < orders.length; orderBy++) {
            Blocks[] ofOrder = orders[orderBy];
            if (ofOrder != null) {
                if (ofClass >= ofOrder.length) {
                    int length = ofOrder.length;
                    ofOrder = Arrays.copyOf(ofOrder, Math.max(ofClass + 1, length * 2));
                    for (int i = length; i < ofOrder.length; i++) {
                        ofOrder[i] = new Blocks(index.owner());
                    }
                    orders[orderBy] = ofOrder;
                }
                writable(ofOrder, ofClass)
                        .insert(index.key(orderBy, instance), beside(orderBy, instance), index.order());
            }
        }
    }

    void remove(int instance, int ofClass) {
        for (int orderBy = 0; orderBy < orders.length; orderBy++) {
            Blocks[] ofOrder = orders[orderBy];
            if (ofOrder != null) {
                writable(ofOrder, ofClass).remove(index.key(orderBy, instance), index.order());
            }
        }
    }

    /** What is left of an instance has changed. */
    void move(int instance, int ofClass, int cpuBefore, int memoryBefore) {
        int cpuUnits = index.freeCpuUnits(instance);
        int memoryMib = index.freeMemoryMib(instance);
        InstanceOrder order = index.order();
        Blocks[] byMemory = orders[Instances.BY_MEMORY];
        if (byMemory != null) {
            long before = Key.of(memoryBefore, instance);
            writable(byMemory, ofClass).move(before, Key.of(memoryMib, instance), cpuUnits, order);
        }
        Blocks[] byCpu = orders[Instances.BY_CPU];
        if (byCpu != null) {
            long before = Key.of(cpuBefore, instance);
            writable(byCpu, ofClass).move(before, Key.of(cpuUnits, instance), memoryMib, order);
        }
        Blocks[] byId = orders[Instances.BY_ID];
        if (byId != null && cpuBefore != cpuUnits) {
            long key = Key.of(0, instance);
            writable(byId, ofClass).move(key, key, cpuUnits, order);
        }
    }
}
