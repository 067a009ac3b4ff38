package io.stowage.ecs.cql.ast;

import java.util.List;
import java.util.Objects;

/**
 * A subject compared with a list of values: {@code attribute:stack in [prod, beta]}.
 *
 * @param subject what is asked about
 * @param operator {@link Operator#IN} or {@link Operator#NOT_IN}
 * @param elements the values in written order, at least one, of the type of the subject; repeated ones are kept
 * @param range where it stands in the query
 */
public record Membership(Subject subject, Operator operator, List<Literal> elements, TextRange range)
        implements Predicate {
    /**
     * Checks that the parts fit together.
     *
     * @throws IllegalArgumentException if the subject does not accept the operator or a value, or the list is empty
     */
    public Membership {
        Objects.requireNonNull(range, "range");
        Predicates.requireOperator(subject, operator, Operator.Shape.MEMBERSHIP);
        elements = List.copyOf(elements);
        elements.forEach(element -> Predicates.requireType(subject, element));
        if (elements.isEmpty()) {
            throw new IllegalArgumentException("a list has at least one element");
        }
    }

    @Override
    public <R> R accept(ExpressionVisitor<R> visitor) {
        return visitor.visitMembership(this);
    }

    /** Returns {@link #normalised()}. */
    @Override
    public String toString() {
        return normalised();
    }
}
