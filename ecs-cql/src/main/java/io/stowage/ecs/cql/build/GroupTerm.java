package io.stowage.ecs.cql.build;

import io.stowage.ecs.cql.ast.Existence;
import io.stowage.ecs.cql.ast.Operator;
import io.stowage.ecs.cql.ast.TextRange;

/** The groups of the tasks: positive operators ask for some task, negative ones for none. */
public interface GroupTerm extends TextualTerm<String> {
    /**
     * {@code exists}.
     *
     * @return the condition
     */
    default Condition exists() {
        return new Condition(new Existence(subject(), Operator.EXISTS, TextRange.NONE));
    }

    /**
     * {@code !exists}.
     *
     * @return the condition
     */
    default Condition notExists() {
        return new Condition(new Existence(subject(), Operator.NOT_EXISTS, TextRange.NONE));
    }
}
