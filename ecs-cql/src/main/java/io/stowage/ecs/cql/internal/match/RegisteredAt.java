package io.stowage.ecs.cql.internal.match;

import io.stowage.ecs.cql.InstanceFacts;
import io.stowage.ecs.cql.ast.Operator;
import java.time.Instant;

/** The time of registration compared, whole seconds only; no when it is unknown. */
record RegisteredAt(Operator operator, long boundSecond) implements Matcher {
    @Override
    public boolean matches(InstanceFacts facts) {
        Instant registered = facts.registeredAt();
        return registered != null && test(registered.getEpochSecond());
    }

    boolean test(long second) {
        return Orders.holds(operator, Long.compare(second, boundSecond));
    }
}
