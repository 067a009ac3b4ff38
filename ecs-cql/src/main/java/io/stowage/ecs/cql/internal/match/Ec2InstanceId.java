package io.stowage.ecs.cql.internal.match;

import io.stowage.ecs.cql.InstanceFacts;
import io.stowage.ecs.cql.column.InstanceColumns;

/** A question about the id of the instance; no when it is unknown. */
record Ec2InstanceId(TextTest test) implements Matcher {
    @Override
    public boolean matches(InstanceFacts facts) {
        String id = facts.ec2InstanceId();
        return id != null && test.test(id);
    }

    @Override
    public BoundMatcher bind(InstanceColumns columns) {
        return new BoundText(columns::ec2InstanceId, test, false);
    }
}
