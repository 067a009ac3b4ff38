package io.stowage.ecs.cql.internal.match;

import io.stowage.ecs.cql.InstanceFacts;

/** A question about the connection: there are only two answers, and both are known beforehand. */
record AgentConnected(boolean whenConnected, boolean whenNot) implements Matcher {
    @Override
    public boolean matches(InstanceFacts facts) {
        return facts.agentConnected() ? whenConnected : whenNot;
    }
}
