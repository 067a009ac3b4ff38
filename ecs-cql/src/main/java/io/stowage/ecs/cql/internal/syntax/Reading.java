package io.stowage.ecs.cql.internal.syntax;

import com.google.re2j.Pattern;
import io.stowage.ecs.cql.ClusterQueryError;
import io.stowage.ecs.cql.ast.Expression;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What came of reading a text.
 *
 * @param expression the tree, or null exactly when there are errors
 * @param patterns compiled patterns of the tree, by their text
 * @param errors what is wrong, in the order in which reading meets it
 */
public record Reading(@Nullable Expression expression, Map<String, Pattern> patterns, List<ClusterQueryError> errors) {
    static Reading of(Expression expression, Map<String, Pattern> patterns) {
        return new Reading(expression, patterns, List.of());
    }

    static Reading of(List<ClusterQueryError> errors) {
        if (errors.isEmpty()) {
            throw new IllegalStateException("the grammar refuses a text with which nothing is wrong");
        }
        return new Reading(null, Map.of(), errors);
    }
}
