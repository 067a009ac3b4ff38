package io.stowage.ecs.model.service;

import io.stowage.ecs.model.EcsStructure;
import io.stowage.ecs.model.Presence;
import io.stowage.ecs.model.common.CapacityProviderStrategyItem;
import io.stowage.ecs.model.common.LaunchType;
import io.stowage.ecs.model.common.NetworkConfiguration;
import io.stowage.ecs.model.internal.WithBuilder;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One rollout of a service whose controller is {@link DeploymentControllerType#ECS}: the tasks of one revision, and how far they have
 * got. While one revision replaces another, the service has a deployment for each.
 *
 * <p>Mirrors
 * <a href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Deployment.html">Deployment</a>.
 * Immutable; made with {@link #builder()}. The canonical constructor grows with the API: it is no part of what stays compatible.
 *
 * @param capacityProviderStrategy how its tasks are divided between capacity providers; absent if it uses a launch type
 * @param createdAt when the deployment was created
 * @param desiredCount count of tasks that the deployment shall reach or keep
 * @param failedTasks count of consecutive failures: tasks that could not be launched, never got to {@code RUNNING} or failed their health
 *     checks
 * @param fargateEphemeralStorage encryption of the ephemeral storage of its Fargate tasks; absent if nothing special was asked for
 * @param id identifies the deployment, {@code ecs-svc/} and a number; it is the {@code startedBy} of its tasks
 * @param launchType infrastructure of its tasks; absent if it uses a capacity provider strategy
 * @param networkConfiguration subnets and security groups of its tasks; absent unless the network mode is {@code awsvpc}
 * @param pendingCount count of its tasks that are {@code PENDING}
 * @param platformFamily operating system of its tasks, such as {@code LINUX}; Fargate only
 * @param platformVersion platform version of its tasks; Fargate only
 * @param rolloutState how far the rollout is; absent for a service behind a Classic Load Balancer
 * @param rolloutStateReason why it is in this state, in words
 * @param runningCount count of its tasks that are {@code RUNNING}
 * @param serviceConnectConfiguration how its tasks take part in Service Connect; absent: not at all
 * @param serviceConnectResources the Cloud Map services that were made for its discovery names; absent without Service Connect
 * @param status {@code PRIMARY} for the newest deployment, {@code ACTIVE} for one that still has tasks and is being replaced,
 *     {@code INACTIVE} once it is replaced
 * @param taskDefinition ARN of the task definition that its tasks run
 * @param updatedAt when the deployment last changed
 * @param volumeConfigurations the EBS volume of its tasks; absent if the task definition leaves none to be configured at launch
 * @param vpcLatticeConfigurations the VPC Lattice target groups of its tasks; absent: none
 * @param otherMembers members that have no component here; see {@link EcsStructure#otherMembers()}
 */
@WithBuilder
public record Deployment(
        List<CapacityProviderStrategyItem> capacityProviderStrategy,
        @Nullable Instant createdAt,
        @Nullable Integer desiredCount,
        @Nullable Integer failedTasks,
        @Nullable DeploymentEphemeralStorage fargateEphemeralStorage,
        @Nullable String id,
        @Nullable LaunchType launchType,
        @Nullable NetworkConfiguration networkConfiguration,
        @Nullable Integer pendingCount,
        @Nullable String platformFamily,
        @Nullable String platformVersion,
        @Nullable DeploymentRolloutState rolloutState,
        @Nullable String rolloutStateReason,
        @Nullable Integer runningCount,
        @Nullable ServiceConnectConfiguration serviceConnectConfiguration,
        List<ServiceConnectServiceResource> serviceConnectResources,
        @Nullable String status,
        @Nullable String taskDefinition,
        @Nullable Instant updatedAt,
        List<ServiceVolumeConfiguration> volumeConfigurations,
        List<VpcLatticeConfiguration> vpcLatticeConfigurations,
        Map<String, @Nullable Object> otherMembers)
        implements EcsStructure {

    /** Copies lists and maps; null stands for absent. */
    public Deployment {
        capacityProviderStrategy = Presence.listOf(capacityProviderStrategy);
        serviceConnectResources = Presence.listOf(serviceConnectResources);
        volumeConfigurations = Presence.listOf(volumeConfigurations);
        vpcLatticeConfigurations = Presence.listOf(vpcLatticeConfigurations);
        otherMembers = Presence.freeze(otherMembers);
    }

    /**
     * Starts an empty one.
     *
     * @return a new builder in which everything is absent
     */
    public static DeploymentBuilder builder() {
        return DeploymentBuilder.builder();
    }

    /**
     * Starts from this one.
     *
     * @return a new builder that holds what this object holds
     */
    public DeploymentBuilder toBuilder() {
        return DeploymentBuilder.builder(this);
    }
}
