package io.stowage.ecs.placement.service;

import static io.stowage.ecs.placement.Clusters.constraint;
import static io.stowage.ecs.placement.Clusters.instance;
import static io.stowage.ecs.placement.Clusters.strategy;
import static io.stowage.ecs.placement.service.Simulations.HOUR;
import static io.stowage.ecs.placement.service.Simulations.messages;
import static io.stowage.ecs.placement.service.Simulations.on;
import static io.stowage.ecs.placement.service.Simulations.percents;
import static io.stowage.ecs.placement.service.Simulations.service;
import static io.stowage.ecs.placement.service.Simulations.web;
import static org.assertj.core.api.Assertions.assertThat;

import io.stowage.ecs.model.common.CapacityProviderStrategyItem;
import io.stowage.ecs.model.network.TargetType;
import io.stowage.ecs.model.service.AvailabilityZoneRebalancing;
import io.stowage.ecs.model.service.CreateServiceRequest;
import io.stowage.ecs.model.service.DeploymentConfiguration;
import io.stowage.ecs.model.service.DeploymentStrategy;
import io.stowage.ecs.model.taskdef.NetworkMode;
import io.stowage.ecs.model.taskdef.PortMapping;
import io.stowage.ecs.placement.Clusters;
import io.stowage.ecs.placement.service.ServiceView.TaskView;
import io.stowage.ecs.placement.snapshot.InstanceSnapshot;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Stuck rollouts and surprises that others met in public, each run again. */
class PublicIncidentsTest {
    private static Map<String, Long> perInstance(ServiceSimulator simulator, String service) {
        return new TreeMap<>(simulator.service(service).tasks().stream()
                .collect(Collectors.groupingBy(
                        task -> String.valueOf(task.containerInstance()), Collectors.counting())));
    }

    /** https://github.com/aws/containers-roadmap/issues/1201: all revisions count for distinctInstance. */
    @Test
    void blueGreen_withDistinctInstanceOnAFullCluster_isRefusedForTheOldTasks() {
        DeploymentConfiguration blueGreen = DeploymentConfiguration.builder()
                .strategy(DeploymentStrategy.BLUE_GREEN)
                .bakeTimeInMinutes(1)
                .build();
        SimulatedService distinct =
                service(web(2, blueGreen).placementConstraints(List.of(constraint("distinctInstance", null))));
        ServiceSimulator simulator = on(instance("i-1"), instance("i-2"));
        simulator.create(distinct);
        simulator.run(HOUR);
        simulator.deploy(distinct);

        simulator.run(HOUR);

        assertThat(messages(simulator, "SERVICE_TASK_PLACEMENT_FAILURE")).isNotEmpty();
        assertThat(simulator.timeline().stream()
                        .filter(event -> event.name().equals("SERVICE_TASK_PLACEMENT_FAILURE"))
                        .map(TimelineEvent::toString))
                .allMatch(
                        text -> text.contains("DistinctInstance placement constraint unsatisfied."), "names the rule");
        assertThat(simulator.service("web").tasks())
                .extracting(TaskView::revision)
                .containsOnly(1);
        simulator.register(instance("i-3").build());
        simulator.register(instance("i-4").build());
        simulator.run(HOUR);
        assertThat(simulator.service("web").tasks())
                .extracting(TaskView::revision)
                .containsExactly(2, 2);
    }

    /** https://github.com/aws/amazon-ecs-agent/issues/685: the new task goes where no old one is, and the balance is gone. */
    @Test
    void rollingUpdate_withZoneSpread_countsOldTasksAndLeavesTheServiceUnbalanced() {
        SimulatedService spread = service(web(4, percents(100, 200))
                .availabilityZoneRebalancing(AvailabilityZoneRebalancing.DISABLED)
                .placementStrategy(List.of(strategy("spread", "attribute:" + InstanceSnapshot.ZONE_ATTRIBUTE))));
        ServiceSimulator simulator = on(instance("i-1", "a"));
        simulator.create(spread);
        simulator.run(HOUR);
        simulator.register(instance("i-2", "b").build());

        simulator.deploy(spread);
        simulator.run(HOUR);

        assertThat(simulator.service("web").isSteady()).isTrue();
        assertThat(perInstance(simulator, "web"))
                .as("all new tasks went where no old ones were, and stay there")
                .isEqualTo(Map.of("i-2", 4L));
    }

