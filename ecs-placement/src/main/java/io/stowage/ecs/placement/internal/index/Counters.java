package io.stowage.ecs.placement.internal.index;

import java.util.function.IntConsumer;

/**
 * How many there are of something on each instance, for the instances that have any: tasks of a group, or holders of a port. A hash table
 * with linear probing, in pages that forks share.
 */
class Counters extends LongPages {
    private static final int SMALLEST = 8;

    private int length;
    private int shift;
    private int size;
    private int most;

    Counters() {
        super(SMALLEST, 0);
        this.length = SMALLEST;
        this.shift = Integer.numberOfLeadingZeros(SMALLEST) + 1;
    }

    /** The same counts, going their own way from here on. */
    Counters(Counters from) {
        super(from);
        this.length = from.length;
        this.shift = from.shift;
        this.size = from.size;
        this.most = from.most;
    }

    private int home(int handle) {
        return handle * 0x9E37_79B9 >>> shift;
    }

    /** How many an instance has. */
    final int of(int handle) {
        int mask = length - 1;
        for (int i = home(handle); ; i = i + 1 & mask) {
            long slot = get(i);
            if (slot == 0) {
                return 0;
            }
            if ((int) (slot >>> 32) == handle + 1) {
                return (int) slot;
            }
        }
    }

    /** How many instances have any. */
    final int instances() {
        return size;
    }

    /** No instance has had more. */
    final int most() {
        return most;
    }

    /** Adds to the count of an instance, which does not become negative. */
    final void add(int handle, int delta) {
        int mask = length - 1;
        int i = home(handle);
        long slot = get(i);
        while (slot != 0 && (int) (slot >>> 32) != handle + 1) {
            i = i + 1 & mask;
            slot = get(i);
        }
        int count = (int) slot + delta;
        if (slot == 0) {
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
        set(i, (long) (handle + 1) << 32 | count);
        if (size * 3L > length * 2L) {
            enlarge();
        }
    }

    /** Empties a slot and moves up those behind it, so that no probe ends too early. */
    private void close(int hole) {
        int mask = length - 1;
        int free = hole;
        int i = hole + 1 & mask;
        for (long slot = get(i); slot != 0; slot = get(i)) {
            int home = home((int) (slot >>> 32) - 1);
            if ((i - home & mask) >= (i - free & mask)) {
                set(free, slot);
                free = i;
            }
            i = i + 1 & mask;
        }
        set(free, 0);
    }

    private void enlarge() {
        LongPages old = new LongPages(this);
        int oldLength = length;
        length *= 2;
        clear(length);
        shift--;
        int mask = length - 1;
        for (int from = 0; from < oldLength; from++) {
            long slot = old.get(from);
            if (slot != 0) {
                int i = home((int) (slot >>> 32) - 1);
                while (get(i) != 0) {
                    i = i + 1 & mask;
                }
                set(i, slot);
            }
        }
    }

    /** Hands out the instances that have any, in no order. */
    final void forEachInstance(IntConsumer action) {
        for (int i = 0; i < length; i++) {
            long slot = get(i);
            if (slot != 0) {
                action.accept((int) (slot >>> 32) - 1);
            }
        }
    }
}
