package io.stowage.ecs.cql.column;

import java.util.BitSet;

/** A set of rows, to be read. */
public sealed interface InstanceSet permits InstanceBits {
    /**
     * How many rows there are, in the set or not.
     *
     * @return 0 or more
     */
    int size();

    /**
     * Whether a row is in the set.
     *
     * @param row 0 to {@link #size()} - 1
     * @return true when it is
     */
    boolean contains(int row);

    /**
     * How many rows are in the set.
     *
     * @return 0 to {@link #size()}
     */
    int count();

    /**
     * The first row in the set from a row on.
     *
     * @param from where to begin, 0 or more
     * @return the row, or -1 when there is none
     */
    int next(int from);

    /**
     * A copy in the form of the JDK.
     *
     * @return a new set
     */
    BitSet toBitSet();
}
