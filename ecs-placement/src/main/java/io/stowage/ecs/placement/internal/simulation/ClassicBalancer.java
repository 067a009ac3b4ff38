package io.stowage.ecs.placement.internal.simulation;

import io.stowage.ecs.model.common.LaunchType;
import io.stowage.ecs.model.service.CreateServiceRequest;
import io.stowage.ecs.model.service.DeploymentControllerType;
import io.stowage.ecs.model.service.LoadBalancer;
import io.stowage.ecs.model.taskdef.ContainerDefinition;
import io.stowage.ecs.model.taskdef.NetworkMode;
import io.stowage.ecs.model.taskdef.PortMapping;
import io.stowage.ecs.placement.service.SimulatedService;
import java.util.ArrayList;
import java.util.List;

/**
 * What a Classic Load Balancer asks of a service. It knows instances and one port that is the same on all of them, so the port of the container
 * has to be fixed: from then on the engine reserves it, as it does every fixed port, and each instance runs one task.
 */
final class ClassicBalancer {
    private ClassicBalancer() {}

    /**
     * Refuses what cannot be behind one.
     *
     * @throws IllegalArgumentException with everything that stands against it
     */
    static void check(SimulatedService definition, DeploymentControllerType controller) {
        List<LoadBalancer> balancers = definition.request().loadBalancers();
        List<LoadBalancer> classic = balancers.stream()
                .filter(balancer -> balancer.loadBalancerName() != null)
                .toList();
        if (classic.isEmpty()) {
            return;
        }
        List<String> problems = new ArrayList<>();
        boolean mixed = balancers.size() > classic.size()
                || classic.stream()
                                .map(LoadBalancer::loadBalancerName)
                                .distinct()
                                .count()
                        > 1;
        if (mixed) {
            problems.add("it is one of several load balancers; it alone was expected");
        }
        if (!controller.equals(DeploymentControllerType.ECS)) {
            problems.add("the deployment controller is " + controller.value() + "; ECS was expected");
        }
        network(definition, problems);
        classic.forEach(balancer -> port(definition, balancer, problems));
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException("service " + definition.name()
                    + " cannot be behind the Classic Load Balancer "
                    + classic.get(0).loadBalancerName() + ": "
                    + String.join("; ", problems));
        }
    }

    private static void network(SimulatedService definition, List<String> problems) {
        CreateServiceRequest request = definition.request();
        boolean fargate = LaunchType.FARGATE.equals(request.launchType())
                || request.capacityProviderStrategy().stream()
                        .anyMatch(
                                item -> String.valueOf(item.capacityProvider()).startsWith("FARGATE"));
        if (fargate) {
            problems.add("Fargate has no instances to register; EC2 was expected");
        }
        if (definition.taskDefinition().effectiveNetworkMode().equals(NetworkMode.AWSVPC)) {
            problems.add("the network mode is awsvpc; bridge or host was expected");
        }
    }

    private static void port(SimulatedService definition, LoadBalancer balancer, List<String> problems) {
        NetworkMode mode = definition.taskDefinition().effectiveNetworkMode();
        for (ContainerDefinition container : definition.taskDefinition().containerDefinitions()) {
            for (PortMapping mapping : container.portMappings()) {
                boolean named = balancer.containerPort() != null
                        && balancer.containerPort().equals(mapping.containerPort())
                        && (balancer.containerName() == null
                                || balancer.containerName().equals(container.name()));
                if (named && mapping.effectiveHostPort(mode).isEmpty()) {
                    problems.add("container " + container.name() + " has a dynamic host port for its port "
                            + mapping.containerPort() + "; a fixed hostPort was expected");
                }
            }
        }
    }
}
