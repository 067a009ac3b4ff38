package io.stowage.ecs.cql.column;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A set of rows in pieces of 512, so that a group with a few tasks in a large cluster costs little. */
final class RowSet {
    private static final int WORDS = 8;

    private long[] @Nullable [] pieces = new long[0][];

    void add(int row) {
        int piece = row / (64 * WORDS);
        if (piece >= pieces.length) {
            pieces = Arrays.copyOf(pieces, Math.max(piece + 1, pieces.length + (pieces.length >> 1)));
        }
        long[] words = pieces[piece];
        if (words == null) {
            words = new long[WORDS];
            pieces[piece] = words;
        }
        words[row >>> 6 & (WORDS - 1)] |= 1L << row;
    }

    void remove(int row) {
        long[] words = pieces[row / (64 * WORDS)];
        if (words == null) {
            return;
        }
        words[row >>> 6 & (WORDS - 1)] &= ~(1L << row);
    }

    void addTo(int firstWord, long[] target, int length) {
        int end = Math.min(firstWord + length, pieces.length * WORDS);
        int at = firstWord;
        while (at < end) {
            int next = Math.min(end, (at | (WORDS - 1)) + 1);
            long[] words = pieces[at / WORDS];
            if (words != null) {
                for (int i = at; i < next; i++) {
                    target[i - firstWord] |= words[i & (WORDS - 1)];
                }
            }
            at = next;
        }
    }
}
