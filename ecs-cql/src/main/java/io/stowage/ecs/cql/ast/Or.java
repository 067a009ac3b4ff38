package io.stowage.ecs.cql.ast;

import java.util.List;
import java.util.Objects;

/**
 * True when some part is: {@code a or b or c}.
 * A chain at one level is one node; a parenthesised group keeps its own.
 *
 * @param operands the parts from left to right, at least two, unmodifiable
 * @param range where it stands in the query
 */
public record Or(List<Expression> operands, TextRange range) implements Expression {
    /**
     * Copies the list.
     *
     * @throws IllegalArgumentException if there are fewer than two parts
     */
    public Or {
        operands = Predicates.operands(operands);
        Objects.requireNonNull(range, "range");
    }

    @Override
    public <R> R accept(ExpressionVisitor<R> visitor) {
        return visitor.visitOr(this);
    }

    /** Returns {@link #normalised()}. */
    @Override
    public String toString() {
        return normalised();
    }
}
