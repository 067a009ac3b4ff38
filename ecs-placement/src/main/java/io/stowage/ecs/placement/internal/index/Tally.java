package io.stowage.ecs.placement.internal.index;

import java.util.Arrays;

/**
 * Counts of something that instances have: the tasks of a group, or the holders of a port. Of each instance, and for the dimensions that
 * somebody spreads over, of each value. Belongs to its owner; others copy it before they write.
 */
final class Tally extends Counters {
    private static final int[] NO_DIMENSIONS = {};
    private static final int[][] NO_COUNTS = {};

    final Object owner;
    private int[] dimensions;
    private int[][] byValue;

    Tally(Object owner) {
        this.owner = owner;
        this.dimensions = NO_DIMENSIONS;
        this.byValue = NO_COUNTS;
    }

    private Tally(Tally from, Object owner) {
        super(from);
        this.owner = owner;
        this.dimensions = from.dimensions;
        this.byValue = from.byValue.clone();
        Arrays.setAll(byValue, i -> from.byValue[i].clone());
    }

    /** The same counts for another owner; these are written no more. */
    Tally share(Object newOwner) {
        return new Tally(this, newOwner);
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
        forEachInstance(handle -> addToValue(slot, index.value(handle, dimension), of(handle)));
        return slot;
    }

    int ofValue(int slot, int value) {
        int[] counts = byValue[slot];
        return value < counts.length ? counts[value] : 0;
    }

    private void addToValue(int slot, int value, int delta) {
        if (value >= byValue[slot].length) {
            byValue[slot] = Arrays.copyOf(byValue[slot], Math.max(value + 1, byValue[slot].length * 2));
        }
        byValue[slot][value] += delta;
    }

    void add(int handle, int delta, Classes classes, int ofClass) {
        add(handle, delta);
        for (int i = 0; i < dimensions.length; i++) {
            addToValue(i, classes.value(ofClass, dimensions[i]), delta);
        }
    }

    /** An instance is of another class now. */
    void moved(int handle, Classes classes, int from, int to) {
        int count = of(handle);
        if (count != 0) {
            for (int i = 0; i < dimensions.length; i++) {
                addToValue(i, classes.value(from, dimensions[i]), -count);
                addToValue(i, classes.value(to, dimensions[i]), count);
            }
        }
    }
}
