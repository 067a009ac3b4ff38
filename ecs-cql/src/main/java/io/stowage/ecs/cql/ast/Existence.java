package io.stowage.ecs.cql.ast;

import java.util.Objects;

/**
 * The question whether a subject exists: {@code attribute:stack exists}.
 *
 * @param subject what is asked about
 * @param operator {@link Operator#EXISTS} or {@link Operator#NOT_EXISTS}
 * @param range where it stands in the query
 */
public record Existence(Subject subject, Operator operator, TextRange range) implements Predicate {
    /**
     * Checks that the parts fit together.
     *
     * @throws IllegalArgumentException if the subject does not accept the operator
     */
    public Existence {
        Objects.requireNonNull(range, "range");
        Predicates.requireOperator(subject, operator, Operator.Shape.EXISTENCE);
    }

    @Override
    public <R> R accept(ExpressionVisitor<R> visitor) {
        return visitor.visitExistence(this);
    }

    /** Returns {@link #normalised()}. */
    @Override
    public String toString() {
        return normalised();
    }
}
