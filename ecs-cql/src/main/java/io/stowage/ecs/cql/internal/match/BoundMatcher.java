package io.stowage.ecs.cql.internal.match;

/** A part of a query that knows which columns it reads. Keeps what it found out about values; for one thread. */
public interface BoundMatcher {
    /** How many rows are answered at a time: enough to make a call cheap, few enough to stay in the nearest cache. */
    int BLOCK = 2048;

    /** Takes note of values that are new since the last call. To be called before the others when columns have changed. */
    void refresh();

    /** Whether a row satisfies this part. */
    boolean at(int row);

    /**
     * Which rows satisfy this part.
     *
     * @param from the first row, a multiple of 64
     * @param length how many rows, at most {@link #BLOCK}
     * @param out gets one bit for each row; those behind the last row are left in any state
     */
    void block(int from, int length, long[] out);

    /** How many words hold so many bits. */
    static int words(int rows) {
        return (rows + 63) >>> 6;
    }
}
