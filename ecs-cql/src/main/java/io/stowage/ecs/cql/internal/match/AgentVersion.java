package io.stowage.ecs.cql.internal.match;

import io.stowage.ecs.cql.InstanceFacts;
import io.stowage.ecs.cql.ast.Operator;
import io.stowage.ecs.cql.column.InstanceColumns;
import io.stowage.ecs.cql.internal.text.Digits;

/** The version of the agent compared; no when it is unknown or no version. */
record AgentVersion(Operator operator, String bound) implements Matcher, TextTest {
    @Override
    public boolean matches(InstanceFacts facts) {
        String version = facts.agentVersion();
        return version != null && test(version);
    }

    @Override
    public boolean test(String version) {
        return Digits.isDotted(version) && Orders.holds(operator, Digits.compareDotted(version, bound));
    }

    @Override
    public BoundMatcher bind(InstanceColumns columns) {
        return new BoundText(columns::agentVersion, this, false);
    }
}
