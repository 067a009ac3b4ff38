package io.stowage.ecs.validation.internal.rules;

import io.stowage.ecs.model.capacity.CreateCapacityProviderRequest;
import io.stowage.ecs.model.cluster.CreateClusterRequest;
import io.stowage.ecs.model.service.CreateServiceRequest;
import io.stowage.ecs.model.task.RunTaskRequest;
import io.stowage.ecs.model.taskdef.ContainerDefinition;
import io.stowage.ecs.model.taskdef.ContainerDependency;
import io.stowage.ecs.model.taskdef.EphemeralStorage;
import io.stowage.ecs.model.taskdef.FirelensConfiguration;
import io.stowage.ecs.model.taskdef.LinuxParameters;
import io.stowage.ecs.model.taskdef.LogConfiguration;
import io.stowage.ecs.model.taskdef.ResourceRequirement;
import io.stowage.ecs.model.taskdef.TaskDefinition;
import io.stowage.ecs.model.taskdef.Volume;
import io.stowage.ecs.validation.input.EcsConfiguration;
import io.stowage.ecs.validation.input.KnownInstance;
import io.stowage.ecs.validation.input.ScalableTarget;
import io.stowage.ecs.validation.spi.Place;

/** The places that several rules look at. */
final class Places {
    static final Place<EcsConfiguration> CONFIGURATION = Place.configuration();

    static final Place<TaskDefinition> TASK = CONFIGURATION.member(EcsConfiguration::taskDefinition);
    static final Place<EphemeralStorage> EPHEMERAL_STORAGE = TASK.member(TaskDefinition::ephemeralStorage);
    static final Place<ContainerDefinition> CONTAINERS = TASK.each(TaskDefinition::containerDefinitions);
    static final Place<ResourceRequirement> RESOURCE_REQUIREMENTS =
            CONTAINERS.each(ContainerDefinition::resourceRequirements);
    static final Place<LogConfiguration> LOG_CONFIGURATIONS = CONTAINERS.member(ContainerDefinition::logConfiguration);
    static final Place<FirelensConfiguration> LOG_ROUTERS =
            CONTAINERS.member(ContainerDefinition::firelensConfiguration);
    static final Place<ContainerDependency> DEPENDENCIES = CONTAINERS.each(ContainerDefinition::dependsOn);
    static final Place<LinuxParameters> LINUX_PARAMETERS = CONTAINERS.member(ContainerDefinition::linuxParameters);
    static final Place<Volume> VOLUMES = TASK.each(TaskDefinition::volumes);

    static final Place<CreateServiceRequest> SERVICE = CONFIGURATION.member(EcsConfiguration::service);
    static final Place<RunTaskRequest> RUN_TASK = CONFIGURATION.member(EcsConfiguration::runTask);
    static final Place<CreateClusterRequest> CLUSTER = CONFIGURATION.member(EcsConfiguration::cluster);
    static final Place<CreateCapacityProviderRequest> CAPACITY_PROVIDERS =
            CONFIGURATION.each(EcsConfiguration::capacityProviders);
    static final Place<KnownInstance> INSTANCES = CONFIGURATION.each(EcsConfiguration::containerInstances);
    static final Place<ScalableTarget> SCALABLE_TARGET = CONFIGURATION.member(EcsConfiguration::scalableTarget);

    private Places() {}
}
