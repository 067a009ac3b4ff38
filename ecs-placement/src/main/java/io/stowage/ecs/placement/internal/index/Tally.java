package io.stowage.ecs.placement.internal.index;

import java.util.Arrays;
import java.util.function.IntConsumer;

/**
 * Counts of something that instances have: the tasks of a group, or the holders of a port. Of each instance, and for the dimensions that
 * somebody spreads over, of each value. Belongs to its owner; others copy it before they write.
 */
final class Tally {
    final Object owner;
    private final Counters counters;
    private int[] dimensions;
    private int[][] byValue;

    Tally(Object owner) {
        this(owner, new Counters(), new int[0], new int[0][]);
    }

    private Tally(Object owner, Counters counters, int[] dimensions, int[][] byValue) {
        this.owner = owner;
        this.counters = counters;
        this.dimensions = dimensions;
        this.byValue = byValue;
    }

    Tally share(Object newOwner) {
        int[][] copies = byValue.clone();
        Arrays.setAll(copies, i -> byValue[i].clone());
        return new Tally(newOwner, counters.share(), dimensions, copies);
    }

    int of(int handle) {
        return counters.get(handle);
    }

    void forEachInstance(IntConsumer action) {
        counters.forEachInstance(action);
    }

    int most() {
        return counters.most();
    }

    /** Whether it is counted by values of anything. */
    boolean isSpread() {
        return dimensions.length > 0;
    }

    /** Where the counts of a dimension are kept, or -1. */
    int slot(int dimension) {
        for (int i = 0; i < dimensions.length; i++) {
            if (dimensions[i] == dimension) {
                return i;
            }
        }
        return -1;
    }

    /** Keeps counts by the values of one more dimension. */
    int addSlot(int dimension, Instances index) {
        dimensions = Arrays.copyOf(dimensions, dimensions.length + 1);
        byValue = Arrays.copyOf(byValue, dimensions.length);
        int slot = dimensions.length - 1;
        dimensions[slot] = dimension;
        byValue[slot] = new int[4];
        counters.forEachInstance(handle -> add(slot, index.value(handle, dimension), counters.get(handle)));
        return slot;
    }

    int ofValue(int slot, int value) {
        int[] counts = byValue[slot];
        return value < counts.length ? counts[value] : 0;
    }

    private void add(int slot, int value, int delta) {
        if (value >= byValue[slot].length) {
            byValue[slot] = Arrays.copyOf(byValue[slot], Math.max(value + 1, byValue[slot].length * 2));
        }
        byValue[slot][value] += delta;
    }

    void add(int handle, int delta, Classes classes, int ofClass) {
        counters.add(handle, delta);
        for (int i = 0; i < dimensions.length; i++) {
            add(i, classes.value(ofClass, dimensions[i]), delta);
        }
    }

    /** An instance is of another class now. */
    void moved(int handle, Classes classes, int from, int to) {
        int count = counters.get(handle);
        if (count != 0) {
            for (int i = 0; i < dimensions.length; i++) {
                add(i, classes.value(from, dimensions[i]), -count);
                add(i, classes.value(to, dimensions[i]), count);
            }
        }
    }
}
