package io.stowage.ecs.cql.internal.match;

import io.stowage.ecs.cql.InstanceFacts;
import io.stowage.ecs.cql.column.InstanceColumns;

/** Whether an attribute is there, or is not. */
record AttributeExists(String name, boolean wanted) implements Matcher {
    @Override
    public boolean matches(InstanceFacts facts) {
        return facts.hasAttribute(name) == wanted;
    }

    @Override
    public BoundMatcher bind(InstanceColumns columns) {
        return new BoundText(() -> columns.attribute(name), value -> wanted, !wanted);
    }
}
