package io.stowage.ecs.placement.service;

import io.stowage.ecs.model.common.CapacityProviderStrategyItem;
import io.stowage.ecs.model.network.TargetGroup;
import io.stowage.ecs.model.network.TargetType;
import io.stowage.ecs.model.placement.PlacementConstraint;
import io.stowage.ecs.model.placement.PlacementStrategy;
import io.stowage.ecs.model.service.CreateServiceRequest;
import io.stowage.ecs.model.service.CreateServiceRequestBuilder;
import io.stowage.ecs.model.service.DeploymentCircuitBreaker;
import io.stowage.ecs.model.service.DeploymentConfiguration;
import io.stowage.ecs.model.service.DeploymentConfigurationBuilder;
import io.stowage.ecs.model.service.DeploymentStrategy;
import io.stowage.ecs.model.service.SchedulingStrategy;
import io.stowage.ecs.model.taskdef.ContainerDefinitionBuilder;
import io.stowage.ecs.model.taskdef.HealthCheck;
import io.stowage.ecs.model.taskdef.TaskDefinition;
import io.stowage.ecs.placement.Clusters;
import io.stowage.ecs.placement.snapshot.ClusterSnapshot;
import io.stowage.ecs.placement.snapshot.InstanceSnapshot;
import io.stowage.ecs.placement.snapshot.InstanceSnapshotBuilder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** A small cluster, a few services, and an hour of things that happen to them, all drawn from a seed. */
final class RandomSimulation {
    private static final List<String> ZONES = List.of("a", "b", "c");

    final ServiceSimulator simulator;
    final List<String> stoppedByHand = new ArrayList<>();
    private final SplittableRandom random;
    private final List<String> replicas = new ArrayList<>();
    /** The greatest size of the group that is scaled, if one is. */
    final int most;

    private int joined;

    RandomSimulation(long seed) {
        this.random = new SplittableRandom(seed);
        List<InstanceSnapshotBuilder> instances = new ArrayList<>();
        int count = 1 + random.nextInt(5);
        for (int i = 0; i < count; i++) {
            instances.add(instance());
        }
        ClusterSnapshot cluster = Clusters.cluster(instances.toArray(InstanceSnapshotBuilder[]::new));
        this.simulator = ServiceSimulator.builder(cluster).seed(seed).build();
        this.most = random.nextInt(5);
        if (random.nextInt(4) == 0) {
            simulator.addCapacityProvider(CapacitySimulationTest.group("one", most, true, random.nextBoolean()));
        }
        for (int i = 0; i < 1 + random.nextInt(3); i++) {
            replicas.add("s" + i);
            simulator.create(service("s" + i));
        }
        if (random.nextInt(3) == 0) {
            simulator.create(daemon());
        }
        for (int i = 0; i < 3 + random.nextInt(8); i++) {
            simulator.at(Duration.ofSeconds(random.nextInt(5400)), ignored -> act());
        }
    }

    private InstanceSnapshotBuilder instance() {
        return Clusters.instance("i-" + ++joined, pick(ZONES)).capacityProvider(random.nextBoolean() ? "one" : "two");
    }

    private <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private SimulatedService service(String name) {
        DeploymentConfigurationBuilder deployment = DeploymentConfiguration.builder()
                .minimumHealthyPercent(pick(List.of(0, 50, 100, random.nextInt(101))))
                .maximumPercent(pick(List.of(100, 150, 200, 100 + random.nextInt(101))));
        if (random.nextBoolean()) {
            deployment.deploymentCircuitBreaker(DeploymentCircuitBreaker.builder()
                    .enable(true)
                    .rollback(random.nextBoolean())
                    .build());
        }
        if (random.nextInt(5) == 0) {
            deployment
                    .strategy(pick(List.of(
                            DeploymentStrategy.BLUE_GREEN, DeploymentStrategy.LINEAR, DeploymentStrategy.CANARY)))
                    .bakeTimeInMinutes(random.nextInt(5));
        }
        CreateServiceRequestBuilder request = CreateServiceRequest.builder()
                .serviceName(name)
                .desiredCount(random.nextInt(6))
                .deploymentConfiguration(deployment.build())
                .healthCheckGracePeriodSeconds(random.nextInt(3) == 0 ? 120 : null)
                .placementStrategy(strategies())
                .placementConstraints(constraints());
        if (random.nextInt(4) == 0) {
            request.capacityProviderStrategy(List.of(
                    CapacityProviderStrategyItem.builder()
                            .capacityProvider("one")
                            .weight(1)
                            .base(1)
                            .build(),
                    CapacityProviderStrategyItem.builder()
                            .capacityProvider("two")
                            .weight(2)
                            .build()));
        }
        SimulatedService service = SimulatedService.of(request.build(), definition())
                .behaving(TaskBehavior.sometimes(pick(List.of(0.0, 0.0, 0.2, 1.0)), exception(), script()));
        return random.nextInt(3) == 0 ? service.behind(TargetGroup.http("tg-" + name, TargetType.INSTANCE)) : service;
    }

