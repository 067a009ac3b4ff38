package io.stowage.ecs.cql.ast;

/**
 * Where something stands in the text of a query, in UTF-16 code units counted from 0. What a tree means does not depend on it.
 *
 * @param start the first character
 * @param end the place behind the last character
 */
public record TextRange(int start, int end) {
    /** The range of a tree that was not read from text. */
    public static final TextRange NONE = new TextRange(0, 0);

    /**
     * Checks the order of the two ends.
     *
     * @throws IllegalArgumentException if start is negative or end lies before start
     */
    public TextRange {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("not a range: " + start + " to " + end);
        }
    }
}
