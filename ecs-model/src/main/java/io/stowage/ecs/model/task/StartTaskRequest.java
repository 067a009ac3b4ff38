package io.stowage.ecs.model.task;

import io.stowage.ecs.model.EcsStructure;
import io.stowage.ecs.model.Presence;
import io.stowage.ecs.model.common.NetworkConfiguration;
import io.stowage.ecs.model.common.PropagateTags;
import io.stowage.ecs.model.common.Tag;
import io.stowage.ecs.model.internal.WithBuilder;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The request that starts one task on each of the container instances that it names, without placement strategies or constraints.
 * Not for Fargate.
 *
 * <p>Mirrors
 * <a href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_StartTask.html">StartTask</a>.
 * Immutable; made with {@link #builder()}. The canonical constructor grows with the API: it is no part of what stays compatible.
 *
 * @param cluster name or ARN of the cluster; absent: the one named {@code default}
 * @param containerInstances ids or ARNs of the container instances, 1 to 10; required
 * @param enableECSManagedTags whether ECS adds its own tags, such as the name of the cluster; absent: false
 * @param enableExecuteCommand whether ECS Exec can run commands in the containers; absent: false
 * @param group the task group, which placement counts by; absent: {@code family:} and the family of the task definition
 * @param networkConfiguration subnets and security groups for network mode {@code awsvpc}; absent in all others
 * @param overrides what to change in the task definition for these tasks, at most 8192 characters as JSON; absent: nothing
 * @param propagateTags {@code TASK_DEFINITION} copies its tags to the tasks; absent: none are copied
 * @param referenceId a reference for the tasks, meant for ECS itself; normally absent
 * @param startedBy who started the tasks, to find them by: up to 128 letters, digits, hyphens, underscores and slashes; absent:
 *     not told
 * @param tags tags of the tasks, at most 50
 * @param taskDefinition {@code family:revision}, an ARN, or {@code family} for its latest active revision; required
 * @param volumeConfigurations settings of the volume that the task definition leaves to launch, at most one; empty: there is no
 *     such volume
 * @param otherMembers members that have no component here; see {@link EcsStructure#otherMembers()}
 */
@WithBuilder
public record StartTaskRequest(
        @Nullable String cluster,
        List<String> containerInstances,
        @Nullable Boolean enableECSManagedTags,
        @Nullable Boolean enableExecuteCommand,
        @Nullable String group,
        @Nullable NetworkConfiguration networkConfiguration,
        @Nullable TaskOverride overrides,
        @Nullable PropagateTags propagateTags,
        @Nullable String referenceId,
        @Nullable String startedBy,
        List<Tag> tags,
        @Nullable String taskDefinition,
        List<TaskVolumeConfiguration> volumeConfigurations,
        Map<String, @Nullable Object> otherMembers)
        implements EcsStructure {

    /** Copies lists and maps; null stands for absent. */
    public StartTaskRequest {
        containerInstances = Presence.listOf(containerInstances);
        tags = Presence.listOf(tags);
        volumeConfigurations = Presence.listOf(volumeConfigurations);
        otherMembers = Presence.freeze(otherMembers);
    }

    /**
     * Starts an empty one.
     *
     * @return a new builder in which everything is absent
     */
    public static StartTaskRequestBuilder builder() {
        return StartTaskRequestBuilder.builder();
    }

    /**
     * Starts from this one.
     *
     * @return a new builder that holds what this object holds
     */
    public StartTaskRequestBuilder toBuilder() {
        return StartTaskRequestBuilder.builder(this);
    }

    /**
     * The cluster: what is written, or {@code default}.
     *
     * @return never null
     */
    public String effectiveCluster() {
        return cluster == null ? "default" : cluster;
    }
}
