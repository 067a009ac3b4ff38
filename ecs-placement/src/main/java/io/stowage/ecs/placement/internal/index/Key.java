package io.stowage.ecs.placement.internal.index;

/**
 * Where an instance stands in an order, in one long: a count, what is left of a resource, and the handle. A smaller key is a better
 * choice. Equal amounts are told apart by the rank of the instance, which the key does not hold: instances that join later would change
 * it.
 */
final class Key {
    /** More than any key. */
    static final long NONE = Long.MAX_VALUE;

    /** The most and, negative, the least amount that fits: 128 TiB of memory in MiB. */
    static final int MOST_AMOUNT = (1 << 27) - 1;

    static final int MOST_COUNT = (1 << 11) - 1;
    static final int MOST_HANDLE = (1 << 24) - 1;

    private static final int HANDLE_BITS = 24;
    private static final int AMOUNT_BITS = 28;
    private static final int BIAS = 1 << 27;

    private Key() {}

    static long of(int amount, int handle) {
        return (long) (amount + BIAS) << HANDLE_BITS | handle;
    }

    static long of(int count, int amount, int handle) {
        return (long) count << AMOUNT_BITS + HANDLE_BITS | of(amount, handle);
    }

    /** Not above any key with at least that amount, above all with less. */
    static long lowest(int amount) {
        return of(amount, 0);
    }

    static int handle(long key) {
        return (int) key & MOST_HANDLE;
    }

    /** All that decides before the rank does. */
    static long value(long key) {
        return key >>> HANDLE_BITS;
    }
}
