package io.stowage.ecs.cql.internal.match;

import io.stowage.ecs.cql.InstanceFacts;
import io.stowage.ecs.cql.ast.Operator;

/** The number of tasks compared. */
record RunningTasksCount(Operator operator, int bound) implements Matcher {
    @Override
    public boolean matches(InstanceFacts facts) {
        return test(facts.runningTasksCount());
    }

    boolean test(long count) {
        return Orders.holds(operator, Long.compare(count, bound));
    }
}
