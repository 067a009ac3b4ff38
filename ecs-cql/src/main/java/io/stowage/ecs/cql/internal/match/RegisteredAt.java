package io.stowage.ecs.cql.internal.match;

import io.stowage.ecs.cql.InstanceFacts;
import io.stowage.ecs.cql.ast.Operator;
import io.stowage.ecs.cql.column.InstanceColumns;
import java.time.Instant;

/** The time of registration compared, whole seconds only; no when it is unknown. */
record RegisteredAt(Operator operator, long boundSecond) implements Matcher {
    @Override
    public boolean matches(InstanceFacts facts) {
        Instant registered = facts.registeredAt();
        return registered != null && Orders.holds(operator, Long.compare(registered.getEpochSecond(), boundSecond));
    }

    @Override
    public BoundMatcher bind(InstanceColumns columns) {
        return Orders.bind(columns.registeredAt(), operator, boundSecond);
    }
}
