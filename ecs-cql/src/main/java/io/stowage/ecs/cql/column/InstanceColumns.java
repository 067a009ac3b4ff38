package io.stowage.ecs.cql.column;

import io.stowage.ecs.cql.Dependency;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Container instances in columns. Rows are numbered from 0 to {@link #size()} - 1. A row that holds no instance may answer
 * anything; whoever reads a set of rows leaves it out.
 *
 * <p>A column, once handed out, stays the column of that subject; its content may change. Implementations say how they may be
 * used by threads; {@link LiveAnswer} only reads.
 */
public interface InstanceColumns {
    /**
     * How many rows there are. The number may grow, never shrink.
     *
     * @return 0 or more
     */
    int size();

    /**
     * Which state of the columns this is. Every change of a value that belongs to the dependency gives a new, greater number; the
     * numbers of different dependencies have nothing to do with each other. A new row is a change of all of them.
     *
     * @param dependency what is asked about
     * @return the number
     */
    long version(Dependency dependency);

    /**
     * Names the rows changed since an earlier state, each at least once, in any order.
     *
     * @param dependency what is asked about
     * @param since an earlier {@link #version}
     * @param row gets the rows
     * @return false, and no row, when the changes since then are not known any more: everything may have changed
     */
    boolean forEachChange(Dependency dependency, long since, IntConsumer row);

    /**
     * The values of an attribute. An attribute without a value has the empty one; a row without the attribute has none.
     *
     * @param name the name of the attribute
     * @return the column, or null as long as no row has the attribute
     */
    @Nullable
    TextColumn attribute(String name);

    /**
     * The ids of the EC2 instances.
     *
     * @return the column
     */
    TextColumn ec2InstanceId();

    /**
     * The versions of the agents.
     *
     * @return the column
     */
    TextColumn agentVersion();

    /**
     * Whether the agents are connected: 1, or 0 when not.
     *
     * @return the column
     */
    NumberColumn agentConnected();

    /**
     * When the instances were registered, in whole seconds since the epoch.
     *
     * @return the column
     */
    NumberColumn registeredAt();

    /**
     * How many tasks are wanted to run.
     *
     * @return the column
     */
    NumberColumn runningTasksCount();

    /**
     * The groups of those tasks.
     *
     * @return the column
     */
    GroupColumn taskGroups();
}
