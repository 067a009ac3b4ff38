package io.stowage.ecs.model.service;

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
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A service as {@code DescribeServices} reports it: tasks of one kind that ECS keeps running, and their present state.
 *
 * <p>Mirrors
 * <a href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Service.html">Service</a>.
 * Immutable; made with {@link #builder()}. The canonical constructor grows with the API: it is no part of what stays compatible.
 *
 * @param availabilityZoneRebalancing whether tasks are evened out between zones; absent if it was never set, which counts as
 *     {@code DISABLED}
 * @param capacityProviderStrategy how tasks are divided between capacity providers; absent if the service uses a launch type
 * @param clusterArn the cluster that runs the tasks
 * @param createdAt when the service was created
 * @param createdBy the principal that created it
 * @param currentServiceDeployment ARN of the {@link ServiceDeployment} that is current
 * @param currentServiceRevisions the revisions that have tasks at present; several while a deployment runs
 * @param deploymentConfiguration how deployments of the service go
 * @param deploymentController who carries out its deployments; absent: {@link DeploymentControllerType#ECS}
 * @param deployments its rollouts under the controller {@code ECS}, the one with status {@code PRIMARY} being the newest
 * @param desiredCount count of tasks that ECS keeps running; for {@code DAEMON} the number of eligible instances
 * @param enableECSManagedTags whether ECS tags the tasks with the names of their cluster and service
 * @param enableExecuteCommand whether ECS Exec may run commands in the containers
 * @param events what the scheduler reported of late, at most 100 events
 * @param healthCheckGracePeriodSeconds seconds after the start of a task in which failed load balancer, VPC Lattice and container health
 *     checks are ignored; absent: 0
 * @param launchType infrastructure of the tasks; absent if the service uses a capacity provider strategy
 * @param loadBalancers where the tasks are registered as targets; absent: nowhere
 * @param networkConfiguration subnets and security groups of the tasks; absent unless the network mode is {@code awsvpc}
 * @param pendingCount count of its tasks that are {@code PENDING}
 * @param placementConstraints what a container instance must fulfil; absent: nothing beyond the task definition
 * @param placementStrategy how to choose between eligible instances, in order of weight; absent: spread over zones, then instances
 * @param platformFamily operating system of the tasks, such as {@code LINUX}; Fargate only
 * @param platformVersion platform version of the tasks; Fargate only
 * @param propagateTags whether new tasks take over the tags of the task definition or of the service; absent: of neither
 * @param resourceManagementType who looks after the resources around the service
 * @param roleArn the role that registers targets with the load balancer; absent if the service needs none
 * @param runningCount count of its tasks that are {@code RUNNING}
 * @param schedulingStrategy whether a number of tasks runs or one on each instance
 * @param serviceArn identifies the service
 * @param serviceName unique in its cluster
 * @param serviceRegistries the Cloud Map registry that the tasks are entered in; absent: no service discovery
 * @param status {@code ACTIVE}, {@code DRAINING} after deletion while tasks still stop, {@code INACTIVE} when they are gone
 * @param tags tags of the service; reported on request only
 * @param taskDefinition ARN of the task definition; absent with the controller {@code EXTERNAL}, whose task sets have their own
 * @param taskSets its groups of tasks under the controllers {@code CODE_DEPLOY} and {@code EXTERNAL}; absent with {@code ECS}
 * @param otherMembers members that have no component here; see {@link EcsStructure#otherMembers()}
 */
@WithBuilder
public record Service(
        @Nullable AvailabilityZoneRebalancing availabilityZoneRebalancing,
        List<CapacityProviderStrategyItem> capacityProviderStrategy,
        @Nullable String clusterArn,
        @Nullable Instant createdAt,
        @Nullable String createdBy,
        @Nullable String currentServiceDeployment,
        List<ServiceCurrentRevisionSummary> currentServiceRevisions,
        @Nullable DeploymentConfiguration deploymentConfiguration,
        @Nullable DeploymentController deploymentController,
        List<Deployment> deployments,
        @Nullable Integer desiredCount,
        @Nullable Boolean enableECSManagedTags,
        @Nullable Boolean enableExecuteCommand,
        List<ServiceEvent> events,
        @Nullable Integer healthCheckGracePeriodSeconds,
        @Nullable LaunchType launchType,
        List<LoadBalancer> loadBalancers,
        @Nullable NetworkConfiguration networkConfiguration,
        @Nullable Integer pendingCount,
        List<PlacementConstraint> placementConstraints,
        List<PlacementStrategy> placementStrategy,
        @Nullable String platformFamily,
        @Nullable String platformVersion,
        @Nullable PropagateTags propagateTags,
        @Nullable ResourceManagementType resourceManagementType,
        @Nullable String roleArn,
        @Nullable Integer runningCount,
        @Nullable SchedulingStrategy schedulingStrategy,
        @Nullable String serviceArn,
        @Nullable String serviceName,
        List<ServiceRegistry> serviceRegistries,
        @Nullable String status,
        List<Tag> tags,
        @Nullable String taskDefinition,
        List<TaskSet> taskSets,
        Map<String, @Nullable Object> otherMembers)
        implements EcsStructure {

    /** Copies lists and maps; null stands for absent. */
    public Service {
        capacityProviderStrategy = Presence.listOf(capacityProviderStrategy);
        currentServiceRevisions = Presence.listOf(currentServiceRevisions);
        deployments = Presence.listOf(deployments);
        events = Presence.listOf(events);
        loadBalancers = Presence.listOf(loadBalancers);
        placementConstraints = Presence.listOf(placementConstraints);
        placementStrategy = Presence.listOf(placementStrategy);
        serviceRegistries = Presence.listOf(serviceRegistries);
        tags = Presence.listOf(tags);
        taskSets = Presence.listOf(taskSets);
        otherMembers = Presence.freeze(otherMembers);
    }

    /**
     * Starts an empty one.
     *
     * @return a new builder in which everything is absent
     */
    public static ServiceBuilder builder() {
        return ServiceBuilder.builder();
    }

    /**
     * Starts from this one.
     *
     * @return a new builder that holds what this object holds
     */
    public ServiceBuilder toBuilder() {
        return ServiceBuilder.builder(this);
    }

    /**
     * Whether a number of tasks runs or one on each instance: what is written, or {@code REPLICA}.
     *
     * @return never null
     */
    public SchedulingStrategy effectiveSchedulingStrategy() {
        return schedulingStrategy == null ? SchedulingStrategy.REPLICA : schedulingStrategy;
    }
}
