package io.stowage.ecs.placement.internal.index;

import java.util.function.IntConsumer;

/**
 * How many there are of something on each instance, for the instances that have any: tasks of a group, or holders of a port. A hash table
 * with linear probing in one array, so a look-up is one place in memory. It is copied as a whole by the first write after a fork.
 */
final class Counters {
    private static final int SMALLEST = 8;

    private long[] slots;
    private int shift;
    private int size;
    private Object owner;
    private int most;

    Counters(Object owner) {
        this.slots = new long[SMALLEST];
        this.shift = Integer.numberOfLeadingZeros(SMALLEST) + 1;
        this.owner = owner;
    }

    private Counters(Counters from) {
        this.slots = from.slots;
        this.shift = from.shift;
        this.size = from.size;
        this.most = from.most;
        this.owner = from.owner;
    }

    /** Counters over the same table, which stays shared until somebody who does not own it writes. */
    Counters share() {
        return new Counters(this);
    }

    private int home(int handle) {
        return handle * 0x9E37_79B9 >>> shift;
    }

    int get(int handle) {
        int mask = slots.length - 1;
        for (int i = home(handle); ; i = i + 1 & mask) {
            long slot = slots[i];
            if (slot == 0) {
                return 0;
            }
            if ((int) (slot >>> 32) == handle + 1) {
                return (int) slot;
            }
        }
    }

    /** How many instances have any. */
    int instances() {
        return size;
    }

    /** No instance has had more. */
    int most() {
        return most;
    }

    /** Adds to the count of an instance, which does not become negative. */
    void add(int handle, int delta, Object writer) {
        if (owner != writer) {
            slots = slots.clone();
            owner = writer;
        }
        int mask = slots.length - 1;
        int i = home(handle);
        while (slots[i] != 0 && (int) (slots[i] >>> 32) != handle + 1) {
            i = i + 1 & mask;
        }
        int count = (int) slots[i] + delta;
        if (slots[i] == 0) {
            if (count == 0) {
                return;
            }
            size++;
        }
        if (count == 0) {
            size--;
            close(i);
            return;
        }
        most = Math.max(most, count);
        slots[i] = (long) (handle + 1) << 32 | count;
        if (size * 3L > slots.length * 2L) {
            enlarge();
        }
    }

    /** Empties a slot and moves up those behind it, so that no probe ends too early. */
    private void close(int hole) {
        int mask = slots.length - 1;
        int free = hole;
        for (int i = hole + 1 & mask; slots[i] != 0; i = i + 1 & mask) {
            int home = home((int) (slots[i] >>> 32) - 1);
            if ((i - home & mask) >= (i - free & mask)) {
                slots[free] = slots[i];
                free = i;
            }
        }
        slots[free] = 0;
    }

    private void enlarge() {
        long[] old = slots;
        slots = new long[old.length * 2];
        shift--;
        int mask = slots.length - 1;
        for (long slot : old) {
            if (slot != 0) {
                int i = home((int) (slot >>> 32) - 1);
                while (slots[i] != 0) {
                    i = i + 1 & mask;
                }
                slots[i] = slot;
            }
        }
    }

    /** Hands out the instances that have any, in no order. */
    void forEachInstance(IntConsumer action) {
        for (long slot : slots) {
            if (slot != 0) {
                action.accept((int) (slot >>> 32) - 1);
            }
        }
    }
}
