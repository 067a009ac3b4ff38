package io.stowage.ecs.cql.build;

import io.stowage.ecs.cql.ast.Comparison;
import io.stowage.ecs.cql.ast.Literal;
import io.stowage.ecs.cql.ast.Operator;
import io.stowage.ecs.cql.ast.Subject;
import io.stowage.ecs.cql.ast.TextRange;

/**
 * A subject that waits for its operator. Obtained from {@link Conditions}; not meant to be implemented elsewhere.
 *
 * @param <V> what its values are in Java
 */
public interface Term<V> {
    /**
     * What is asked about.
     *
     * @return the subject
     */
    Subject subject();

    /**
     * A value as it stands in a query.
     *
     * @param value the value
     * @return the literal
     * @throws IllegalArgumentException if the language has no way to write the value
     */
    Literal literal(V value);

    /**
     * {@code ==}.
     *
     * @param value the value
     * @return the condition
     */
    default Condition equalTo(V value) {
        return compared(Operator.EQUALS, value);
    }

    /**
     * {@code !=}: false for an attribute that is not there and for a fact that is not known.
     *
     * @param value the value
     * @return the condition
     */
    default Condition notEqualTo(V value) {
        return compared(Operator.NOT_EQUALS, value);
    }

    /**
     * A comparison.
     *
     * @param operator an operator of one value that the subject takes
     * @param value the value
     * @return the condition
     * @throws IllegalArgumentException if the subject does not take the operator
     */
    default Condition compared(Operator operator, V value) {
        return new Condition(new Comparison(subject(), operator, literal(value), TextRange.NONE));
    }
}
