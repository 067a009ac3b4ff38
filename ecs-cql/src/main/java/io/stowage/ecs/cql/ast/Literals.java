package io.stowage.ecs.cql.ast;

/** The check all literals share. */
final class Literals {
    private Literals() {}

    static void require(boolean readsAsValue, Object value, String written) {
        if (!readsAsValue) {
            throw new IllegalArgumentException("'" + written + "' does not read as " + value);
        }
    }
}
