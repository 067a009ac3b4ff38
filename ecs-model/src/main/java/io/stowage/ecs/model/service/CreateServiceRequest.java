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
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The input of {@code CreateService}: a service that ECS shall keep running on a cluster.
 *
 * <p>Mirrors
 * <a href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateService.html">CreateService</a>.
 * Immutable; made with {@link #builder()}. The canonical constructor grows with the API: it is no part of what stays compatible.
 *
 * @param availabilityZoneRebalancing whether tasks are evened out between zones later on; absent: {@code ENABLED} where the service is
 *     eligible
 * @param capacityProviderStrategy how the tasks are divided between capacity providers, at most 20 entries; not together with
 *     {@code launchType}. With neither, the default strategy of the cluster applies
 * @param clientToken makes a repeated request idempotent: up to 36 ASCII characters from 33 to 126, case-sensitive; optional
 * @param cluster name or ARN of the cluster that runs the tasks; absent: the cluster named {@code default}
 * @param deploymentConfiguration how deployments of the service go; absent: rolling, with the default percentages
 * @param deploymentController who carries out deployments; absent: {@link DeploymentControllerType#ECS}
 * @param desiredCount count of tasks to keep running, 0 or more; required for {@code REPLICA}, not used by {@code DAEMON}
 * @param enableECSManagedTags whether ECS tags the tasks with the names of their cluster and service; absent: false. Goes with
 *     {@code propagateTags}
 * @param enableExecuteCommand whether ECS Exec may run commands in the containers, which needs a task role; absent: false
 * @param healthCheckGracePeriodSeconds seconds after the start of a task in which failed load balancer, VPC Lattice and container health
 *     checks are ignored, 0 to 2147483647; absent: 0
 * @param launchType the infrastructure of the tasks; not together with {@code capacityProviderStrategy}, which Fargate Spot and Managed
 *     Instances need
 * @param loadBalancers where the tasks are registered as targets: up to 5 target groups, or one Classic Load Balancer; absent: nowhere
 * @param monitoring at which resolution ECS publishes the metrics of the service; absent: 60 seconds
 * @param networkConfiguration subnets and security groups of the tasks; required for network mode {@code awsvpc}, refused for the others
 * @param placementConstraints what a container instance must fulfil, at most 10 together with those of the task definition; not on
 *     Fargate
 * @param placementStrategy how to choose between eligible instances, at most 5 rules in order of weight; absent: spread over zones, then
 *     instances. Not on Fargate, not for {@code DAEMON}
 * @param platformVersion the Fargate platform version, such as {@code 1.4.0}; absent: {@code LATEST} on Fargate, and without meaning
 *     elsewhere
 * @param propagateTags whether new tasks take over the tags of the task definition or of the service; absent: of neither
 * @param role name or ARN of the role that registers targets with the load balancer; absent: the service-linked role of ECS, the only one
 *     possible with {@code awsvpc}, service discovery, the {@code EXTERNAL} controller or several target groups
 * @param schedulingStrategy whether to run a number of tasks or one on each instance; absent: {@link SchedulingStrategy#REPLICA}
 * @param serviceConnectConfiguration how the service takes part in Service Connect; absent: not at all
 * @param serviceName unique in the cluster, 1 to 255 letters, digits, {@code -} and {@code _}; required
 * @param serviceRegistries the Cloud Map registry that the tasks are entered in, at most one; absent: no service discovery
 * @param tags tags of the service itself, at most 50; tasks get them through {@code propagateTags} only
 * @param taskDefinition family, {@code family:revision} or ARN; without a revision the latest {@code ACTIVE} one. Required unless the
 *     controller is {@code EXTERNAL}
 * @param volumeConfigurations settings of the EBS volume that the task definition leaves to be configured at launch, at most one;
 *     {@code REPLICA} only
 * @param vpcLatticeConfigurations the VPC Lattice target groups that the tasks are registered with; absent: none
 * @param otherMembers members that have no component here; see {@link EcsStructure#otherMembers()}
 */
@WithBuilder
public record CreateServiceRequest(
        @Nullable AvailabilityZoneRebalancing availabilityZoneRebalancing,
        List<CapacityProviderStrategyItem> capacityProviderStrategy,
        @Nullable String clientToken,
        @Nullable String cluster,
        @Nullable DeploymentConfiguration deploymentConfiguration,
        @Nullable DeploymentController deploymentController,
        @Nullable Integer desiredCount,
        @Nullable Boolean enableECSManagedTags,
        @Nullable Boolean enableExecuteCommand,
        @Nullable Integer healthCheckGracePeriodSeconds,
        @Nullable LaunchType launchType,
        List<LoadBalancer> loadBalancers,
        @Nullable MonitoringConfiguration monitoring,
        @Nullable NetworkConfiguration networkConfiguration,
        List<PlacementConstraint> placementConstraints,
        List<PlacementStrategy> placementStrategy,
        @Nullable String platformVersion,
        @Nullable PropagateTags propagateTags,
        @Nullable String role,
        @Nullable SchedulingStrategy schedulingStrategy,
        @Nullable ServiceConnectConfiguration serviceConnectConfiguration,
        @Nullable String serviceName,
        List<ServiceRegistry> serviceRegistries,
        List<Tag> tags,
        @Nullable String taskDefinition,
        List<ServiceVolumeConfiguration> volumeConfigurations,
        List<VpcLatticeConfiguration> vpcLatticeConfigurations,
        Map<String, @Nullable Object> otherMembers)
        implements EcsStructure {

    /** Copies lists and maps; null stands for absent. */
    public CreateServiceRequest {
        capacityProviderStrategy = Presence.listOf(capacityProviderStrategy);
        loadBalancers = Presence.listOf(loadBalancers);
        placementConstraints = Presence.listOf(placementConstraints);
        placementStrategy = Presence.listOf(placementStrategy);
        serviceRegistries = Presence.listOf(serviceRegistries);
        tags = Presence.listOf(tags);
        volumeConfigurations = Presence.listOf(volumeConfigurations);
        vpcLatticeConfigurations = Presence.listOf(vpcLatticeConfigurations);
        otherMembers = Presence.freeze(otherMembers);
    }

    /**
     * Starts an empty one.
     *
     * @return a new builder in which everything is absent
     */
    public static CreateServiceRequestBuilder builder() {
        return CreateServiceRequestBuilder.builder();
    }

    /**
     * Starts from this one.
     *
     * @return a new builder that holds what this object holds
     */
    public CreateServiceRequestBuilder toBuilder() {
        return CreateServiceRequestBuilder.builder(this);
    }

    /**
     * The cluster: what is written, or {@code default}.
     *
     * @return never null
     */
    public String effectiveCluster() {
        return cluster == null ? "default" : cluster;
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
