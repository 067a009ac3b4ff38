package io.stowage.ecs.cql;

import java.time.Instant;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * What a query may ask about one container instance. Implement it on top of whatever holds the instances; a query calls only
 * the methods it needs, and none of them twice when once will do.
 *
 * <p>Two kinds of nothing are told apart: a fact that is not known (null) makes every comparison with it false, as an
 * attribute that is not there does; an attribute that is there without a value compares as the empty text.
 */
public interface InstanceFacts {
    /**
     * Whether the container agent is connected.
     *
     * @return the value of {@code agentConnected}
     */
    boolean agentConnected();

    /**
     * The version of the container agent.
     *
     * @return numbers separated by dots, for example {@code 1.68.2}, or null when unknown. A text that is no version, such as
     *     one with a suffix, counts as unknown
     */
    @Nullable
    String agentVersion();

    /**
     * The id of the EC2 instance, or the managed-instance id of an external one.
     *
     * @return the id, or null when unknown
     */
    @Nullable
    String ec2InstanceId();

    /**
     * When the instance was registered. Queries compare whole seconds: a fraction is dropped.
     *
     * @return the time, or null when unknown
     */
    @Nullable
    Instant registeredAt();

    /**
     * How many tasks on the instance are wanted to run ({@code desiredStatus} is {@code RUNNING}), those that are still pending
     * included.
     *
     * @return the number, 0 or greater
     */
    int runningTasksCount();

    /**
     * The groups of those tasks.
     *
     * @return each group at least once, in any order; never null
     */
    Collection<String> taskGroups();

    /**
     * Whether the instance has an attribute, with a value or without.
     *
     * @param name the name; case counts
     * @return true when it has
     */
    boolean hasAttribute(String name);

    /**
     * The value of an attribute.
     *
     * @param name the name; case counts
     * @return the value; null when the instance has no such attribute, and null or empty when it has it without a value
     */
    @Nullable
    String attributeValue(String name);
}
