package io.stowage.ecs.cql.internal.match;

import io.stowage.ecs.cql.InstanceFacts;
import io.stowage.ecs.cql.column.InstanceColumns;
import java.util.List;

/** True when every part is; stops at the first that is not. */
record AllOf(List<Matcher> parts) implements Matcher {
    @Override
    public boolean matches(InstanceFacts facts) {
        for (Matcher part : parts) {
            if (!part.matches(facts)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public BoundMatcher bind(InstanceColumns columns) {
        return BoundAll.every(parts.stream().map(part -> part.bind(columns)).toList());
    }
}
