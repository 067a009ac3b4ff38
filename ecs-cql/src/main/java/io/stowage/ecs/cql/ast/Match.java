package io.stowage.ecs.cql.ast;

import java.util.Objects;

/**
 * A subject whose whole value is matched with a regular expression: {@code attribute:ecs.instance-type =~ t2.*}.
 *
 * @param subject what is asked about
 * @param operator {@link Operator#MATCHES} or {@link Operator#NOT_MATCHES}
 * @param pattern the regular expression
 * @param range where it stands in the query
 */
public record Match(Subject subject, Operator operator, PatternLiteral pattern, TextRange range) implements Predicate {
    /**
     * Checks that the parts fit together.
     *
     * @throws IllegalArgumentException if the subject does not accept the operator
     */
    public Match {
        Objects.requireNonNull(range, "range");
        Predicates.requireOperator(subject, operator, Operator.Shape.MATCH);
        Objects.requireNonNull(pattern, "pattern");
    }

    @Override
    public <R> R accept(ExpressionVisitor<R> visitor) {
        return visitor.visitMatch(this);
    }

    /** Returns {@link #normalised()}. */
    @Override
    public String toString() {
        return normalised();
    }
}
