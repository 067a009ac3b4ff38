package io.stowage.ecs.placement.internal.index;

/** Which instances changed, the last so many of them, for whoever follows: a ring that is written only while somebody does. */
final class Changes {
    private static final int SMALLEST = 1 << 10;

    private int[] ring = new int[0];
    private long count;
    private long from;

    /** How many changes there have been. */
    long count() {
        return count;
    }

    void add(int handle) {
        if (ring.length > 0) {
            ring[(int) count & ring.length - 1] = handle;
        }
        count++;
    }

    /** From now on the changes are kept, as many as there are instances. */
    void follow(int instances) {
        int length = Math.max(SMALLEST, Integer.highestOneBit(Math.max(1, instances)));
        if (ring.length < length) {
            ring = new int[length];
            from = count;
        }
    }

    void followNoMore() {
        ring = new int[0];
    }

    /** Whether all changes since there were that many are still there. */
    boolean has(long since) {
        return since >= from && count - since <= ring.length;
    }

    int get(long number) {
        return ring[(int) number & ring.length - 1];
    }
}
