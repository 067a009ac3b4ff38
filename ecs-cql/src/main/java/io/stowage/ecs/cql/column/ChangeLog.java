package io.stowage.ecs.cql.column;

import java.util.function.IntConsumer;

/** Remembers which rows changed lately: the last few thousand changes, the number of all. */
final class ChangeLog {
    private static final int CAPACITY = 4096;

    private final int[] rows = new int[CAPACITY];
    private long version;

    void add(int row) {
        rows[(int) (version & (CAPACITY - 1))] = row;
        version++;
    }

    long version() {
        return version;
    }

    boolean forEachSince(long since, IntConsumer consumer) {
        if (since < 0 || since > version) {
            throw new IllegalArgumentException("version " + since + " has not been yet; this is " + version);
        }
        if (version - since > CAPACITY) {
            return false;
        }
        for (long at = since; at < version; at++) {
            consumer.accept(rows[(int) (at & (CAPACITY - 1))]);
        }
        return true;
    }
}
