package io.stowage.ecs.cql;

import java.util.List;

/** Says that a text is no query, and why. */
public final class ClusterQueryException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial") // a list of the JDK's own, which is serializable, of records that are
    private final List<ClusterQueryError> errors;

    ClusterQueryException(List<ClusterQueryError> errors) {
        super(message(errors));
        this.errors = List.copyOf(errors);
    }

    /**
     * What is wrong with the text.
     *
     * @return at least one error, in the order in which reading meets them; unmodifiable
     */
    public List<ClusterQueryError> errors() {
        return errors;
    }

    private static String message(List<ClusterQueryError> errors) {
        int others = errors.size() - 1;
        String more = others == 0 ? "" : "\n(and " + others + " more)";
        return errors.get(0) + more;
    }
}
