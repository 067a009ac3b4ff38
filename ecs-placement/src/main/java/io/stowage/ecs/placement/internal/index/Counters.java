package io.stowage.ecs.placement.internal.index;

import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * How many there are of something on each instance, for the instances that have any: tasks of a group, or holders of a port. A hash table
 * with linear probing, in pages. What is shared with others is copied page by page before it is written; whoever shares counters writes
 * to them no more.
 */
final class Counters {
    private static final int SMALLEST = 8;
    private static final int PAGE_BITS = 7;
    private static final int PAGE = 1 << PAGE_BITS;
    private static final int OFFSET = PAGE - 1;

    private long[][] pages;
    private int length;
    private int shift;
    private int size;
    private int most;

    /** A bit for each page that is not shared; null if none is. */
    private long @Nullable [] owned;

    Counters() {
        this.length = SMALLEST;
        this.pages = pages(SMALLEST);
        this.shift = Integer.numberOfLeadingZeros(SMALLEST) + 1;
    }

    private Counters(Counters from) {
        this.pages = from.pages.clone();
        this.length = from.length;
        this.shift = from.shift;
        this.size = from.size;
        this.most = from.most;
        this.owned = new long[(pages.length + 63) / 64];
    }

    /** Counters over the same pages. These may be written, the others no more. */
    Counters share() {
        return new Counters(this);
    }

    private static long[][] pages(int slots) {
        long[][] made = new long[Math.max(1, slots >>> PAGE_BITS)][];
        for (int i = 0; i < made.length; i++) {
            made[i] = new long[Math.min(slots, PAGE)];
        }
        return made;
    }

    private int home(int handle) {
        return handle * 0x9E37_79B9 >>> shift;
    }

    private long slot(int i) {
        return pages[i >>> PAGE_BITS][i & OFFSET];
    }

    private void setSlot(int i, long value) {
        int page = i >>> PAGE_BITS;
        if (owned != null && (owned[page >>> 6] >>> page & 1) == 0) {
            pages[page] = pages[page].clone();
            owned[page >>> 6] |= 1L << page;
        }
        pages[page][i & OFFSET] = value;
    }

    int get(int handle) {
        int mask = length - 1;
        for (int i = home(handle); ; i = i + 1 & mask) {
            long slot = slot(i);
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
    void add(int handle, int delta) {
        int mask = length - 1;
        int i = home(handle);
        long slot = slot(i);
        while (slot != 0 && (int) (slot >>> 32) != handle + 1) {
            i = i + 1 & mask;
            slot = slot(i);
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
        setSlot(i, (long) (handle + 1) << 32 | count);
        if (size * 3L > length * 2L) {
            enlarge();
        }
    }

    /** Empties a slot and moves up those behind it, so that no probe ends too early. */
    private void close(int hole) {
        int mask = length - 1;
        int free = hole;
        int i = hole + 1 & mask;
        for (long slot = slot(i); slot != 0; slot = slot(i)) {
            int home = home((int) (slot >>> 32) - 1);
            if ((i - home & mask) >= (i - free & mask)) {
                setSlot(free, slot);
                free = i;
            }
            i = i + 1 & mask;
        }
        setSlot(free, 0);
    }

    private void enlarge() {
        long[][] old = pages;
        length *= 2;
        pages = pages(length);
        owned = null;
        shift--;
        int mask = length - 1;
        for (long[] page : old) {
            for (long slot : page) {
                if (slot != 0) {
                    int i = home((int) (slot >>> 32) - 1);
                    while (slot(i) != 0) {
                        i = i + 1 & mask;
                    }
                    setSlot(i, slot);
                }
            }
        }
    }

    /** Hands out the instances that have any, in no order. */
    void forEachInstance(IntConsumer action) {
        for (long[] page : pages) {
            for (long slot : page) {
                if (slot != 0) {
                    action.accept((int) (slot >>> 32) - 1);
                }
            }
        }
    }
}
