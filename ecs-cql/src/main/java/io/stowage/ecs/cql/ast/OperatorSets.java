package io.stowage.ecs.cql.ast;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** The groups of operators that subjects accept, in the order of declaration so that messages list them alike. */
final class OperatorSets {
    static final Set<Operator> ALL = Collections.unmodifiableSet(EnumSet.allOf(Operator.class));
    static final Set<Operator> TEXTUAL = of(
            Operator.EQUALS, Operator.NOT_EQUALS, Operator.IN, Operator.NOT_IN, Operator.MATCHES, Operator.NOT_MATCHES);
    static final Set<Operator> ORDERED = of(
            Operator.EQUALS,
            Operator.NOT_EQUALS,
            Operator.GREATER_THAN,
            Operator.GREATER_THAN_EQUAL,
            Operator.LESS_THAN,
            Operator.LESS_THAN_EQUAL);
    static final Set<Operator> SET = of(
            Operator.EQUALS,
            Operator.NOT_EQUALS,
            Operator.EXISTS,
            Operator.NOT_EXISTS,
            Operator.IN,
            Operator.NOT_IN,
            Operator.MATCHES,
            Operator.NOT_MATCHES);

    private OperatorSets() {}

    private static Set<Operator> of(Operator first, Operator... rest) {
        return Collections.unmodifiableSet(EnumSet.of(first, rest));
    }
}