    private List<PlacementStrategy> strategies() {
        return switch (random.nextInt(4)) {
            case 0 -> List.of(Clusters.strategy("binpack", "memory"));
            case 1 ->
                List.of(
                        Clusters.strategy("spread", "attribute:ecs.availability-zone"),
                        Clusters.strategy("binpack", "cpu"));
            case 2 -> List.of(Clusters.strategy("random", null));
            default -> List.of();
        };
    }

    private List<PlacementConstraint> constraints() {
        return random.nextInt(5) == 0 ? List.of(Clusters.constraint("distinctInstance", null)) : List.of();
    }

    private TaskDefinition definition() {
        ContainerDefinitionBuilder container =
                Clusters.container(256 * (1 + random.nextInt(6)), 256 * (1 + random.nextInt(6)));
        if (random.nextInt(4) == 0) {
            container.portMappings(List.of(Clusters.port(8080)));
        }
        if (random.nextInt(3) == 0) {
            container.healthCheck(HealthCheck.builder().interval(10).retries(2).build());
        }
        return Clusters.task(container);
    }

    private TaskScript script() {
        return TaskScript.STEADY.taking(Duration.ofSeconds(random.nextInt(60)), Duration.ofSeconds(random.nextInt(40)));
    }

    private TaskScript exception() {
        return switch (random.nextInt(4)) {
            case 0 -> script().failingToStart();
            case 1 -> script().failingChecks();
            case 2 -> script().failingChecksAfter(Duration.ofSeconds(random.nextInt(1000)));
            default -> script().exitingAfter(Duration.ofSeconds(random.nextInt(1000)));
        };
    }

    private SimulatedService daemon() {
        return SimulatedService.of(
                        CreateServiceRequest.builder()
                                .serviceName("agent")
                                .schedulingStrategy(SchedulingStrategy.DAEMON)
                                .deploymentConfiguration(DeploymentConfiguration.builder()
                                        .minimumHealthyPercent(pick(List.of(0, 50)))
                                        .build())
                                .build(),
                        Clusters.task(128, 128))
                .behaving(TaskBehavior.sometimes(0.1, exception(), script()));
    }

    private void act() {
        List<String> instances = simulator.cluster().instances().stream()
                .map(InstanceSnapshot::id)
                .toList();
        List<ServiceView.TaskView> tasks = simulator.services().stream()
                .flatMap(service -> service.tasks().stream())
                .toList();
        switch (random.nextInt(9)) {
            case 0, 1 -> simulator.deploy(service(pick(replicas)));
            case 2 -> simulator.setDesiredCount(pick(replicas), random.nextInt(7));
            case 3 -> simulator.register(instance().build());
            case 4 -> instances.stream().skip(random.nextInt(4)).findFirst().ifPresent(simulator::drain);
            case 5 -> instances.stream().skip(random.nextInt(4)).findFirst().ifPresent(simulator::activate);
            case 6 -> instances.stream().skip(random.nextInt(5)).findFirst().ifPresent(simulator::loseInstance);
            case 7 -> {
                ServiceView.TaskView task = tasks.isEmpty() ? null : pick(tasks);
                if (task != null && task.protectedUntil() == null) {
                    simulator.protect(task.id(), Duration.ofMinutes(1 + random.nextInt(60)));
                }
            }
            default -> {
                if (!tasks.isEmpty()) {
                    String id = pick(tasks).id();
                    stoppedByHand.add(id);
                    simulator.stopTask(id);
                }
            }
        }
    }
}
