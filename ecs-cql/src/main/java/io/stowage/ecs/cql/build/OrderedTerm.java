package io.stowage.ecs.cql.build;

import io.stowage.ecs.cql.ast.Operator;

/**
 * A subject whose values have an order.
 *
 * @param <V> what its values are in Java
 */
public interface OrderedTerm<V> extends Term<V> {
    /**
     * {@code >}.
     *
     * @param value the value
     * @return the condition
     */
    default Condition greaterThan(V value) {
        return compared(Operator.GREATER_THAN, value);
    }

    /**
     * {@code >=}.
     *
     * @param value the value
     * @return the condition
     */
    default Condition greaterThanEqual(V value) {
        return compared(Operator.GREATER_THAN_EQUAL, value);
    }

    /**
     * {@code <}.
     *
     * @param value the value
     * @return the condition
     */
    default Condition lessThan(V value) {
        return compared(Operator.LESS_THAN, value);
    }

    /**
     * {@code <=}.
     *
     * @param value the value
     * @return the condition
     */
    default Condition lessThanEqual(V value) {
        return compared(Operator.LESS_THAN_EQUAL, value);
    }
}
