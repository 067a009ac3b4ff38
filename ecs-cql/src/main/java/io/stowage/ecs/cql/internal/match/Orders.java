package io.stowage.ecs.cql.internal.match;

import io.stowage.ecs.cql.ast.Operator;

/** What an operator makes of the order of two values. */
final class Orders {
    private Orders() {}

    /** Whether the operator holds when the value found compares so with the value written. */
    static boolean holds(Operator operator, int order) {
        return switch (operator) {
            case EQUALS -> order == 0;
            case NOT_EQUALS -> order != 0;
            case GREATER_THAN -> order > 0;
            case GREATER_THAN_EQUAL -> order >= 0;
            case LESS_THAN -> order < 0;
            case LESS_THAN_EQUAL -> order <= 0;
            case EXISTS, NOT_EXISTS, IN, NOT_IN, MATCHES, NOT_MATCHES ->
                throw new IllegalArgumentException("no order: " + operator);
        };
    }
}
