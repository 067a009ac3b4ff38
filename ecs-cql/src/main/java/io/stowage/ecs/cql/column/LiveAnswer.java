package io.stowage.ecs.cql.column;

/**
 * The answer of one query over columns, kept and mended. As long as nothing changes that the query depends on, asking again costs a
 * comparison of numbers; after some changes, one look at each changed row; after many, or when the changes are not known, one
 * pass over the columns. Not safe for use by several threads: each takes an answer of its own.
 */
public interface LiveAnswer {
    /**
     * The rows that satisfy the query now.
     *
     * @return the set, always the same object: it shows the state of the last call
     */
    InstanceSet matches();

    /**
     * Whether a row satisfies the query now. Looks at this row only; nothing is kept.
     *
     * @param row the row
     * @return true when it does
     */
    boolean matches(int row);
}
