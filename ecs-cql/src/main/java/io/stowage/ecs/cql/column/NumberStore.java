package io.stowage.ecs.cql.column;

import java.util.Arrays;

/** A column of numbers. */
final class NumberStore implements NumberColumn {
    private long[] values = new long[0];

    @Override
    public long value(int row) {
        return values[row];
    }

    @Override
    public void values(int from, long[] into, int length) {
        System.arraycopy(values, from, into, 0, length);
    }

    /** Sets a number; false when that changes nothing. */
    boolean set(int row, long value) {
        if (row >= values.length) {
            int length = values.length;
            values = Arrays.copyOf(values, Math.max(row + 1, length + (length >> 1)));
            Arrays.fill(values, length, values.length, UNKNOWN);
        }
        boolean changes = values[row] != value;
        values[row] = value;
        return changes;
    }
}
