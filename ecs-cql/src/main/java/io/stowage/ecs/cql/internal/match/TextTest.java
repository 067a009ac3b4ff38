package io.stowage.ecs.cql.internal.match;

/** A question about one text that is there. Immutable. */
interface TextTest {
    /** The answer. */
    boolean test(String value);

    /** The opposite answer, for a text that is there. */
    default TextTest negated() {
        return value -> !test(value);
    }
}
