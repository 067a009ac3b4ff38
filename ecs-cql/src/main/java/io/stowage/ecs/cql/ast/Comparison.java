package io.stowage.ecs.cql.ast;

import java.util.Objects;

/**
 * A subject compared with one value: {@code attribute:stack == prod}.
 *
 * @param subject what is asked about
 * @param operator one that takes one value, and that the subject accepts
 * @param argument the value, of the type of the subject
 * @param range where it stands in the query
 */
public record Comparison(Subject subject, Operator operator, Literal argument, TextRange range) implements Predicate {
    /**
     * Checks that the parts fit together.
     *
     * @throws IllegalArgumentException if the subject does not accept the operator or the value
     */
    public Comparison {
        Objects.requireNonNull(range, "range");
        Predicates.requireOperator(subject, operator, Operator.Shape.COMPARISON);
        Predicates.requireType(subject, argument);
    }

    @Override
    public <R> R accept(ExpressionVisitor<R> visitor) {
        return visitor.visitComparison(this);
    }

    /** Returns {@link #normalised()}. */
    @Override
    public String toString() {
        return normalised();
    }
}
