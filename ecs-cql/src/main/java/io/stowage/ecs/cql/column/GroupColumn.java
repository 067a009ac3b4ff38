package io.stowage.ecs.cql.column;

/** Some groups for each row, by number: codes 1 to {@link #distinct()} stand for the distinct groups. */
public interface GroupColumn {
    /**
     * The greatest code in use. The number only grows while {@link #generation()} stays.
     *
     * @return 0 or more
     */
    int distinct();

    /**
     * What a code stands for. The meaning of a code does not change while {@link #generation()} stays.
     *
     * @param code 1 to {@link #distinct()}
     * @return the group; for one that no row has any more, any text
     */
    String group(int code);

    /**
     * Which numbering of groups this is.
     *
     * @return a number that changes when codes get new meanings; always 0 when they never do
     */
    default int generation() {
        return 0;
    }

    /**
     * How many groups the tasks of a row have.
     *
     * @param row the row
     * @return 0 or more
     */
    int count(int row);

    /**
     * One group of the tasks of a row; the order has no meaning.
     *
     * @param row the row
     * @param index 0 to {@link #count} - 1
     * @return the code, 1 to {@link #distinct()}
     */
    int code(int row, int index);

    /**
     * Whether {@link #addRows} works: the column keeps a set of rows for every group. Otherwise a query goes through all groups of
     * all rows.
     *
     * @return false unless overridden
     */
    default boolean hasRowSets() {
        return false;
    }

    /**
     * Adds the rows that have a task of the group to a set.
     *
     * @param code 1 to {@link #distinct()}
     * @param firstWord which 64 rows the set begins with: row {@code 64 * firstWord} is bit 0 of the first word
     * @param words the set, one bit a row; bits of other rows stay
     * @param length how many words
     * @throws UnsupportedOperationException unless {@link #hasRowSets()}
     */
    default void addRows(int code, int firstWord, long[] words, int length) {
        throw new UnsupportedOperationException("this column keeps no sets of rows");
    }
}
