package io.stowage.ecs.cql.internal.match;

import io.stowage.ecs.cql.InstanceFacts;
import io.stowage.ecs.cql.column.InstanceColumns;

/** Whether the group of some task passes a test, or that of none does. */
record SomeGroup(TextTest test, boolean wanted) implements Matcher {
    @Override
    public boolean matches(InstanceFacts facts) {
        for (String group : facts.taskGroups()) {
            if (test.test(group)) {
                return wanted;
            }
        }
        return !wanted;
    }

    @Override
    public BoundMatcher bind(InstanceColumns columns) {
        return new BoundGroups(columns.taskGroups(), test, wanted);
    }
}
