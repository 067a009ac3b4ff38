package io.stowage.ecs.cql.internal.match;

import io.stowage.ecs.cql.ast.Operator;
import io.stowage.ecs.cql.column.NumberColumn;

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

    /** The same question to a column of numbers. */
    static BoundMatcher bind(NumberColumn column, Operator operator, long bound) {
        return switch (operator) {
            case EQUALS -> new BoundRange(column, bound, bound, true);
            case NOT_EQUALS -> new BoundRange(column, bound, bound, false);
            case GREATER_THAN -> new BoundRange(column, bound + 1, Long.MAX_VALUE, true);
            case GREATER_THAN_EQUAL -> new BoundRange(column, bound, Long.MAX_VALUE, true);
            case LESS_THAN -> new BoundRange(column, Long.MIN_VALUE, bound - 1, true);
            case LESS_THAN_EQUAL -> new BoundRange(column, Long.MIN_VALUE, bound, true);
            case EXISTS, NOT_EXISTS, IN, NOT_IN, MATCHES, NOT_MATCHES ->
                throw new IllegalArgumentException("no order: " + operator);
        };
    }
}
