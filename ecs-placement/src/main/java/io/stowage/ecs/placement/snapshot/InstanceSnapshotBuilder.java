package io.stowage.ecs.placement.snapshot;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Collects an {@link InstanceSnapshot}. Not thread-safe. */
public final class InstanceSnapshotBuilder {
    private String id;
    private String status = "ACTIVE";
    private boolean agentConnected = true;
    private @Nullable String agentVersion;
    private @Nullable String ec2InstanceId;
    private @Nullable Instant registeredAt;
    private @Nullable String capacityProvider;
    private Map<String, String> attributes = new LinkedHashMap<>();
    private InstanceResources registered;
    private InstanceResources remaining;
    private TakenPorts reservedPorts = TakenPorts.NONE;
    private TakenPorts takenPorts = TakenPorts.NONE;
    private int runningTasksCount;

    InstanceSnapshotBuilder(String id, InstanceResources registered) {
        this.id = id;
        this.registered = registered;
        this.remaining = registered;
    }

    InstanceSnapshotBuilder(InstanceSnapshot from) {
        this.id = from.id();
        this.status = from.status();
        this.agentConnected = from.agentConnected();
        this.agentVersion = from.agentVersion();
        this.ec2InstanceId = from.ec2InstanceId();
        this.registeredAt = from.registeredAt();
        this.capacityProvider = from.capacityProvider();
        this.attributes = new LinkedHashMap<>(from.attributes());
        this.registered = from.registered();
        this.remaining = from.remaining();
        this.reservedPorts = from.reservedPorts();
        this.takenPorts = from.takenPorts();
        this.runningTasksCount = from.runningTasksCount();
    }

    /**
     * Sets the id.
     *
     * @param name what identifies the instance in its cluster
     * @return this
     */
    public InstanceSnapshotBuilder id(String name) {
        this.id = name;
        return this;
    }

    /**
     * Adds an attribute, or gives it another value.
     *
     * @param name the name
     * @param value the value, empty for an attribute without one
     * @return this
     */
    public InstanceSnapshotBuilder attribute(String name, String value) {
        attributes.put(name, value);
        return this;
    }

    /**
     * Sets the status.
     *
     * @param name {@code ACTIVE}, {@code DRAINING} and so on
     * @return this
     */
    public InstanceSnapshotBuilder status(String name) {
        this.status = name;
        return this;
    }

    /**
     * Sets whether the agent is connected.
     *
     * @param connected whether the agent can be reached
     * @return this
     */
    public InstanceSnapshotBuilder agentConnected(boolean connected) {
        this.agentConnected = connected;
        return this;
    }

    /**
     * Sets the version of the agent.
     *
     * @param version the version of the agent, {@code null} if unknown
     * @return this
     */
    public InstanceSnapshotBuilder agentVersion(@Nullable String version) {
        this.agentVersion = version;
        return this;
    }

    /**
     * Sets the id of the machine.
     *
     * @param machine the id of the machine, {@code null} if unknown
     * @return this
     */
    public InstanceSnapshotBuilder ec2InstanceId(@Nullable String machine) {
        this.ec2InstanceId = machine;
        return this;
    }

    /**
     * Sets the time of registration.
     *
     * @param time when the instance was registered, {@code null} if unknown
     * @return this
     */
    public InstanceSnapshotBuilder registeredAt(@Nullable Instant time) {
        this.registeredAt = time;
        return this;
    }

    /**
     * Sets the capacity provider.
     *
     * @param name the capacity provider, {@code null} for none
     * @return this
     */
    public InstanceSnapshotBuilder capacityProvider(@Nullable String name) {
        this.capacityProvider = name;
        return this;
    }

    /**
     * Sets all attributes.
     *
     * @param all attribute names to values; the value is empty for an attribute without one
     * @return this
     */
    public InstanceSnapshotBuilder attributes(Map<String, String> all) {
        this.attributes = new LinkedHashMap<>(all);
        return this;
    }

    /**
     * Sets what is registered.
     *
     * @param resources what it has in all
     * @return this
     */
    public InstanceSnapshotBuilder registered(InstanceResources resources) {
        this.registered = resources;
        return this;
    }

    /**
     * Sets what remains.
     *
     * @param resources what is left of that
     * @return this
     */
    public InstanceSnapshotBuilder remaining(InstanceResources resources) {
        this.remaining = resources;
        return this;
    }

    /**
     * Sets the reserved ports.
     *
     * @param ports the ports that are never free
     * @return this
     */
    public InstanceSnapshotBuilder reservedPorts(TakenPorts ports) {
        this.reservedPorts = ports;
        return this;
    }

    /**
     * Sets the taken ports.
     *
     * @param ports the ports that are not free; the reserved ones need not be repeated
     * @return this
     */
    public InstanceSnapshotBuilder takenPorts(TakenPorts ports) {
        this.takenPorts = ports;
        return this;
    }

    /**
     * Sets the reported number of tasks.
     *
     * @param count how many tasks with the desired status {@code RUNNING} it reports
     * @return this
     */
    public InstanceSnapshotBuilder runningTasksCount(int count) {
        this.runningTasksCount = count;
        return this;
    }

    /**
     * Makes the instance.
     *
     * @return the instance
     * @throws IllegalArgumentException if it cannot be, see {@link InstanceSnapshot}
     */
    public InstanceSnapshot build() {
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
                remaining,
                reservedPorts,
                takenPorts,
                runningTasksCount);
    }
}
