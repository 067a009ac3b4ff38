package io.stowage.ecs.validation.input;

import io.stowage.ecs.model.Presence;
import io.stowage.ecs.model.capacity.CreateCapacityProviderRequest;
import io.stowage.ecs.model.cluster.CreateClusterRequest;
import io.stowage.ecs.model.service.CreateServiceRequest;
import io.stowage.ecs.model.task.RunTaskRequest;
import io.stowage.ecs.model.taskdef.ContainerDefinition;
import io.stowage.ecs.model.taskdef.TaskDefinition;
import io.stowage.ecs.validation.internal.WithBuilder;
import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything that one validation looks at. All members are optional: a rule speaks only when everything it needs is there, so more
 * context means more rules. JSON pointers of findings begin with the name of a member, {@code /taskDefinition/cpu}.
 *
 * <p>An absent list says that nothing is known, an empty one that there is nothing: with {@code roles(List.of())} the role that a
 * task names does not exist, with no {@code roles} at all nobody knows.
 *
 * <p>Immutable; made with {@link #builder()}. The canonical constructor grows with the library: it is no part of what stays
 * compatible.
 *
 * @param taskDefinition what is given to register-task-definition
 * @param service what is given to create-service
 * @param runTask what is given to run-task
 * @param cluster what is given to create-cluster; its {@code capacityProviders} are the associated ones
 * @param capacityProviders what is given to create-capacity-provider, for each provider of the cluster
 * @param containerInstances the container instances of the cluster
 * @param targetGroups the target groups that the service refers to
 * @param loadBalancers the load balancers in front of the service
 * @param securityGroups the security groups of instances, tasks and load balancers
 * @param subnets the subnets that the service or run-task refers to
 * @param serviceRegistries the services of AWS Cloud Map that the service refers to
 * @param autoScalingGroups the Auto Scaling groups of the capacity providers
 * @param roles the roles that tasks, services and instances name
 * @param services the other services of the cluster
 * @param registeredTaskDefinitions the task definitions that are registered
 * @param scalableTarget the bounds of automatic scaling of the service
 * @param logGroups the log groups there are
 * @param region the region of the deployment, such as {@code eu-west-1}
 */
@WithBuilder
public record EcsConfiguration(
        @Nullable TaskDefinition taskDefinition,
        @Nullable CreateServiceRequest service,
        @Nullable RunTaskRequest runTask,
        @Nullable CreateClusterRequest cluster,
        List<CreateCapacityProviderRequest> capacityProviders,
        List<KnownInstance> containerInstances,
        List<KnownTargetGroup> targetGroups,
        List<KnownLoadBalancer> loadBalancers,
        List<KnownSecurityGroup> securityGroups,
        List<KnownSubnet> subnets,
        List<KnownServiceRegistry> serviceRegistries,
        List<KnownAutoScalingGroup> autoScalingGroups,
        List<KnownRole> roles,
        List<KnownService> services,
        List<KnownRevision> registeredTaskDefinitions,
        @Nullable ScalableTarget scalableTarget,
        List<KnownLogGroup> logGroups,
        @Nullable String region) {

    /** Copies lists; null stands for absent. */
    public EcsConfiguration {
        capacityProviders = Presence.listOf(capacityProviders);
        containerInstances = Presence.listOf(containerInstances);
        targetGroups = Presence.listOf(targetGroups);
        loadBalancers = Presence.listOf(loadBalancers);
        securityGroups = Presence.listOf(securityGroups);
        subnets = Presence.listOf(subnets);
        serviceRegistries = Presence.listOf(serviceRegistries);
        autoScalingGroups = Presence.listOf(autoScalingGroups);
        roles = Presence.listOf(roles);
        services = Presence.listOf(services);
        registeredTaskDefinitions = Presence.listOf(registeredTaskDefinitions);
        logGroups = Presence.listOf(logGroups);
    }

    /**
     * A task definition alone.
     *
     * @param taskDefinition the task definition
     * @return a configuration that holds nothing else
     */
    public static EcsConfiguration of(TaskDefinition taskDefinition) {
        return builder().taskDefinition(taskDefinition).build();
    }

    /**
     * Container definitions of which the task definition around them is not known, as in a Terraform {@code container_definitions} or
     * a file that holds only the list. Rules that need another member of the task definition are silent.
     *
     * @param containers the container definitions
     * @return a configuration that holds nothing else
     */
    public static EcsConfiguration ofContainers(List<ContainerDefinition> containers) {
        Map<String, @Nullable Object> unknown = new LinkedHashMap<>();
        for (RecordComponent component : TaskDefinition.class.getRecordComponents()) {
            unknown.put(component.getName(), "${not given}");
        }
        unknown.remove("containerDefinitions");
        // Registration takes tags besides.
        unknown.put("tags", "${not given}");
        unknown.remove("otherMembers");
        return of(TaskDefinition.builder()
                .containerDefinitions(containers)
                .otherMembers(unknown)
                .build());
    }

    /**
     * Starts an empty one.
     *
     * @return a new builder in which everything is absent
     */
    public static EcsConfigurationBuilder builder() {
        return EcsConfigurationBuilder.builder();
    }

    /**
     * Starts from this one.
     *
     * @return a new builder that holds what this object holds
     */
    public EcsConfigurationBuilder toBuilder() {
        return EcsConfigurationBuilder.builder(this);
    }
}
