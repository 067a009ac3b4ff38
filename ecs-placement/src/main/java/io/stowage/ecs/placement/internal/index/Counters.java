package io.stowage.ecs.placement.internal.index;

import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * How many there are of something on each instance, for the instances that have any: tasks of a group, or holders of a port. A hash table
 * with linear probing, in pages that forks share. A slot has room for a handle and for the lower bits of its count; what few instances have
 * more is counted, in steps of that many, by further counters of the kind. So a slot is four bytes, and never 0 unless it is free.
 */
class Counters extends IntPages {
    private static final int SMALLEST = 8;
    private static final int COUNT_BITS = 7;
    private static final int STEP = 1 << COUNT_BITS;

    /** Set in a slot if some of its count is elsewhere. */
    private static final int MORE = STEP;

    private static final int HANDLE_SHIFT = COUNT_BITS + 1;

    private int length;
    private int shift;
    private int size;
    private int most;
    private @Nullable Counters steps;

    Counters() {
        super(SMALLEST);
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
        this.steps = from.steps == null ? null : new Counters(from.steps);
    }

    private int home(int handle) {
        return handle * 0x9E37_79B9 >>> shift;
    }

    /** How many an instance has. */
    final int of(int handle) {
        int mask = length - 1;
        for (int i = home(handle); ; i = i + 1 & mask) {
            int slot = get(i);
            if (slot == 0) {
                return 0;
            }
            if (slot >>> HANDLE_SHIFT == handle) {
                return count(slot);
            }
        }
    }

    private int count(int slot) {
        int count = slot & STEP - 1;
        Counters more = steps;
        return (slot & MORE) == 0 || more == null ? count : count + (more.of(slot >>> HANDLE_SHIFT) << COUNT_BITS);
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
        int slot = get(i);
        while (slot != 0 && slot >>> HANDLE_SHIFT != handle) {
            i = i + 1 & mask;
            slot = get(i);
        }
        int before = count(slot);
        int count = before + delta;
        if ((before | count) >= STEP) {
            addSteps(handle, (count >>> COUNT_BITS) - (before >>> COUNT_BITS));
        }
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
        set(i, handle << HANDLE_SHIFT | (count < STEP ? count : MORE | count & STEP - 1));
        if (size * 3L > length * 2L) {
            enlarge();
        }
    }

    private void addSteps(int handle, int delta) {
        Counters more = steps;
        if (more == null) {
            more = new Counters();
            steps = more;
        }
        more.add(handle, delta);
    }

    /** Empties a slot and moves up those behind it, so that no probe ends too early. */
    private void close(int hole) {
        int mask = length - 1;
        int free = hole;
        int i = hole + 1 & mask;
        for (int slot = get(i); slot != 0; slot = get(i)) {
            int home = home(slot >>> HANDLE_SHIFT);
            if ((i - home & mask) >= (i - free & mask)) {
                set(free, slot);
                free = i;
            }
            i = i + 1 & mask;
        }
        set(free, 0);
    }

    private void enlarge() {
        IntPages old = new IntPages(this);
        int oldLength = length;
        length *= 2;
        clear(length);
        shift--;
        int mask = length - 1;
        for (int from = 0; from < oldLength; from++) {
            int slot = old.get(from);
            if (slot != 0) {
                int i = home(slot >>> HANDLE_SHIFT);
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
            int slot = get(i);
            if (slot != 0) {
                action.accept(slot >>> HANDLE_SHIFT);
            }
        }
    }
}
