package io.stowage.ecs.cql.internal.text;

/**
 * Counts what a pattern grows to when its counted repetitions are written out, which is what the engine does with them: a few
 * nested ones make millions of a short text. Also bounds the depth of groups, into which the engine recurses.
 */
final class RegexSize {
    /** How much counted repetitions may add; matching a text costs its length times the size. */
    static final int MOST_ADDED = 5_000;

    /** How many groups may stand inside each other. */
    static final int MOST_DEPTH = 100;

    private final long[] outer = new long[MOST_DEPTH];
    private final int[] starts = new int[MOST_DEPTH];
    private int depth;
    private long size;
    private long last;
    private long added;

    /** One more element that a quantifier may follow. */
    void element() {
        size++;
        last = 1;
    }

    /** Goes into a group that begins at an index; false when it is one too many. */
    boolean open(int start) {
        if (depth == MOST_DEPTH) {
            return false;
        }
        starts[depth] = start;
        outer[depth++] = size;
        size = 0;
        last = 0;
        return true;
    }

    /** Leaves a group; false when none is open. */
    boolean close() {
        if (depth == 0) {
            return false;
        }
        last = size + 2;
        size = outer[--depth] + last;
        return true;
    }

    /** Where the innermost group begins that is still open; -1 when none is. */
    int innermostOpen() {
        return depth == 0 ? -1 : starts[depth - 1];
    }

    /** Repeats the last element; false when the pattern grows too large. */
    boolean repeat(int times) {
        long growth = last * (times - 1L);
        size += growth;
        last += growth;
        added += growth;
        return added <= MOST_ADDED;
    }
}
