package io.stowage.ecs.placement.internal.engine;

import io.stowage.ecs.cql.ClusterQuery;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The constraint {@code memberOf}: the instance satisfies an expression, the tasks placed so far counted in. */
record MemberOf(ClusterQuery query, String pointer) implements Check {
    static final String REASON = "MemberOf placement constraint unsatisfied.";

    @Override
    public @Nullable Refusal refusal(Node node) {
        return query.matches(node)
                ? null
                : Refusal.because(REASON, "does not satisfy " + query.text(), List.of(pointer));
    }
}
