package io.stowage.ecs.cql;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What came of reading a text: a query, or errors. Immutable. */
public final class ClusterQueryResult {
    private final @Nullable ClusterQuery query;
    private final List<ClusterQueryError> errors;

    ClusterQueryResult(@Nullable ClusterQuery query, List<ClusterQueryError> errors) {
        this.query = query;
        this.errors = List.copyOf(errors);
    }

    /**
     * The query.
     *
     * @return the query, or empty exactly when there are errors
     */
    public Optional<ClusterQuery> query() {
        return Optional.ofNullable(query);
    }

    /**
     * What is wrong with the text. The first error stands first in reading from the left; further ones are reported only where
     * what was meant by the text before them is beyond doubt, so that no error is the mere echo of another.
     *
     * @return the errors in the order in which reading meets them, empty when there is a query; unmodifiable
     */
    public List<ClusterQueryError> errors() {
        return errors;
    }

    /**
     * The query, when the errors are nobody's to handle.
     *
     * @return the query
     * @throws ClusterQueryException if there is none
     */
    public ClusterQuery orElseThrow() {
        if (query == null) {
            throw new ClusterQueryException(errors);
        }
        return query;
    }

    /** Returns the query, or the errors, each as it is shown to people. */
    @Override
    public String toString() {
        return query != null
                ? query.toString()
                : String.join("\n", errors.stream().map(Object::toString).toList());
    }
}
