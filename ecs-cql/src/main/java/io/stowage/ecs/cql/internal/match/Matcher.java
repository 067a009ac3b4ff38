package io.stowage.ecs.cql.internal.match;

import io.stowage.ecs.cql.InstanceFacts;

/** A query made ready: one class for each shape of expression. Immutable. */
public interface Matcher {
    /** Whether the instance satisfies this part of the query. */
    boolean matches(InstanceFacts facts);
}
