package io.stowage.ecs.cql.internal.syntax;

import io.stowage.ecs.cql.ClusterQueryError;

/** Carries the first error out of the reading of a query. It never leaves the library, so it records no stack. */
public final class QueryFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ClusterQueryError error;

    QueryFault(ClusterQueryError error) {
        super(error.message(), null, false, false);
        this.error = error;
    }

    /** What is wrong with the query. */
    public ClusterQueryError error() {
        return error;
    }
}
