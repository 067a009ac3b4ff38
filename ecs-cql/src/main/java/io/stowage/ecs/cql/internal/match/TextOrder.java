package io.stowage.ecs.cql.internal.match;

import io.stowage.ecs.cql.ast.Operator;
import io.stowage.ecs.cql.internal.text.CodePoints;
import io.stowage.ecs.cql.internal.text.Digits;

/** Where a text stands in relation to another: as a number when both are decimal numbers, else by code point. */
final class TextOrder implements TextTest {
    private final Operator operator;
    private final String bound;
    private final boolean decimal;

    TextOrder(Operator operator, String bound) {
        this.operator = operator;
        this.bound = bound;
        this.decimal = Digits.isDecimal(bound);
    }

    @Override
    public boolean test(String value) {
        int order = decimal && Digits.isDecimal(value)
                ? Digits.compareDecimal(value, bound)
                : CodePoints.compare(value, bound);
        return Orders.holds(operator, order);
    }
}
