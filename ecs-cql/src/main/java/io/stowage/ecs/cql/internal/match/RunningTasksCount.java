package io.stowage.ecs.cql.internal.match;

import io.stowage.ecs.cql.InstanceFacts;
import io.stowage.ecs.cql.ast.Operator;
import io.stowage.ecs.cql.column.InstanceColumns;

/** The number of tasks compared. */
record RunningTasksCount(Operator operator, int bound) implements Matcher {
    @Override
    public boolean matches(InstanceFacts facts) {
        return Orders.holds(operator, Integer.compare(facts.runningTasksCount(), bound));
    }

    @Override
    public BoundMatcher bind(InstanceColumns columns) {
        return Orders.bind(columns.runningTasksCount(), operator, bound);
    }
}
