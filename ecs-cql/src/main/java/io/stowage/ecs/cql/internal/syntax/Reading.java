package io.stowage.ecs.cql.internal.syntax;

import io.stowage.ecs.cql.ClusterQueryError;
import io.stowage.ecs.cql.ast.Expression;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of reading a text.
 *
 * @param expression the tree, or null exactly when there are errors
 * @param errors what is wrong, in the order in which reading meets it
 */
public record Reading(@Nullable Expression expression, List<ClusterQueryError> errors) {
    static Reading of(Expression expression) {
        return new Reading(expression, List.of());
    }

    static Reading of(List<ClusterQueryError> errors) {
        if (errors.isEmpty()) {
            throw new IllegalStateException("the grammar refuses a text with which nothing is wrong");
        }
        return new Reading(null, errors);
    }
}
