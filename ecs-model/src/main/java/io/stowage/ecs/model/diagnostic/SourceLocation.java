package io.stowage.ecs.model.diagnostic;

import java.util.Comparator;

/**
 * A place in a text that was read.
 *
 * @param file what the text is called in messages, usually a path; empty when the text has no name
 * @param line the line, counted from 1
 * @param column the UTF-16 code unit within the line, counted from 1
 */
public record SourceLocation(String file, int line, int column) implements Comparable<SourceLocation> {
    private static final Comparator<SourceLocation> ORDER = Comparator.comparing(SourceLocation::file)
            .thenComparingInt(SourceLocation::line)
            .thenComparingInt(SourceLocation::column);

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if line or column is below 1
     */
    public SourceLocation {
        if (line < 1 || column < 1) {
            throw new IllegalArgumentException("line and column count from 1, not " + line + ":" + column);
        }
    }

    /** Orders by file name, then line, then column. */
    @Override
    public int compareTo(SourceLocation other) {
        return ORDER.compare(this, other);
    }

    /**
     * The usual short form, which editors and terminals make clickable.
     *
     * @return {@code file:line:column}, or {@code line:column} for a text without a name
     */
    @Override
    public String toString() {
        String place = line + ":" + column;
        return file.isEmpty() ? place : file + ":" + place;
    }
}
