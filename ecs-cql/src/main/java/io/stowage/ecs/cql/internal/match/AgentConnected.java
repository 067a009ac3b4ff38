package io.stowage.ecs.cql.internal.match;

import io.stowage.ecs.cql.InstanceFacts;
import io.stowage.ecs.cql.column.InstanceColumns;

/** A question about the connection: there are only two answers, and both are known beforehand. */
record AgentConnected(boolean whenConnected, boolean whenNot) implements Matcher {
    @Override
    public boolean matches(InstanceFacts facts) {
        return facts.agentConnected() ? whenConnected : whenNot;
    }

    @Override
    public BoundMatcher bind(InstanceColumns columns) {
        long least = whenNot ? 0 : 1;
        long greatest = whenConnected ? 1 : 0;
        return new BoundRange(columns.agentConnected(), least, greatest, true);
    }
}
