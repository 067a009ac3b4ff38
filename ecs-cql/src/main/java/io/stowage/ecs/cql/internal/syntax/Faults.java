package io.stowage.ecs.cql.internal.syntax;

import io.stowage.ecs.cql.ClusterQueryError;
import java.util.ArrayList;
import java.util.List;

/** The faults found so far. Their number is bounded, because their repair would be a new text anyway. */
final class Faults {
    private static final int MOST = 20;

    private final List<ClusterQueryError> errors = new ArrayList<>();

    /** Keeps a fault behind which reading goes on. */
    void report(QueryFault fault) {
        errors.add(fault.error());
        if (errors.size() == MOST) {
            throw new ReadingEnded();
        }
    }

    List<ClusterQueryError> errors() {
        return errors;
    }

    /** Says that what follows cannot be told from an echo of what was reported. */
    static final class ReadingEnded extends RuntimeException {
        private static final long serialVersionUID = 1L;

        ReadingEnded() {
            super(null, null, false, false);
        }
    }
}
