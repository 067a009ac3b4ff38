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
 * An unchangeable copy of what a {@link ServiceDeployment} puts in place: task definition, infrastructure, network and all else that a
 * task of the service depends on.
 *
 * <p>Mirrors
 * <a href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ServiceRevision.html">ServiceRevision</a>.
 * Immutable; made with {@link #builder()}. The canonical constructor grows with the API: it is no part of what stays compatible.
 *
 * @param capacityProviderStrategy how tasks are divided between capacity providers; absent if the revision uses a launch type
 * @param clusterArn the cluster that runs the service
 * @param containerImages the images of the containers, with the digests that their tags were resolved to
 * @param createdAt when the revision was made
 * @param ecsManagedResources what ECS manages around the service; Express services only
 * @param fargateEphemeralStorage encryption of the ephemeral storage of Fargate tasks; absent if nothing special was asked for
 * @param guardDutyEnabled whether GuardDuty Runtime Monitoring watches the tasks
 * @param launchType infrastructure of the tasks; absent if the revision uses a capacity provider strategy
 * @param loadBalancers where the tasks are registered as targets; absent: nowhere
 * @param monitoring at which resolution ECS publishes the metrics of the service; absent: 60 seconds
 * @param networkConfiguration subnets and security groups of the tasks; absent unless the network mode is {@code awsvpc}
 * @param overrides where ECS found that tasks run differently from the task definition; absent if they do not
 * @param platformFamily operating system of the tasks, such as {@code LINUX}; Fargate only
 * @param platformVersion platform version of the tasks; Fargate only
 * @param resolvedConfiguration the resources that the revision really uses, such as the target groups with its traffic
 * @param serviceArn the service that the revision belongs to
 * @param serviceConnectConfiguration how the tasks take part in Service Connect; absent: not at all
 * @param serviceRegistries the Cloud Map registry that the tasks are entered in; absent: no service discovery
 * @param serviceRevisionArn identifies the revision
 * @param taskDefinition ARN of the task definition that the tasks run
 * @param volumeConfigurations the EBS volume of the tasks; absent if the task definition leaves none to be configured at launch
 * @param vpcLatticeConfigurations the VPC Lattice target groups of the tasks; absent: none
 * @param otherMembers members that have no component here; see {@link EcsStructure#otherMembers()}
 */
@WithBuilder
public record ServiceRevision(
        List<CapacityProviderStrategyItem> capacityProviderStrategy,
        @Nullable String clusterArn,
        List<ContainerImage> containerImages,
        @Nullable Instant createdAt,
        @Nullable ECSManagedResources ecsManagedResources,
        @Nullable DeploymentEphemeralStorage fargateEphemeralStorage,
        @Nullable Boolean guardDutyEnabled,
        @Nullable LaunchType launchType,
        List<LoadBalancer> loadBalancers,
        @Nullable MonitoringConfiguration monitoring,
        @Nullable NetworkConfiguration networkConfiguration,
        @Nullable ServiceRevisionOverrides overrides,
        @Nullable String platformFamily,
        @Nullable String platformVersion,
        @Nullable ResolvedConfiguration resolvedConfiguration,
        @Nullable String serviceArn,
        @Nullable ServiceConnectConfiguration serviceConnectConfiguration,
        List<ServiceRegistry> serviceRegistries,
        @Nullable String serviceRevisionArn,
        @Nullable String taskDefinition,
        List<ServiceVolumeConfiguration> volumeConfigurations,
        List<VpcLatticeConfiguration> vpcLatticeConfigurations,
        Map<String, @Nullable Object> otherMembers)
        implements EcsStructure {

    /** Copies lists and maps; null stands for absent. */
    public ServiceRevision {
        capacityProviderStrategy = Presence.listOf(capacityProviderStrategy);
        containerImages = Presence.listOf(containerImages);
        loadBalancers = Presence.listOf(loadBalancers);
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
    public static ServiceRevisionBuilder builder() {
        return ServiceRevisionBuilder.builder();
    }

    /**
     * Starts from this one.
     *
     * @return a new builder that holds what this object holds
     */
    public ServiceRevisionBuilder toBuilder() {
        return ServiceRevisionBuilder.builder(this);
    }
}
