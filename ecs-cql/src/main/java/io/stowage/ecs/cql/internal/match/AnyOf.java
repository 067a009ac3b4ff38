package io.stowage.ecs.cql.internal.match;

import io.stowage.ecs.cql.InstanceFacts;
import io.stowage.ecs.cql.column.InstanceColumns;
import java.util.List;

/** True when some part is; stops at the first that is. */
record AnyOf(List<Matcher> parts) implements Matcher {
    @Override
    public boolean matches(InstanceFacts facts) {
        for (Matcher part : parts) {
            if (part.matches(facts)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public BoundMatcher bind(InstanceColumns columns) {
        return BoundAll.some(parts.stream().map(part -> part.bind(columns)).toList());
    }
}
