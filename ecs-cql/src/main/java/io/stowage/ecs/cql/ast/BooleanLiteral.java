package io.stowage.ecs.cql.ast;

import io.stowage.ecs.cql.internal.text.Values;
import io.stowage.ecs.cql.internal.text.Words;
import java.util.Objects;

/**
 * {@code true} or {@code false}.
 *
 * @param value the truth value
 * @param written how it was written, quotes included
 * @param range where it stands in the query
 */
public record BooleanLiteral(boolean value, String written, TextRange range) implements Literal {
    /**
     * Checks that what was written reads as the value.
     *
     * @throws IllegalArgumentException if it does not
     */
    public BooleanLiteral {
        Objects.requireNonNull(range, "range");
        Literals.require(Objects.equals(Values.bool(Words.unquote(written)), value), value, written);
    }

    /**
     * The value in its plainest spelling, for a tree made by hand.
     *
     * @param value the value
     * @return a literal without a place
     */
    public static BooleanLiteral of(boolean value) {
        return new BooleanLiteral(value, Boolean.toString(value), TextRange.NONE);
    }

    @Override
    public ValueType type() {
        return ValueType.BOOLEAN;
    }
}