    /** https://github.com/aws/containers-roadmap/issues/1103: services never see each other in a spread. */
    @Test
    void spread_ofManyServicesOfOneTask_putsAllInTheFirstZone() {
        ServiceSimulator simulator = on(instance("i-1", "a"), instance("i-2", "b"));
        for (int i = 0; i < 4; i++) {
            simulator.create(SimulatedService.of(
                    CreateServiceRequest.builder()
                            .serviceName("s" + i)
                            .desiredCount(1)
                            .placementStrategy(List.of(
                                    strategy("spread", "attribute:" + InstanceSnapshot.ZONE_ATTRIBUTE),
                                    strategy("binpack", "cpu")))
                            .build(),
                    Clusters.task(256, 256)));
        }
        simulator.run(HOUR);

        for (int i = 0; i < 4; i++) {
            assertThat(perInstance(simulator, "s" + i)).isEqualTo(Map.of("i-1", 1L));
        }
    }

    /** https://github.com/aws/containers-roadmap/issues/42: spread keeps using every instance, so the group cannot shrink. */
    @Test
    void group_underSpreadOverInstances_keepsEveryInstanceWhereBinpackGivesThemBack() {
        assertThat(instancesAfterScaleIn("spread", "instanceId")).isEqualTo(4);
        assertThat(instancesAfterScaleIn("binpack", "memory")).isEqualTo(1);
    }

    private static int instancesAfterScaleIn(String type, String field) {
        ServiceSimulator simulator = on();
        simulator.addCapacityProvider(CapacitySimulationTest.group("asg", 10, true, false));
        SimulatedService service = SimulatedService.of(
                web(16, null)
                        .placementStrategy(List.of(strategy(type, field)))
                        .capacityProviderStrategy(List.of(CapacityProviderStrategyItem.builder()
                                .capacityProvider("asg")
                                .build()))
                        .build(),
                Clusters.task(1024, 64));
        simulator.create(service);
        simulator.run(HOUR);
        assertThat(simulator.cluster().instances()).hasSize(4);
        simulator.setDesiredCount("web", 4);
        simulator.run(Duration.ofHours(3));
        assertThat(simulator.service("web").isSteady()).isTrue();
        return simulator.cluster().instances().size();
    }

    /** https://github.com/aws/amazon-ecs-agent/issues/4106: a task keeps its resources until it has stopped. */
    @Test
    void restart_onAFullInstance_waitsUntilTheOldTaskIsGone() {
        SimulatedService large = SimulatedService.of(web(1, percents(0, 200)).build(), Clusters.task(4096, 4096))
                .behaving(
                        TaskBehavior.always(TaskScript.STEADY.taking(Duration.ofSeconds(10), Duration.ofSeconds(25))));
        ServiceSimulator simulator = on(instance("i-1"));
        simulator.create(large);
        simulator.run(HOUR);
        simulator.deploy(large);

        simulator.run(Duration.ofSeconds(24));
        assertThat(simulator.service("web").tasks())
                .singleElement()
                .satisfies(task -> assertThat(task.isStopping()).isTrue());
        simulator.run(HOUR);
        assertThat(simulator.service("web").tasks())
                .extracting(TaskView::revision)
                .containsExactly(2);
    }

    /** https://github.com/aws/amazon-ecs-agent/issues/185: in host mode the container port is the host port, so it is taken twice. */
    @Test
    void hostMode_onOneInstance_stallsOnItsOwnPort() {
        SimulatedService host = SimulatedService.of(
                web(1, percents(100, 200)).build(),
                Clusters.task(Clusters.container(64, 64)
                                .portMappings(List.of(PortMapping.builder()
                                        .containerPort(8080)
                                        .build())))
                        .toBuilder()
                        .networkMode(NetworkMode.HOST)
                        .build());
        ServiceSimulator simulator = on(instance("i-1"));
        simulator.create(host);
        simulator.run(HOUR);
        simulator.deploy(host);

        simulator.run(HOUR);

        assertThat(messages(simulator, "DEPLOYMENT_STALLED"))
                .containsExactly("(service web) (deployment ecs-svc/2) can do nothing more: PORT_CONFLICT");
    }

    /** hashicorp/terraform-provider-aws#12252: targets by address do not go with the bridge. */
    @Test
    void bridge_hasTargetsByInstanceOnly() {
        assertThat(TargetType.of(NetworkMode.BRIDGE)).contains(TargetType.INSTANCE);
    }
}
