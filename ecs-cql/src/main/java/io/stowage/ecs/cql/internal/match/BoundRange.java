package io.stowage.ecs.cql.internal.match;

import io.stowage.ecs.cql.column.NumberColumn;

/** Whether a number is known and lies between two bounds, or lies outside of them. */
final class BoundRange implements BoundMatcher {
    private final NumberColumn column;
    private final long least;
    private final long greatest;
    private final boolean inside;
    private final long[] numbers = new long[BLOCK];

    BoundRange(NumberColumn column, long least, long greatest, boolean inside) {
        this.column = column;
        this.least = least;
        this.greatest = greatest;
        this.inside = inside;
    }

    @Override
    public void refresh() {
        // Numbers are read as they are.
    }

    @Override
    public boolean at(int row) {
        return test(column.value(row));
    }

    @Override
    public void block(int from, int length, long[] out) {
        column.values(from, numbers, length);
        int row = 0;
        for (int word = 0; row < length; word++) {
            int end = Math.min(length, row + 64);
            long bits = 0;
            for (; row < end; row++) {
                bits |= (test(numbers[row]) ? 1L : 0L) << row;
            }
            out[word] = bits;
        }
    }

    private boolean test(long number) {
        return number != NumberColumn.UNKNOWN && (number >= least && number <= greatest) == inside;
    }
}
