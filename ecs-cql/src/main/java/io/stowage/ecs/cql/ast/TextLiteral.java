package io.stowage.ecs.cql.ast;

import io.stowage.ecs.cql.internal.text.Words;
import java.util.Objects;

/**
 * A text.
 *
 * @param value the text, never null; it may be empty
 * @param written how it was written, quotes included
 * @param range where it stands in the query
 */
public record TextLiteral(String value, String written, TextRange range) implements Literal {
    /**
     * Checks that what was written reads as the value.
     *
     * @throws IllegalArgumentException if it does not
     */
    public TextLiteral {
        Objects.requireNonNull(range, "range");
        Literals.require(value.equals(Words.unquote(written)), value, written);
    }

    /**
     * The value in its plainest spelling, for a tree made by hand.
     *
     * @param value the value
     * @return a literal without a place
     */
    public static TextLiteral of(String value) {
        return new TextLiteral(value, Words.quoteIfNeeded(value), TextRange.NONE);
    }

    @Override
    public ValueType type() {
        return ValueType.TEXT;
    }
}
