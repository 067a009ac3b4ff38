package io.stowage.ecs.model.service;

import io.stowage.ecs.model.EcsStructure;
import io.stowage.ecs.model.Presence;
import io.stowage.ecs.model.common.CapacityProviderStrategyItem;
import io.stowage.ecs.model.common.LaunchType;
import io.stowage.ecs.model.common.NetworkConfiguration;
import io.stowage.ecs.model.common.Tag;
import io.stowage.ecs.model.internal.WithBuilder;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A group of equal tasks within a service whose controller is {@link DeploymentControllerType#CODE_DEPLOY} or
 * {@link DeploymentControllerType#EXTERNAL}. A deployment brings up one beside another.
 *
 * <p>Mirrors
 * <a href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_TaskSet.html">TaskSet</a>.
 * Immutable; made with {@link #builder()}. The canonical constructor grows with the API: it is no part of what stays compatible.
 *
 * @param capacityProviderStrategy how tasks are divided between capacity providers; absent if the task set uses a launch type
 * @param clusterArn the cluster that runs the service
 * @param computedDesiredCount count of tasks that it shall run: the service's desired count times {@code scale}, rounded up
 * @param createdAt when the task set was created
 * @param externalId the CodeDeploy deployment that made it, or the name that its external creator gave it; with service discovery, the
 *     Cloud Map attribute {@code ECS_TASK_SET_EXTERNAL_ID}
 * @param fargateEphemeralStorage encryption of the ephemeral storage of its Fargate tasks; absent if nothing special was asked for
 * @param id identifies the task set within its service
 * @param launchType infrastructure of its tasks; absent if it uses a capacity provider strategy
 * @param loadBalancers where its tasks are registered as targets; absent: nowhere
 * @param networkConfiguration subnets and security groups of its tasks; absent unless the network mode is {@code awsvpc}
 * @param pendingCount count of its tasks that are {@code PENDING}
 * @param platformFamily operating system of its tasks, such as {@code LINUX}; Fargate only
 * @param platformVersion platform version of its tasks; Fargate only
 * @param runningCount count of its tasks that are {@code RUNNING}
 * @param scale share of the service's desired count that it shall run
 * @param serviceArn the service that it belongs to
 * @param serviceRegistries the Cloud Map registry that its tasks are entered in; absent: no service discovery
 * @param stabilityStatus whether it has settled
 * @param stabilityStatusAt when {@code stabilityStatus} was determined
 * @param startedBy {@code CODE_DEPLOY} for a task set that CodeDeploy made; not used for external deployments
 * @param status {@code PRIMARY} if it serves production traffic, {@code ACTIVE} if it does not, {@code DRAINING} while its tasks are
 *     deregistered and stopped
 * @param tags tags of the task set, at most 50; reported on request only
 * @param taskDefinition ARN of the task definition that its tasks run
 * @param taskSetArn identifies the task set in full
 * @param updatedAt when the task set last changed
 * @param otherMembers members that have no component here; see {@link EcsStructure#otherMembers()}
 */
@WithBuilder
public record TaskSet(
        List<CapacityProviderStrategyItem> capacityProviderStrategy,
        @Nullable String clusterArn,
        @Nullable Integer computedDesiredCount,
        @Nullable Instant createdAt,
        @Nullable String externalId,
        @Nullable DeploymentEphemeralStorage fargateEphemeralStorage,
        @Nullable String id,
        @Nullable LaunchType launchType,
        List<LoadBalancer> loadBalancers,
        @Nullable NetworkConfiguration networkConfiguration,
        @Nullable Integer pendingCount,
        @Nullable String platformFamily,
        @Nullable String platformVersion,
        @Nullable Integer runningCount,
        @Nullable Scale scale,
        @Nullable String serviceArn,
        List<ServiceRegistry> serviceRegistries,
        @Nullable StabilityStatus stabilityStatus,
        @Nullable Instant stabilityStatusAt,
        @Nullable String startedBy,
        @Nullable String status,
        List<Tag> tags,
        @Nullable String taskDefinition,
        @Nullable String taskSetArn,
        @Nullable Instant updatedAt,
        Map<String, @Nullable Object> otherMembers)
        implements EcsStructure {

    /** Copies lists and maps; null stands for absent. */
    public TaskSet {
        capacityProviderStrategy = Presence.listOf(capacityProviderStrategy);
        loadBalancers = Presence.listOf(loadBalancers);
        serviceRegistries = Presence.listOf(serviceRegistries);
        tags = Presence.listOf(tags);
        otherMembers = Presence.freeze(otherMembers);
    }

    /**
     * Starts an empty one.
     *
     * @return a new builder in which everything is absent
     */
    public static TaskSetBuilder builder() {
        return TaskSetBuilder.builder();
    }

    /**
     * Starts from this one.
     *
     * @return a new builder that holds what this object holds
     */
    public TaskSetBuilder toBuilder() {
        return TaskSetBuilder.builder(this);
    }
}
