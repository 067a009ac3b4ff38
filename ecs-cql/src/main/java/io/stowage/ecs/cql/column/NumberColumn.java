package io.stowage.ecs.cql.column;

/** One whole number for each row. */
public interface NumberColumn {
    /** Says that the number is not known. */
    long UNKNOWN = Long.MIN_VALUE;

    /**
     * The number of a row.
     *
     * @param row the row
     * @return the number, or {@link #UNKNOWN}
     */
    long value(int row);

    /**
     * The numbers of rows that follow each other. Overriding pays.
     *
     * @param from the first row
     * @param into gets the numbers, the first at index 0
     * @param length how many rows; all of them exist
     */
    default void values(int from, long[] into, int length) {
        for (int i = 0; i < length; i++) {
            into[i] = value(from + i);
        }
    }
}
