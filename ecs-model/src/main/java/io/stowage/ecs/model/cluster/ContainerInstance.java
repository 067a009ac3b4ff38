package io.stowage.ecs.model.cluster;

import io.stowage.ecs.model.EcsStructure;
import io.stowage.ecs.model.Presence;
import io.stowage.ecs.model.common.Attachment;
import io.stowage.ecs.model.common.Tag;
import io.stowage.ecs.model.internal.WithBuilder;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A machine that runs the ECS agent and is registered with a cluster: an EC2 instance, one that ECS manages, or a server outside AWS. Its
 * attributes and remaining resources are what placement looks at.
 *
 * <p>Mirrors
 * <a href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerInstance.html">ContainerInstance</a>.
 * Immutable; made with {@link #builder()}. The canonical constructor grows with the API: it is no part of what stays compatible.
 *
 * @param agentConnected whether the agent has a connection to ECS now; an instance without one takes no new tasks
 * @param agentUpdateStatus how far the last requested agent update has come; absent if none was ever requested
 * @param attachments what is attached to the instance, such as the trunk network interface
 * @param attributes the capabilities that the agent registered, what ECS added ({@code ecs.instance-type} and others) and custom ones
 * @param capacityProviderName the capacity provider that the instance belongs to; absent if it was registered without one
 * @param containerInstanceArn identifies this registration; its last part is the short ID, which is not the EC2 instance ID
 * @param ec2InstanceId the EC2 instance ID; for a server outside AWS its ID in Systems Manager ({@code mi-...})
 * @param healthStatus results of the health checks of the instance; absent unless the request includes {@code CONTAINER_INSTANCE_HEALTH}
 * @param pendingTasksCount the number of its tasks in status {@code PENDING}
 * @param registeredAt when the instance was registered with the cluster
 * @param registeredResources what the instance had in total at registration: {@code CPU} in CPU units, {@code MEMORY} in MiB, GPUs by ID.
 *     {@code PORTS} and {@code PORTS_UDP} list the ports that the agent keeps for itself, not an amount
 * @param remainingResources what tasks may still take of {@code CPU} (CPU units) and {@code MEMORY} (MiB). {@code PORTS} and
 *     {@code PORTS_UDP} are the opposite: they list the host ports that are TAKEN, by the agent or by tasks in network mode host or
 *     bridge; a port that is not listed is free
 * @param runningTasksCount the number of its tasks whose desired status is {@code RUNNING}
 * @param status {@code ACTIVE} (takes tasks), {@code DRAINING} (takes no new ones, its service tasks move away), {@code REGISTERING},
 *     {@code REGISTRATION_FAILED}, {@code DEREGISTERING} or {@code INACTIVE} (deregistered)
 * @param statusReason why the instance came to this status, above all to {@code REGISTRATION_FAILED}; absent when there is nothing to
 *     explain
 * @param tags the tags of the instance, at most 50; empty unless the request includes {@code TAGS}
 * @param version a counter that rises with every change that ECS also sends as an event: of two copies the one with the greater number is
 *     newer
 * @param versionInfo the versions of agent and Docker on the instance
 * @param otherMembers members that have no component here; see {@link EcsStructure#otherMembers()}
 */
@WithBuilder
public record ContainerInstance(
        @Nullable Boolean agentConnected,
        @Nullable AgentUpdateStatus agentUpdateStatus,
        List<Attachment> attachments,
        List<Attribute> attributes,
        @Nullable String capacityProviderName,
        @Nullable String containerInstanceArn,
        @Nullable String ec2InstanceId,
        @Nullable ContainerInstanceHealthStatus healthStatus,
        @Nullable Integer pendingTasksCount,
        @Nullable Instant registeredAt,
        List<Resource> registeredResources,
        List<Resource> remainingResources,
        @Nullable Integer runningTasksCount,
        @Nullable String status,
        @Nullable String statusReason,
        List<Tag> tags,
        @Nullable Long version,
        @Nullable VersionInfo versionInfo,
        Map<String, @Nullable Object> otherMembers)
        implements EcsStructure {

    /** Copies lists and maps; null stands for absent. */
    public ContainerInstance {
        attachments = Presence.listOf(attachments);
        attributes = Presence.listOf(attributes);
        registeredResources = Presence.listOf(registeredResources);
        remainingResources = Presence.listOf(remainingResources);
        tags = Presence.listOf(tags);
        otherMembers = Presence.freeze(otherMembers);
    }

    /**
     * Starts an empty one.
     *
     * @return a new builder in which everything is absent
     */
    public static ContainerInstanceBuilder builder() {
        return ContainerInstanceBuilder.builder();
    }

    /**
     * Starts from this one.
     *
     * @return a new builder that holds what this object holds
     */
    public ContainerInstanceBuilder toBuilder() {
        return ContainerInstanceBuilder.builder(this);
    }
}
