package io.stowage.ecs.cql.ast;

import io.stowage.ecs.cql.internal.text.Words;
import java.util.Objects;

/**
 * A version of one to four numbers.
 *
 * @param value the version
 * @param written how it was written, quotes included
 * @param range where it stands in the query
 */
public record VersionLiteral(Version value, String written, TextRange range) implements Literal {
    /** How many numbers a version in a query may have. */
    public static final int MAX_PARTS = 4;

    /**
     * Checks that what was written reads as the value.
     *
     * @throws IllegalArgumentException if it does not
     */
    public VersionLiteral {
        Objects.requireNonNull(range, "range");
        Literals.require(value.toString().equals(Words.unquote(written)) && isShort(value), value, written);
    }

    /**
     * The value in its plainest spelling, for a tree made by hand.
     *
     * @param value the value
     * @return a literal without a place
     */
    public static VersionLiteral of(Version value) {
        return new VersionLiteral(value, value.toString(), TextRange.NONE);
    }

    @Override
    public ValueType type() {
        return ValueType.VERSION;
    }

    private static boolean isShort(Version version) {
        return version.toString().chars().filter(c -> c == '.').count() < MAX_PARTS;
    }
}
