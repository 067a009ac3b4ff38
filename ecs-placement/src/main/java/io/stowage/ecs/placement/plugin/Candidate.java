package io.stowage.ecs.placement.plugin;

import io.stowage.ecs.cql.InstanceFacts;
import io.stowage.ecs.placement.snapshot.InstanceResources;
import io.stowage.ecs.placement.snapshot.InstanceSnapshot;
import io.stowage.ecs.placement.snapshot.TakenPorts;
import io.stowage.ecs.placement.snapshot.TaskSnapshot;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import org.jspecify.annotations.Nullable;

/**
 * A container instance in the state that the next decision sees. A view: it changes with the session, so nothing of it may be kept
 * from one call to the next. Whatever it returns is unmodifiable.
 */
public interface Candidate extends InstanceFacts {
    /**
     * What identifies the instance.
     *
     * @return the {@linkplain InstanceSnapshot#id() id}
     */
    String id();

    /**
     * The status.
     *
     * @return {@code ACTIVE}, {@code DRAINING} and so on
     */
    String status();

    /**
     * The capacity provider.
     *
     * @return {@code null} for none
     */
    @Nullable
    String capacityProvider();

    /**
     * The attributes.
     *
     * @return names to values; the value is empty for an attribute without one
     */
    Map<String, String> attributes();

    /**
     * What the instance has in all.
     *
     * @return what is registered
     */
    InstanceResources registered();

    /**
     * CPU that is left.
     *
     * @return CPU units; negative if more is held than there is
     */
    long freeCpuUnits();

    /**
     * Memory that is left.
     *
     * @return MiB; negative if more is held than there is
     */
    long freeMemoryMib();

    /**
     * GPUs that are left.
     *
     * @return their ids, ascending
     */
    NavigableSet<String> freeGpuIds();

    /**
     * Neuron devices that are left.
     *
     * @return their ids, ascending
     */
    NavigableSet<String> freeNeuronDeviceIds();

    /**
     * Network interfaces for {@code awsvpc} tasks that are left.
     *
     * @return {@code null} if they are no limit
     */
    @Nullable
    Long freeNetworkInterfaces();

    /**
     * What is left of a resource that a {@link ResourcePlugin} looks after.
     *
     * @param resource the name of the resource
     * @return how much each device has left; empty if the instance has none, or the engine no such plug-in
     */
    List<Long> free(String resource);

    /**
     * The ports that are not free.
     *
     * @return the agent's and those of tasks; a copy
     */
    TakenPorts takenPorts();

    /**
     * How many tasks of a group count on the instance.
     *
     * @param group the task group
     * @return 0 or more; tasks that are being stopped do not count
     */
    int countedTasks(String group);

    /**
     * The listed tasks on the instance, those that are being stopped included.
     *
     * @return in the order of their ids
     */
    List<TaskSnapshot> tasks();

    /**
     * The Availability Zone.
     *
     * @return {@code null} if the instance does not have the attribute
     */
    default @Nullable String zone() {
        return attributeValue(InstanceSnapshot.ZONE_ATTRIBUTE);
    }

    /**
     * The last part of the id: of an ARN, what stands behind the last slash.
     *
     * @return what a person calls the instance
     */
    default String shortId() {
        return id().substring(id().lastIndexOf('/') + 1);
    }
}
