package io.stowage.ecs.placement.snapshot;

import io.stowage.ecs.model.Presence;
import io.stowage.ecs.model.cluster.ContainerInstance;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A container instance as placement sees it: what it is, what it has registered, and what is left of that. Immutable.
 *
 * <p>Ports are the ones <em>taken</em>, as in {@code remainingResources} of ECS: every other port is free.
 *
 * @param id the container instance's ARN, or what else identifies it in its cluster; ties go by it
 * @param status {@code ACTIVE}, {@code DRAINING} and so on; only active instances take tasks
 * @param agentConnected whether the agent can be reached
 * @param agentVersion the version of the agent, {@code null} if unknown
 * @param ec2InstanceId the id of the machine, {@code null} if unknown
 * @param registeredAt when the instance was registered, {@code null} if unknown
 * @param capacityProvider the capacity provider it belongs to, {@code null} for none
 * @param attributes attribute names to values; the value is empty for an attribute without one
 * @param registered what it has in all
 * @param remaining what is left of that
 * @param reservedPorts the ports that the agent has reserved for the machine itself at registration; they are never given back
 * @param takenPorts the ports that are not free, the reserved ones among them
 * @param runningTasksCount how many tasks with the desired status {@code RUNNING} the instance reports; the tasks listed in a
 *     {@link ClusterSnapshot} are among them, and where more are listed than reported, the listed ones count. 0 if unknown
 */
public record InstanceSnapshot(
        String id,
        String status,
        boolean agentConnected,
        @Nullable String agentVersion,
        @Nullable String ec2InstanceId,
        @Nullable Instant registeredAt,
        @Nullable String capacityProvider,
        Map<String, String> attributes,
        InstanceResources registered,
        InstanceResources remaining,
        TakenPorts reservedPorts,
        TakenPorts takenPorts,
        int runningTasksCount) {

    /** The attribute that names the Availability Zone. */
    public static final String ZONE_ATTRIBUTE = "ecs.availability-zone";

    /**
     * Copies the attributes, and counts the reserved ports among the taken ones.
     *
     * @throws NullPointerException if the id, the status or a resource is null, or an attribute has a null value
     * @throws IllegalArgumentException if the id is empty, the count of tasks is negative, or the instance has registered less
     *     than nothing
     */
    public InstanceSnapshot {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(registered, "registered");
        Objects.requireNonNull(remaining, "remaining");
        if (!(attributes instanceof Shared.Attributes)) {
            attributes = Presence.mapOf(attributes);
            attributes.forEach((name, value) -> Objects.requireNonNull(value, "the value of attribute " + name));
        }
        if (id.isEmpty()) {
            throw new IllegalArgumentException("the id of a container instance is empty");
        }
        Long interfaces = registered.networkInterfaces();
        if (registered.cpuUnits() < 0 || registered.memoryMib() < 0 || (interfaces != null && interfaces < 0)) {
            throw new IllegalArgumentException("container instance " + id + " has registered less than nothing: "
                    + registered.cpuUnits() + " CPU units, " + registered.memoryMib() + " MiB, " + interfaces
                    + " network interfaces");
        }
        takenPorts = takenPorts.with(reservedPorts);
        if (runningTasksCount < 0) {
            throw new IllegalArgumentException(
                    "runningTasksCount is " + runningTasksCount + "; 0 or more was expected");
        }
    }

    /**
     * Starts an active instance with its agent connected, without attributes, with every port free.
     *
     * @param id what identifies it in its cluster
     * @param registered what it has in all, and what remains until something else is said
     * @return a new builder
     */
    public static InstanceSnapshotBuilder builder(String id, InstanceResources registered) {
        return new InstanceSnapshotBuilder(id, registered);
    }

    /**
     * Starts from this one.
     *
     * @return a new builder that holds what this instance holds
     */
    public InstanceSnapshotBuilder toBuilder() {
        return new InstanceSnapshotBuilder(this);
    }

    /**
     * The instance that describe-container-instances describes. What remains is taken from {@code remainingResources}; without
     * those, everything registered is free. How many network interfaces it has for tasks is derived from its type and trunk, as far as the
     * type is known, and all of them are free: the description says of none whether a task has it.
     *
     * @param instance the description
     * @return the instance as placement sees it
     * @throws IllegalArgumentException if it has neither an ARN nor an EC2 instance id, or no registered resources
     */
    public static InstanceSnapshot of(ContainerInstance instance) {
        return new InstanceReader(instance).read();
    }

    /**
     * The Availability Zone, as the attribute {@value #ZONE_ATTRIBUTE} says.
     *
     * @return {@code null} if the instance does not have that attribute
     */
    public @Nullable String zone() {
        return attributes.get(ZONE_ATTRIBUTE);
    }

    /**
     * The instance type, as the attribute {@code ecs.instance-type} says.
     *
     * @return {@code null} if the instance does not have that attribute
     */
    public @Nullable String instanceType() {
        return attributes.get("ecs.instance-type");
    }

    /**
     * The last part of the id: of an ARN, what stands behind the last slash.
     *
     * @return what a person calls the instance
     */
    public String shortId() {
        return id.substring(id.lastIndexOf('/') + 1);
    }

    /** The same with other resources left. A builder would copy the attributes, which many instances share. */
    InstanceSnapshot withRemaining(InstanceResources left) {
        return new InstanceSnapshot(
                id,
                status,
                agentConnected,
                agentVersion,
                ec2InstanceId,
                registeredAt,
                capacityProvider,
                attributes,
                registered,
                left,
                reservedPorts,
                takenPorts,
                runningTasksCount);
    }
}
