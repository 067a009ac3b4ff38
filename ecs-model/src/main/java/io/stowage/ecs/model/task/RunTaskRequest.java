package io.stowage.ecs.model.task;

import io.stowage.ecs.model.EcsStructure;
import io.stowage.ecs.model.Presence;
import io.stowage.ecs.model.common.CapacityProviderStrategyItem;
import io.stowage.ecs.model.common.LaunchType;
import io.stowage.ecs.model.common.NetworkConfiguration;
import io.stowage.ecs.model.common.PropagateTags;
import io.stowage.ecs.model.common.Tag;
import io.stowage.ecs.model.internal.WithBuilder;
import io.stowage.ecs.model.placement.PlacementConstraint;
import io.stowage.ecs.model.placement.PlacementStrategy;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The request that starts standalone tasks and leaves to ECS where.
 *
 * <p>Mirrors
 * <a href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RunTask.html">RunTask</a>.
 * Immutable; made with {@link #builder()}. The canonical constructor grows with the API: it is no part of what stays compatible.
 *
 * @param capacityProviderStrategy how the tasks are divided among capacity providers, at most 20; excludes {@code launchType}.
 *     Empty, and no launch type: the default strategy of the cluster
 * @param clientToken makes a repeated request safe: up to 64 visible ASCII characters, unique to the request; absent: nothing
 *     guards against repetition
 * @param cluster name or ARN of the cluster; absent: the one named {@code default}
 * @param count number of tasks, 1 to 10; absent: 1
 * @param enableECSManagedTags whether ECS adds its own tags, such as the name of the cluster; absent: false
 * @param enableExecuteCommand whether ECS Exec can run commands in the containers; absent: false
 * @param group the task group, up to 255 characters, which placement counts by; absent: {@code family:} and the family of the
 *     task definition
 * @param launchType the infrastructure; excludes {@code capacityProviderStrategy}, which is the only way to Managed Instances
 * @param networkConfiguration subnets and security groups; required in network mode {@code awsvpc}, refused in all others
 * @param overrides what to change in the task definition for these tasks, at most 8192 characters as JSON; absent: nothing
 * @param placementConstraints conditions on the instance, with those of the task definition at most 10; empty: no others. Not on
 *     Fargate
 * @param placementStrategy how to choose among suitable instances, at most 5, the first weighs most; empty: at random. Not on
 *     Fargate or Managed Instances
 * @param platformVersion the Fargate platform version, for example {@code 1.4.0}; absent: {@code LATEST}. Only on Fargate
 * @param propagateTags {@code TASK_DEFINITION} copies its tags to the tasks; absent: none are copied. {@code SERVICE} is refused
 * @param referenceId a reference for the tasks, up to 1024 characters, meant for ECS itself; normally absent
 * @param startedBy who started the tasks, to find them by: up to 128 letters, digits, hyphens, underscores and slashes; absent:
 *     not told
 * @param tags tags of the tasks, at most 50
 * @param taskDefinition {@code family:revision}, an ARN, or {@code family} for its latest active revision; required
 * @param volumeConfigurations settings of the volume that the task definition leaves to launch, at most one; empty: there is no
 *     such volume
 * @param otherMembers members that have no component here; see {@link EcsStructure#otherMembers()}
 */
@WithBuilder
public record RunTaskRequest(
        List<CapacityProviderStrategyItem> capacityProviderStrategy,
        @Nullable String clientToken,
        @Nullable String cluster,
        @Nullable Integer count,
        @Nullable Boolean enableECSManagedTags,
        @Nullable Boolean enableExecuteCommand,
        @Nullable String group,
        @Nullable LaunchType launchType,
        @Nullable NetworkConfiguration networkConfiguration,
        @Nullable TaskOverride overrides,
        List<PlacementConstraint> placementConstraints,
        List<PlacementStrategy> placementStrategy,
        @Nullable String platformVersion,
        @Nullable PropagateTags propagateTags,
        @Nullable String referenceId,
        @Nullable String startedBy,
        List<Tag> tags,
        @Nullable String taskDefinition,
        List<TaskVolumeConfiguration> volumeConfigurations,
        Map<String, @Nullable Object> otherMembers)
        implements EcsStructure {

    /** Copies lists and maps; null stands for absent. */
    public RunTaskRequest {
        capacityProviderStrategy = Presence.listOf(capacityProviderStrategy);
        placementConstraints = Presence.listOf(placementConstraints);
        placementStrategy = Presence.listOf(placementStrategy);
        tags = Presence.listOf(tags);
        volumeConfigurations = Presence.listOf(volumeConfigurations);
        otherMembers = Presence.freeze(otherMembers);
    }

    /**
     * Starts an empty one.
     *
     * @return a new builder in which everything is absent
     */
    public static RunTaskRequestBuilder builder() {
        return RunTaskRequestBuilder.builder();
    }

    /**
     * Starts from this one.
     *
     * @return a new builder that holds what this object holds
     */
    public RunTaskRequestBuilder toBuilder() {
        return RunTaskRequestBuilder.builder(this);
    }

    /**
     * How many tasks to run: what is written, or 1.
     *
     * @return the value that counts
     */
    public int effectiveCount() {
        return count == null ? 1 : count;
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
