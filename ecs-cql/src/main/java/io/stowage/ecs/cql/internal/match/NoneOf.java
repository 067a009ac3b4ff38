package io.stowage.ecs.cql.internal.match;

import io.stowage.ecs.cql.InstanceFacts;
import io.stowage.ecs.cql.column.InstanceColumns;

/** True when its part is not. */
record NoneOf(Matcher part) implements Matcher {
    @Override
    public boolean matches(InstanceFacts facts) {
        return !part.matches(facts);
    }

    @Override
    public BoundMatcher bind(InstanceColumns columns) {
        return new BoundNone(part.bind(columns));
    }
}
