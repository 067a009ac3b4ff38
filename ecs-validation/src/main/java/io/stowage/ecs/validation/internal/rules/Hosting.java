package io.stowage.ecs.validation.internal.rules;

import io.stowage.ecs.model.deployment.DeploymentBounds;
import io.stowage.ecs.model.needs.PortNeed;
import io.stowage.ecs.model.needs.TaskNeeds;
import io.stowage.ecs.model.placement.PlacementConstraint;
import io.stowage.ecs.model.placement.PlacementConstraintType;
import io.stowage.ecs.model.service.CreateServiceRequest;
import io.stowage.ecs.model.service.DeploymentConfiguration;
import io.stowage.ecs.model.service.DeploymentControllerType;
import io.stowage.ecs.model.service.DeploymentStrategy;
import io.stowage.ecs.model.taskdef.ContainerDefinition;
import io.stowage.ecs.model.taskdef.NetworkMode;
import io.stowage.ecs.model.taskdef.PortMapping;
import io.stowage.ecs.model.taskdef.ResourceRequirement;
import io.stowage.ecs.model.taskdef.TaskDefinition;
import io.stowage.ecs.validation.input.EcsConfiguration;
import io.stowage.ecs.validation.input.KnownInstance;
import io.stowage.ecs.validation.spi.Facts;
import io.stowage.ecs.validation.spi.View;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What a service asks of the instances it is to run on. The arithmetic is that of the model; what is here makes sure that all it
 * looks at is known, since the model takes a size or port that is not known for none.
 */
final class Hosting {
    private static final Function<Facts, TaskNeeds> PORT_NEEDS = Hosting::findPortNeeds;
    private static final Function<Facts, Long> MEMORY = Hosting::findMemoryMib;
    private static final Function<Facts, Long> CPU = Hosting::findCpuUnits;

    private Hosting() {}

    /** Whether the configuration shows instances, and the task may run on them. */
    static boolean hasInstances(Facts facts) {
        return !instances(facts).isEmpty() && facts.task().isPresent() && !facts.onFargate();
    }

    static List<View<KnownInstance>> instances(Facts facts) {
        return facts.root().each(EcsConfiguration::containerInstances);
    }

    /** The host ports that a task takes for itself, so that an instance has room for one task; usually none. */
    static List<Integer> staticPorts(Facts facts) {
        TaskNeeds needs = portNeeds(facts);
        if (needs.tcpPorts().isEmpty() && needs.udpPorts().isEmpty()) {
            return List.of();
        }
        return Stream.concat(needs.tcpPorts().stream(), needs.udpPorts().stream())
                .map(PortNeed::port)
                .toList();
    }

    static boolean hasStaticPort(Facts facts) {
        return !staticPorts(facts).isEmpty();
    }

    /** What the task needs, of which only the ports are known to be right. */
    static TaskNeeds portNeeds(Facts facts) {
        return facts.once(PORT_NEEDS);
    }

    private static TaskNeeds findPortNeeds(Facts facts) {
        NetworkMode mode = facts.networkMode();
        if (!facts.mapsHostPorts() && !mode.equals(NetworkMode.HOST)) {
            return TaskNeeds.of(TaskDefinition.builder().build());
        }
        for (View<ContainerDefinition> container : facts.task().each(TaskDefinition::containerDefinitions)) {
            for (View<PortMapping> mapping : container.each(ContainerDefinition::portMappings)) {
                mapping.find(PortMapping::hostPort);
                mapping.find(PortMapping::containerPort);
                mapping.find(PortMapping::protocol);
            }
        }
        return TaskNeeds.of(facts.task().get());
    }

    /** The MiB that a task reserves; the rule is silent if it reserves none, which another rule reports. */
    static long memoryMib(Facts facts) {
        return facts.once(MEMORY);
    }

    private static long findMemoryMib(Facts facts) {
        View<TaskDefinition> task = facts.task();
        if (!facts.onWindows() && task.has(TaskDefinition::memory)) {
            return facts.taskMemoryMib();
        }
        for (View<ContainerDefinition> container : task.each(TaskDefinition::containerDefinitions)) {
            container.find(ContainerDefinition::memory);
            container.find(ContainerDefinition::memoryReservation);
        }
        long mib = TaskNeeds.of(task.get()).memoryMib().amount();
        return View.<Long>orSilent(mib == 0 ? null : mib);
    }

    /** The CPU units that a task reserves. */
    static long cpuUnits(Facts facts) {
        return facts.once(CPU);
    }

    private static long findCpuUnits(Facts facts) {
        View<TaskDefinition> task = facts.task();
        if (!facts.onWindows() && task.has(TaskDefinition::cpu)) {
            return facts.taskCpuUnits();
        }
        task.each(TaskDefinition::containerDefinitions).forEach(container -> container.find(ContainerDefinition::cpu));
        return TaskNeeds.of(task.get()).cpuUnits().amount();
    }

    /** The GPUs that the containers of a task ask for together; where they ask for all, at least one. */
    static long gpus(Facts facts) {
        for (View<ContainerDefinition> container : facts.task().each(TaskDefinition::containerDefinitions)) {
            for (View<ResourceRequirement> requirement : container.each(ContainerDefinition::resourceRequirements)) {
                requirement.find(ResourceRequirement::type);
                requirement.find(ResourceRequirement::value);
            }
        }
        return TaskNeeds.of(facts.task().get()).gpus().amount();
    }

    /** Whether the service wants each task on an instance of its own. */
    static boolean wantsDistinctInstances(View<CreateServiceRequest> service) {
        boolean wants = false;
        for (View<PlacementConstraint> constraint : service.each(CreateServiceRequest::placementConstraints)) {
            wants |= constraint.is(PlacementConstraint::type, PlacementConstraintType.DISTINCT_INSTANCE);
        }
        return wants;
    }

    /** How many tasks the replica service is to have; the rule is silent about daemons and negative numbers. */
    static int desiredCount(View<CreateServiceRequest> service) {
        int desired = service.get(CreateServiceRequest::desiredCount);
        return View.<Integer>orSilent(desired < 0 || service.facts().isDaemon() ? null : desired);
    }

    /**
     * Whether a rolling deployment may not stop any task before its successor runs. With other controllers and strategies the
     * percentages mean something else or nothing, so the rule is silent there.
     */
    static boolean mustStartFirst(View<CreateServiceRequest> service) {
        DeploymentBounds bounds = bounds(service);
        return bounds.desiredCount() > 0 && !bounds.mayStopFirst();
    }

    static DeploymentBounds bounds(View<CreateServiceRequest> service) {
        View<DeploymentConfiguration> configuration = service.member(CreateServiceRequest::deploymentConfiguration);
        boolean rolling = service.facts().deploymentController().equals(DeploymentControllerType.ECS)
                && configuration
                        .getOr(DeploymentConfiguration::strategy, DeploymentStrategy.ROLLING)
                        .equals(DeploymentStrategy.ROLLING);
        Integer minimum = configuration.find(DeploymentConfiguration::minimumHealthyPercent);
        Integer maximum = configuration.find(DeploymentConfiguration::maximumPercent);
        boolean impossible = (minimum != null && (minimum < 0 || minimum > 100)) || (maximum != null && maximum < 0);
        return View.<DeploymentBounds>orSilent(
                rolling && !impossible
                        ? DeploymentBounds.ofReplica(desiredCount(service), configuration.find())
                        : null);
    }
}
