package io.stowage.ecs.validation.internal.rules;

import static io.stowage.ecs.validation.internal.rules.Places.CONFIGURATION;
import static io.stowage.ecs.validation.internal.rules.Places.RUN_TASK;
import static io.stowage.ecs.validation.internal.rules.Places.SERVICE;
import static io.stowage.ecs.validation.internal.rules.Places.TASK;

import io.stowage.ecs.model.placement.PlacementConstraint;
import io.stowage.ecs.model.placement.PlacementStrategy;
import io.stowage.ecs.model.service.CreateServiceRequest;
import io.stowage.ecs.model.service.DeploymentConfiguration;
import io.stowage.ecs.model.service.LoadBalancer;
import io.stowage.ecs.model.service.ServiceConnectConfiguration;
import io.stowage.ecs.model.service.ServiceConnectService;
import io.stowage.ecs.model.service.ServiceRegistry;
import io.stowage.ecs.model.task.RunTaskRequest;
import io.stowage.ecs.model.taskdef.TaskDefinition;
import io.stowage.ecs.model.taskdef.TaskDefinitionPlacementConstraint;
import io.stowage.ecs.validation.input.EcsConfiguration;
import io.stowage.ecs.validation.input.KnownTargetGroup;
import io.stowage.ecs.validation.spi.Place;
import java.util.List;

/** The places of a service and of what it refers to that several rules look at. */
final class ServicePlaces {
    static final Place<LoadBalancer> SERVICE_LOAD_BALANCERS = SERVICE.each(CreateServiceRequest::loadBalancers);
    static final Place<ServiceRegistry> SERVICE_REGISTRIES = SERVICE.each(CreateServiceRequest::serviceRegistries);
    static final Place<DeploymentConfiguration> DEPLOYMENT =
            SERVICE.member(CreateServiceRequest::deploymentConfiguration);
    static final Place<ServiceConnectConfiguration> CONNECT =
            SERVICE.member(CreateServiceRequest::serviceConnectConfiguration);
    static final Place<ServiceConnectService> CONNECT_SERVICES = CONNECT.each(ServiceConnectConfiguration::services);

    static final Place<TaskDefinitionPlacementConstraint> TASK_CONSTRAINTS =
            TASK.each(TaskDefinition::placementConstraints);
    static final Place<PlacementConstraint> SERVICE_CONSTRAINTS =
            SERVICE.each(CreateServiceRequest::placementConstraints);
    static final Place<PlacementConstraint> RUN_TASK_CONSTRAINTS = RUN_TASK.each(RunTaskRequest::placementConstraints);

    /** A service and tasks that are run without one are placed alike. */
    static final List<Place<PlacementConstraint>> CONSTRAINTS = List.of(SERVICE_CONSTRAINTS, RUN_TASK_CONSTRAINTS);

    static final List<Place<PlacementStrategy>> STRATEGIES = List.of(
            SERVICE.each(CreateServiceRequest::placementStrategy), RUN_TASK.each(RunTaskRequest::placementStrategy));

    static final Place<KnownTargetGroup> TARGET_GROUPS = CONFIGURATION.each(EcsConfiguration::targetGroups);

    private ServicePlaces() {}
}
