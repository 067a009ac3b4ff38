package io.stowage.ecs.validation.internal.rules;

import io.stowage.ecs.model.taskdef.ContainerDefinition;
import io.stowage.ecs.model.taskdef.EphemeralStorage;
import io.stowage.ecs.model.taskdef.ResourceRequirement;
import io.stowage.ecs.model.taskdef.TaskDefinition;
import io.stowage.ecs.validation.input.EcsConfiguration;
import io.stowage.ecs.validation.spi.Place;

/** The places that several rules look at. */
final class Places {
    static final Place<TaskDefinition> TASK = Place.configuration().member(EcsConfiguration::taskDefinition);
    static final Place<EphemeralStorage> EPHEMERAL_STORAGE = TASK.member(TaskDefinition::ephemeralStorage);
    static final Place<ContainerDefinition> CONTAINERS = TASK.each(TaskDefinition::containerDefinitions);
    static final Place<ResourceRequirement> RESOURCE_REQUIREMENTS =
            CONTAINERS.each(ContainerDefinition::resourceRequirements);

    private Places() {}
}
