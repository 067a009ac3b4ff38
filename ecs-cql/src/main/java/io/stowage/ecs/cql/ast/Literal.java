package io.stowage.ecs.cql.ast;

import io.stowage.ecs.cql.internal.text.Words;

/** A value in a query, read as the subject wants it, with the way it was written. */
public sealed interface Literal
        permits TextLiteral, BooleanLiteral, IntegerLiteral, VersionLiteral, InstantLiteral, PatternLiteral {
    /**
     * The value as it was written, quotes included.
     *
     * @return for example {@code t2.small} or {@code 'data platform'}
     */
    String written();

    /**
     * Where the value stands in the query.
     *
     * @return the range of {@link #written()}; {@link TextRange#NONE} for a tree made by hand
     */
    TextRange range();

    /**
     * What the value was read as.
     *
     * @return the type, one for each kind of literal
     */
    ValueType type();

    /**
     * The value as it was written, without quotes.
     *
     * @return the text, doubled quotes made one
     */
    default String text() {
        return Words.unquote(written());
    }
}
