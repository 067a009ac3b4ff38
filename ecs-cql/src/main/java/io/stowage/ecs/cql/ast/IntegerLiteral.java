package io.stowage.ecs.cql.ast;

import io.stowage.ecs.cql.internal.text.Values;
import io.stowage.ecs.cql.internal.text.Words;
import java.util.Objects;

/**
 * A whole number of one to nine digits.
 *
 * @param value the number, 0 to 999,999,999
 * @param written how it was written, quotes included
 * @param range where it stands in the query
 */
public record IntegerLiteral(int value, String written, TextRange range) implements Literal {
    /**
     * Checks that what was written reads as the value.
     *
     * @throws IllegalArgumentException if it does not
     */
    public IntegerLiteral {
        Objects.requireNonNull(range, "range");
        Literals.require(Objects.equals(Values.integer(Words.unquote(written)), value), value, written);
    }

    /**
     * The value in its plainest spelling, for a tree made by hand.
     *
     * @param value the value
     * @return a literal without a place
     */
    public static IntegerLiteral of(int value) {
        return new IntegerLiteral(value, Integer.toString(value), TextRange.NONE);
    }

    @Override
    public ValueType type() {
        return ValueType.INTEGER;
    }
}
