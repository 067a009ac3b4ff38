package io.stowage.ecs.placement.internal.engine;

/** What is said about the field of a strategy. */
final class StrategyFields {
    private StrategyFields() {}

    static String problem(String field, String expected) {
        return (field.isEmpty() ? "no field is given" : "\"" + field + "\" is no field of it") + "; " + expected
                + " was expected";
    }
}
