package io.stowage.ecs.placement.internal.index;

import java.util.Arrays;

/**
 * Sorts keys by what decides before the rank of an instance does, and leaves those that are equal in it in the order in which they stand.
 * Amounts of a cluster are within a few powers of two, so keys are dealt by a byte of the amount at a time, seldom more than twice: a fifth
 * of what comparing costs.
 */
final class AmountSort {
    private static final int FEW = 48;
    private static final int DIGIT_BITS = 8;
    private static final int DIGITS = 1 << DIGIT_BITS;

    private final long[] keys;
    private final long[] spare;
    private final int[] next = new int[DIGITS + 1];

    /** A sorter of ranges of an array. */
    AmountSort(long[] keys) {
        this.keys = keys;
        this.spare = new long[keys.length];
    }

    /** Sorts a range. */
    void sort(int from, int to) {
        if (to - from <= FEW) {
            insert(from, to);
            return;
        }
        long lowest = Long.MAX_VALUE;
        long highest = 0;
        for (int i = from; i < to; i++) {
            lowest = Math.min(lowest, Key.value(keys[i]));
            highest = Math.max(highest, Key.value(keys[i]));
        }
        for (int shift = 0; highest - lowest >>> shift != 0; shift += DIGIT_BITS) {
            deal(from, to, lowest, shift);
        }
    }

    private void insert(int from, int to) {
        for (int i = from + 1; i < to; i++) {
            long key = keys[i];
            int j = i;
            for (; j > from && Key.value(keys[j - 1]) > Key.value(key); j--) {
                keys[j] = keys[j - 1];
            }
            keys[j] = key;
        }
    }

    private void deal(int from, int to, long lowest, int shift) {
        Arrays.fill(next, 0);
        for (int i = from; i < to; i++) {
            next[digit(keys[i], lowest, shift) + 1]++;
        }
        next[0] = from;
        for (int digit = 1; digit <= DIGITS; digit++) {
            next[digit] += next[digit - 1];
        }
        for (int i = from; i < to; i++) {
            spare[next[digit(keys[i], lowest, shift)]++] = keys[i];
        }
        System.arraycopy(spare, from, keys, from, to - from);
    }

    private static int digit(long key, long lowest, int shift) {
        return (int) (Key.value(key) - lowest >>> shift) & DIGITS - 1;
    }
}
