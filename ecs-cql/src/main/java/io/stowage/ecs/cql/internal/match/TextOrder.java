package io.stowage.ecs.cql.internal.match;

import io.stowage.ecs.cql.ast.Operator;
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
                : compareCodePoints(value, bound);
        return Orders.holds(operator, order);
    }

    /** Unlike {@link String#compareTo}, which puts the characters beyond the first plane before some of those in it. */
    static int compareCodePoints(String a, String b) {
        int length = Math.min(a.length(), b.length());
        for (int i = 0; i < length; i++) {
            char x = a.charAt(i);
            char y = b.charAt(i);
            if (x != y) {
                boolean differ = Character.isSurrogate(x) != Character.isSurrogate(y);
                return differ ? (Character.isSurrogate(x) ? 1 : -1) : Character.compare(x, y);
            }
        }
        return Integer.compare(a.length(), b.length());
    }
}
