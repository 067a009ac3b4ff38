package io.stowage.ecs.cql.internal.syntax;

import io.stowage.ecs.cql.ClusterQueryError;
import io.stowage.ecs.cql.ast.Expression;
import io.stowage.ecs.cql.internal.match.Matcher;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of reading a text.
 *
 * @param query the tree and its plan, or null exactly when there are errors
 * @param errors what is wrong, in the order in which reading meets it
 */
public record Reading(@Nullable Planned query, List<ClusterQueryError> errors) {
    static Reading of(Expression expression, Matcher matcher) {
        return new Reading(new Planned(expression, matcher), List.of());
    }

    static Reading of(List<ClusterQueryError> errors) {
        if (errors.isEmpty()) {
            throw new IllegalStateException("the grammar refuses a text with which nothing is wrong");
        }
        return new Reading(null, errors);
    }

    /**
     * A query that was read.
     *
     * @param expression its tree
     * @param matcher its plan
     */
    public record Planned(Expression expression, Matcher matcher) {}
}
