package io.stowage.ecs.cql.column;

/**
 * One text for each row, by number: code 0 says that there is none, codes 1 to {@link #distinct()} stand for the distinct values.
 */
public interface TextColumn {
    /** The code of a row that has no value. */
    int ABSENT = 0;

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
     * @return the value; for one that no row has any more, any text
     */
    String value(int code);

    /**
     * Which numbering of values this is.
     *
     * @return a number that changes when codes get new meanings; always 0 when they never do
     */
    default int generation() {
        return 0;
    }

    /**
     * The code of a row.
     *
     * @param row the row
     * @return 0 to {@link #distinct()}
     */
    int code(int row);

    /**
     * The codes of rows that follow each other. Overriding pays: it is what a query reads first.
     *
     * @param from the first row
     * @param into gets the codes, the first at index 0
     * @param length how many rows; all of them exist
     */
    default void codes(int from, int[] into, int length) {
        for (int i = 0; i < length; i++) {
            into[i] = code(from + i);
        }
    }

    /**
     * Whether {@link #addRows} works: the column keeps a set of rows for every value. Worth it for columns of few values.
     *
     * @return false unless overridden
     */
    default boolean hasRowSets() {
        return false;
    }

    /**
     * Adds the rows of a value to a set.
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
