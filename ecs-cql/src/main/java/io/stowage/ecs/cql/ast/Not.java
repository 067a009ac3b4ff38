package io.stowage.ecs.cql.ast;

import java.util.Objects;

/**
 * True when its part is not: {@code not a}. Unlike the negative operators this is an exact negation, also for an attribute
 * the instance does not have.
 *
 * @param operand what is negated
 * @param range where it stands in the query
 */
public record Not(Expression operand, TextRange range) implements Expression {
    /** Checks that nothing is missing. */
    public Not {
        Objects.requireNonNull(operand, "operand");
        Objects.requireNonNull(range, "range");
    }

    @Override
    public <R> R accept(ExpressionVisitor<R> visitor) {
        return visitor.visitNot(this);
    }

    /** Returns {@link #normalised()}. */
    @Override
    public String toString() {
        return normalised();
    }
}
