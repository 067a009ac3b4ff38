package io.stowage.ecs.cql.ast;

import io.stowage.ecs.cql.internal.text.Values;
import io.stowage.ecs.cql.internal.text.Words;
import java.time.Instant;
import java.util.Objects;

/**
 * A point in time, written in one of the four forms ECS documents.
 *
 * @param value the point in time, to the second
 * @param written how it was written, quotes included
 * @param range where it stands in the query
 */
public record InstantLiteral(Instant value, String written, TextRange range) implements Literal {
    /**
     * Checks that what was written reads as the value.
     *
     * @throws IllegalArgumentException if it does not
     */
    public InstantLiteral {
        Objects.requireNonNull(range, "range");
        Literals.require(value.equals(Values.instant(Words.unquote(written))), value, written);
    }

    /**
     * The value in its plainest spelling, for a tree made by hand.
     *
     * @param value the value
     * @return a literal without a place
     * @throws IllegalArgumentException if the value has a fraction of a second, or a year that is not of four digits
     */
    public static InstantLiteral of(Instant value) {
        if (!Values.hasPlainUtcForm(value)) {
            throw new IllegalArgumentException("not a year of four digits: " + value);
        }
        return new InstantLiteral(value, Values.utc(value), TextRange.NONE);
    }

    @Override
    public ValueType type() {
        return ValueType.INSTANT;
    }
}
