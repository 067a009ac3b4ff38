package io.stowage.ecs.cql.internal.match;

import io.stowage.ecs.cql.InstanceFacts;
import io.stowage.ecs.cql.column.InstanceColumns;

/** A query made ready: one class for each shape of expression. Immutable. */
public interface Matcher {
    /** Whether the instance satisfies this part of the query. */
    boolean matches(InstanceFacts facts);

    /** The same question to columns; the two agree, always. */
    BoundMatcher bind(InstanceColumns columns);
}
