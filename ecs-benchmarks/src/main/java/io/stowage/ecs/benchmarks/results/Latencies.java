package io.stowage.ecs.benchmarks.results;

import java.util.Arrays;

/**
 * How often operations took how long. Every one is counted, however many there are: JMH's own sampling keeps twenty of a millisecond at
 * most, which would take eight minutes for ten million. Below 128 ns each nanosecond has its own count; above, each power of two has 64, so
 * that a time is known to a part in 64, and rounded up. Counting allocates nothing and touches one or two lines of a cache.
 */
public final class Latencies {
    private static final int DIGITS = 6;
    private static final int PARTS = 1 << DIGITS;

    private final long[] counts = new long[PARTS * (Long.SIZE - DIGITS)];
    private long samples;
    private long most;

    /** Counts nothing yet. */
    public Latencies() {}

    /** Forgets everything. */
    public void clear() {
        Arrays.fill(counts, 0);
        samples = 0;
        most = 0;
    }

    /**
     * Counts an operation.
     *
     * @param nanoseconds how long it took; less than nothing is taken as nothing
     */
    public void add(long nanoseconds) {
        long time = Math.max(0, nanoseconds);
        counts[slot(time)]++;
        samples++;
        most = Math.max(most, time);
    }

    /** How many operations were counted. */
    public long samples() {
        return samples;
    }

    /** How many nanoseconds the slowest took, exactly. */
    public long most() {
        return most;
    }

    /**
     * What a part of the operations took at most.
     *
     * @param part how many of them, from 0 to 1; 0.5 for the median
     * @return nanoseconds, at most a part in 64 more than the exact figure; 0 if there is no operation
     * @throws IllegalArgumentException if the part is not between 0 and 1
     */
    public long atMost(double part) {
        if (!(part >= 0 && part <= 1)) {
            throw new IllegalArgumentException(part + " is no part; 0 to 1 was expected");
        }
        // A part that is meant to be a whole number of operations comes out a little above it now and then.
        long needed = Math.max(1, (long) Math.ceil(part * samples - 1e-6));
        long seen = 0;
        for (int slot = 0; slot < counts.length; slot++) {
            seen += counts[slot];
            if (seen >= needed) {
                return Math.min(most, last(slot));
            }
        }
        return 0;
    }

    private static int slot(long time) {
        int shift = Math.max(0, Long.SIZE - 1 - Long.numberOfLeadingZeros(time) - DIGITS);
        return PARTS * shift + (int) (time >>> shift);
    }

    /** The longest time that a count is for. */
    private static long last(int slot) {
        int shift = Math.max(0, slot / PARTS - 1);
        return ((long) (slot - PARTS * shift) << shift) + (1L << shift) - 1;
    }
}
