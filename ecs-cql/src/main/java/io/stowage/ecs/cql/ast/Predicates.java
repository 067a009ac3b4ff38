package io.stowage.ecs.cql.ast;

import java.util.List;
import java.util.Locale;

/** The checks the nodes of the tree share, so that no tree exists that could not have been read. */
final class Predicates {
    private Predicates() {}

    static List<Expression> operands(List<Expression> operands) {
        if (operands.size() < 2) {
            throw new IllegalArgumentException("a connective joins at least two expressions, not " + operands.size());
        }
        return List.copyOf(operands);
    }

    static void requireOperator(Subject subject, Operator operator, Operator.Shape shape) {
        if (operator.shape() != shape || !subject.operators().contains(operator)) {
            throw new IllegalArgumentException(subject.text() + " with " + operator.symbol() + " is no "
                    + shape.name().toLowerCase(Locale.ROOT));
        }
    }

    static void requireType(Subject subject, Literal value) {
        if (value.type() != subject.valueType()) {
            throw new IllegalArgumentException(
                    subject.text() + " takes a value of type " + subject.valueType() + ", not " + value.type());
        }
    }
}
