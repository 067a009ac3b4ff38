package io.stowage.ecs.model.service;

import io.stowage.ecs.model.EcsStructure;
import io.stowage.ecs.model.Presence;
import io.stowage.ecs.model.common.CapacityProviderStrategyItem;
import io.stowage.ecs.model.common.NetworkConfiguration;
import io.stowage.ecs.model.common.PropagateTags;
import io.stowage.ecs.model.internal.WithBuilder;
import io.stowage.ecs.model.placement.PlacementConstraint;
import io.stowage.ecs.model.placement.PlacementStrategy;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The input of {@code UpdateService}: what to change in a service. An absent member leaves the service as it is, while a list that was
 * written as empty takes away what the service has; {@link Presence} tells the two apart. A new deployment starts when one is forced or
 * when task definition, network, platform version, load balancers, registries, Service Connect, volumes or VPC Lattice change.
 *
 * <p>Mirrors
 * <a href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_UpdateService.html">UpdateService</a>.
 * Immutable; made with {@link #builder()}. The canonical constructor grows with the API: it is no part of what stays compatible.
 *
 * @param availabilityZoneRebalancing whether tasks are evened out between zones; absent: as before, or {@code DISABLED} if it was never
 *     set
 * @param capacityProviderStrategy how new tasks are divided between capacity providers, at most 20 entries; running tasks move by
 *     {@code forceNewDeployment} only. Written as empty: back to the launch type
 * @param cluster name or ARN of the cluster that the service is in; absent: the cluster named {@code default}
 * @param deploymentConfiguration how later deployments go
 * @param deploymentController a new controller, from {@code CODE_DEPLOY} to another or between {@code ECS} and {@code EXTERNAL}; not
 *     during a deployment
 * @param desiredCount count of tasks to keep running, 0 or more
 * @param enableECSManagedTags whether ECS tags new tasks with the names of their cluster and service
 * @param enableExecuteCommand whether ECS Exec may run commands in the containers of new tasks
 * @param forceNewDeployment whether to start a deployment even if nothing changed, for instance to pull an image again; absent: false
 * @param healthCheckGracePeriodSeconds seconds after the start of a task in which failed load balancer, VPC Lattice and container health
 *     checks are ignored, 0 to 2147483647
 * @param loadBalancers where the tasks are registered as targets, in place of the present ones; for the controller {@code ECS}
 * @param monitoring at which resolution ECS publishes the metrics of the service
 * @param networkConfiguration subnets and security groups of the tasks; for network mode {@code awsvpc} only
 * @param placementConstraints what a container instance must fulfil, in place of the present ones; at most 10 together with those of the
 *     task definition
 * @param placementStrategy how to choose between eligible instances, in place of the present rules; at most 5 in order of weight
 * @param platformVersion the Fargate platform version, such as {@code 1.4.0} or {@code LATEST}
 * @param propagateTags whether new tasks take over the tags of the task definition or of the service
 * @param service name or ARN of the service to change; required
 * @param serviceConnectConfiguration how the service takes part in Service Connect
 * @param serviceRegistries the Cloud Map registry that the tasks are entered in, at most one
 * @param taskDefinition family, {@code family:revision} or ARN; without a revision the latest {@code ACTIVE} one
 * @param volumeConfigurations settings of the EBS volume that the task definition leaves to be configured at launch, at most one
 * @param vpcLatticeConfigurations the VPC Lattice target groups that the tasks are registered with
 * @param otherMembers members that have no component here; see {@link EcsStructure#otherMembers()}
 */
@WithBuilder
public record UpdateServiceRequest(
        @Nullable AvailabilityZoneRebalancing availabilityZoneRebalancing,
        List<CapacityProviderStrategyItem> capacityProviderStrategy,
        @Nullable String cluster,
        @Nullable DeploymentConfiguration deploymentConfiguration,
        @Nullable DeploymentController deploymentController,
        @Nullable Integer desiredCount,
        @Nullable Boolean enableECSManagedTags,
        @Nullable Boolean enableExecuteCommand,
        @Nullable Boolean forceNewDeployment,
        @Nullable Integer healthCheckGracePeriodSeconds,
        List<LoadBalancer> loadBalancers,
        @Nullable MonitoringConfiguration monitoring,
        @Nullable NetworkConfiguration networkConfiguration,
        List<PlacementConstraint> placementConstraints,
        List<PlacementStrategy> placementStrategy,
        @Nullable String platformVersion,
        @Nullable PropagateTags propagateTags,
        @Nullable String service,
        @Nullable ServiceConnectConfiguration serviceConnectConfiguration,
        List<ServiceRegistry> serviceRegistries,
        @Nullable String taskDefinition,
        List<ServiceVolumeConfiguration> volumeConfigurations,
        List<VpcLatticeConfiguration> vpcLatticeConfigurations,
        Map<String, @Nullable Object> otherMembers)
        implements EcsStructure {

    /** Copies lists and maps; null stands for absent. */
    public UpdateServiceRequest {
        capacityProviderStrategy = Presence.listOf(capacityProviderStrategy);
        loadBalancers = Presence.listOf(loadBalancers);
        placementConstraints = Presence.listOf(placementConstraints);
        placementStrategy = Presence.listOf(placementStrategy);
        serviceRegistries = Presence.listOf(serviceRegistries);
        volumeConfigurations = Presence.listOf(volumeConfigurations);
        vpcLatticeConfigurations = Presence.listOf(vpcLatticeConfigurations);
        otherMembers = Presence.freeze(otherMembers);
    }

    /**
     * Starts an empty one.
     *
     * @return a new builder in which everything is absent
     */
    public static UpdateServiceRequestBuilder builder() {
        return UpdateServiceRequestBuilder.builder();
    }

    /**
     * Starts from this one.
     *
     * @return a new builder that holds what this object holds
     */
    public UpdateServiceRequestBuilder toBuilder() {
        return UpdateServiceRequestBuilder.builder(this);
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
