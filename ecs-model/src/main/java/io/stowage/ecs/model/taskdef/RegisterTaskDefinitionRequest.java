package io.stowage.ecs.model.taskdef;

import io.stowage.ecs.model.EcsStructure;
import io.stowage.ecs.model.Presence;
import io.stowage.ecs.model.common.Tag;
import io.stowage.ecs.model.internal.WithBuilder;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The request that registers a new revision of a {@link TaskDefinition}. At most 64 KiB as JSON.
 *
 * <p>Mirrors
 * <a href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RegisterTaskDefinition.html">RegisterTaskDefinition</a>.
 * Immutable; made with {@link #builder()}. The canonical constructor grows with the API: it is no part of what stays compatible.
 *
 * @param containerDefinitions the containers of the task, 1 to 10, at least one of them essential; required
 * @param cpu the CPU of the whole task as text, in CPU units ({@code "1024"}) or vCPU ({@code "1 vCPU"}); required on Fargate,
 *     where a table says which go with which {@code memory}. Elsewhere optional, 128 to 196608 units, and ignored for Windows;
 *     absent: the sum of {@link ContainerDefinition#cpu()} counts
 * @param enableFaultInjection whether the containers may ask for faults to be injected into their task; absent: false
 * @param ephemeralStorage a larger temporary disk than the 20 GiB that a task on Fargate has anyway; absent: those 20 GiB
 * @param executionRoleArn the role with which ECS pulls images, reads secrets and sends logs for the task; absent: none, so
 *     features that need it are refused
 * @param family the name that all revisions share: 1 to 255 letters, digits, hyphens and underscores; required
 * @param inferenceAccelerators Elastic Inference accelerators; retired, ECS refuses a list that is not empty
 * @param ipcMode with whom IPC resources are shared; absent: the Docker daemon of the instance decides. Not on Fargate or Windows
 * @param memory the memory of the whole task as text, in MiB ({@code "2048"}) or GB ({@code "2 GB"}, 1 GB being 1024 MiB), a hard
 *     limit; required on Fargate. Elsewhere optional, and ignored for Windows; absent: every container needs
 *     {@link ContainerDefinition#memory()} or {@link ContainerDefinition#memoryReservation()}
 * @param networkMode how the containers are connected; absent: {@code bridge} for Linux on instances, {@code awsvpc} on Managed
 *     Instances, the NAT network on Windows instances. Fargate demands {@code awsvpc}
 * @param pidMode with whom process ids are shared; absent: each container has its own. On Fargate only {@code task}, not on
 *     Windows
 * @param placementConstraints conditions on the instance, with those of the request at most 10; empty: none of its own. Not on
 *     Fargate
 * @param proxyConfiguration the App Mesh proxy; absent: none
 * @param requiresCompatibilities what the task is meant for; ECS refuses to register a definition that does not suit all of it.
 *     Empty: nothing is demanded
 * @param runtimePlatform operating system and architecture; absent: {@code LINUX} and {@code X86_64} on Fargate, on instances
 *     nothing is demanded
 * @param tags tags of the new revision, at most 50; a list written as empty is refused
 * @param taskRoleArn the role that the containers act as; absent: the task has no role of its own
 * @param volumes volumes that the containers may mount; may be empty
 * @param otherMembers members that have no component here; see {@link EcsStructure#otherMembers()}
 */
@WithBuilder
public record RegisterTaskDefinitionRequest(
        List<ContainerDefinition> containerDefinitions,
        @Nullable String cpu,
        @Nullable Boolean enableFaultInjection,
        @Nullable EphemeralStorage ephemeralStorage,
        @Nullable String executionRoleArn,
        @Nullable String family,
        List<InferenceAccelerator> inferenceAccelerators,
        @Nullable IpcMode ipcMode,
        @Nullable String memory,
        @Nullable NetworkMode networkMode,
        @Nullable PidMode pidMode,
        List<TaskDefinitionPlacementConstraint> placementConstraints,
        @Nullable ProxyConfiguration proxyConfiguration,
        List<Compatibility> requiresCompatibilities,
        @Nullable RuntimePlatform runtimePlatform,
        List<Tag> tags,
        @Nullable String taskRoleArn,
        List<Volume> volumes,
        Map<String, @Nullable Object> otherMembers)
        implements EcsStructure {

    /** Copies lists and maps; null stands for absent. */
    public RegisterTaskDefinitionRequest {
        containerDefinitions = Presence.listOf(containerDefinitions);
        inferenceAccelerators = Presence.listOf(inferenceAccelerators);
        placementConstraints = Presence.listOf(placementConstraints);
        requiresCompatibilities = Presence.listOf(requiresCompatibilities);
        tags = Presence.listOf(tags);
        volumes = Presence.listOf(volumes);
        otherMembers = Presence.freeze(otherMembers);
    }

    /**
     * Starts an empty one.
     *
     * @return a new builder in which everything is absent
     */
    public static RegisterTaskDefinitionRequestBuilder builder() {
        return RegisterTaskDefinitionRequestBuilder.builder();
    }

    /**
     * Starts from this one.
     *
     * @return a new builder that holds what this object holds
     */
    public RegisterTaskDefinitionRequestBuilder toBuilder() {
        return RegisterTaskDefinitionRequestBuilder.builder(this);
    }
}
