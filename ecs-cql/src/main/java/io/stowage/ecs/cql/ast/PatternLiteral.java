package io.stowage.ecs.cql.ast;

import io.stowage.ecs.cql.internal.text.Words;
import java.util.Objects;

/**
 * A regular expression. Queries that were read hold only patterns that compile; here that is not checked.
 *
 * @param value the expression in the syntax of {@link java.util.regex.Pattern}, without quotes
 * @param written how it was written, quotes included
 * @param range where it stands in the query
 */
public record PatternLiteral(String value, String written, TextRange range) implements Literal {
    /**
     * Checks that what was written reads as the value.
     *
     * @throws IllegalArgumentException if it does not
     */
    public PatternLiteral {
        Objects.requireNonNull(range, "range");
        Literals.require(value.equals(Words.unquote(written)), value, written);
    }

    /**
     * The value in its plainest spelling, for a tree made by hand.
     *
     * @param value the value
     * @return a literal without a place
     */
    public static PatternLiteral of(String value) {
        return new PatternLiteral(value, Words.quotePatternIfNeeded(value), TextRange.NONE);
    }

    @Override
    public ValueType type() {
        return ValueType.PATTERN;
    }
}
