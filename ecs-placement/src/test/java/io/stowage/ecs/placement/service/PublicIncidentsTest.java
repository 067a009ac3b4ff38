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
import io.stowage.ecs.model.taskdef.TaskDefinition;
import io.stowage.ecs.placement.Clusters;
import io.stowage.ecs.placement.PlacementEngine;
import io.stowage.ecs.placement.PlacementFailure;
import io.stowage.ecs.placement.PlacementRequest;
import io.stowage.ecs.placement.PlacementResult;
import io.stowage.ecs.placement.service.ServiceView.TaskView;
import io.stowage.ecs.placement.snapshot.InstanceSnapshot;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Stuck rollouts and surprises that others met in public, each run again. Those about what is written, and not about what happens, are
 * in the test of that name of the module that validates. Not here, since nothing of it can be run:
 *
 * <ul>
 *   <li>https://github.com/aws/containers-roadmap/issues/2161 asks for another feature, OR between constraints;
 *   <li>https://github.com/convox/rack/issues/2956 shows another spelling of the reason of memberOf, of 2018, which ECS no longer has;
 *   <li>https://github.com/aws/amazon-ecs-cli/pull/586 is about upper case in a strategy's field, and speaks of no rollout.
 * </ul>
 */
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
        SimulatedService host = hostMode(1);
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

    /** https://github.com/aws/containers-roadmap/issues/331: with a constraint added, the reason is still the resource. */
    @Test
    void refusal_withAConstraintThatFailsToo_stillNamesTheResource() {
        TaskDefinition large = Clusters.task(256, 8192);
        PlacementRequest plain = Clusters.web(large).build();
        PlacementRequest constrained = plain.toBuilder()
                .placementConstraints(List.of(constraint("memberOf", "attribute:stack == prod")))
                .build();
        PlacementRequest small =
                constrained.toBuilder().taskDefinition(Clusters.task(256, 256)).build();

        assertThat(reasons(plain)).containsExactly("RESOURCE:MEMORY");
        assertThat(reasons(constrained)).containsExactly("RESOURCE:MEMORY");
        assertThat(reasons(small)).containsExactly("MemberOf placement constraint unsatisfied.");
    }

    private static List<String> reasons(PlacementRequest request) {
        return PlacementEngine.standard().place(Clusters.cluster(instance("i-1")), request).failures().stream()
                .map(PlacementFailure::reason)
                .toList();
    }

    private static SimulatedService hostMode(int desired) {
        return SimulatedService.of(
                web(desired, percents(100, 200)).build(),
                Clusters.task(Clusters.container(64, 64)
                                .portMappings(List.of(PortMapping.builder()
                                        .containerPort(8080)
                                        .build())))
                        .toBuilder()
                        .networkMode(NetworkMode.HOST)
                        .build());
    }

    /** https://github.com/aws/containers-roadmap/issues/459: in host mode a service runs once per instance, whatever room there is. */
    @Test
    void hostMode_scaledBeyondTheInstances_runsOnePerInstance() {
        ServiceSimulator simulator = on(instance("i-1"), instance("i-2"));
        simulator.create(hostMode(2));
        simulator.run(HOUR);
        simulator.setDesiredCount("web", 3);

        simulator.run(HOUR);

        assertThat(perInstance(simulator, "web")).isEqualTo(Map.of("i-1", 1L, "i-2", 1L));
        assertThat(messages(simulator, "SERVICE_TASK_PLACEMENT_FAILURE"))
                .isNotEmpty()
                .allMatch(text -> text.contains("is already using a port required by your task"));
        simulator.register(instance("i-3").build());
        simulator.run(HOUR);
        assertThat(perInstance(simulator, "web")).isEqualTo(Map.of("i-1", 1L, "i-2", 1L, "i-3", 1L));
    }

    /** https://github.com/aws/containers-roadmap/issues/653: instances of others are no help to a capacity provider without any. */
    @Test
    void capacityProvider_withoutInstances_isRefusedInItsOwnWords() {
        PlacementRequest onProvider = Clusters.web(Clusters.task(256, 256))
                .capacityProvider("asg")
                .count(2)
                .build();

        PlacementResult refused = PlacementEngine.standard().place(Clusters.cluster(instance("i-1")), onProvider);
        PlacementResult taken = PlacementEngine.standard()
                .place(Clusters.cluster(instance("i-1").capacityProvider("asg")), onProvider);

        assertThat(refused.error()).isEqualTo("No Container Instances were found in your capacity provider.");
        assertThat(refused.unplaced()).isEqualTo(2);
        assertThat(taken.error()).isNull();
        assertThat(taken.placements()).hasSize(2);
    }

    /** https://github.com/aws/amazon-ecs-cli/issues/1122: a service of an empty cluster says so again and again, until an instance joins. */
    @Test
    void cluster_withoutInstances_isNamedInTheEventsUntilOneJoins() {
        ServiceSimulator simulator = on();
        simulator.create(service(web(1, null)));
        simulator.run(HOUR);

        assertThat(messages(simulator, "SERVICE_TASK_PLACEMENT_FAILURE"))
                .isNotEmpty()
                .allMatch(text -> text.contains("Reason: No Container Instances were found in your cluster."));
        assertThat(simulator.service("web").isSteady()).isFalse();
        simulator.register(instance("i-1").build());
        simulator.run(HOUR);
        assertThat(simulator.service("web").isSteady()).isTrue();
    }

    /** https://github.com/dethmix/self-healing-zookeeper/issues/3: other services do not count for distinctInstance. */
    @Test
    void distinctInstance_ofTwoServices_sharesInstances() {
        ServiceSimulator simulator = on(instance("i-1"), instance("i-2"));
        for (String name : List.of("a", "b")) {
            simulator.create(SimulatedService.of(
                    CreateServiceRequest.builder()
                            .serviceName(name)
                            .desiredCount(2)
                            .placementConstraints(List.of(constraint("distinctInstance", null)))
                            .build(),
                    Clusters.task(256, 256)));
        }
        simulator.run(HOUR);

        assertThat(perInstance(simulator, "a")).isEqualTo(Map.of("i-1", 1L, "i-2", 1L));
        assertThat(perInstance(simulator, "b")).isEqualTo(Map.of("i-1", 1L, "i-2", 1L));
    }

    /** https://github.com/aws/containers-roadmap/issues/486: an instance without the attribute does not differ from a value. */
    @Test
    void memberOf_differsFromAValue_leavesOutInstancesWithoutTheAttribute() {
        SimulatedService stays = service(
                web(2, null).placementConstraints(List.of(constraint("memberOf", "attribute:retiring != true"))));
        ServiceSimulator simulator = on(instance("i-1"), instance("i-2").attribute("retiring", "true"));
        simulator.create(stays);
        simulator.run(HOUR);
        assertThat(simulator.service("web").tasks()).isEmpty();

        simulator.putAttribute("i-1", "retiring", "false");
        simulator.run(HOUR);

        assertThat(perInstance(simulator, "web")).isEqualTo(Map.of("i-1", 2L));
    }

    /** https://github.com/aws/amazon-ecs-agent/pull/3044: a constraint that no instance can meet is taken, and fails each placement. */
    @Test
    void memberOf_ofAValueThatNoInstanceHas_isTakenAndFailsLater() {
        ServiceSimulator simulator = on(instance("i-1"));
        simulator.create(service(
                web(1, null).placementConstraints(List.of(constraint("memberOf", "attribute:ecs.os-type == plan9")))));
        simulator.run(HOUR);

        assertThat(simulator.service("web").tasks()).isEmpty();
        assertThat(simulator.timeline().stream()
                        .filter(event -> event.name().equals("SERVICE_TASK_PLACEMENT_FAILURE"))
                        .map(TimelineEvent::toString))
                .isNotEmpty()
                .allMatch(text -> text.contains("MemberOf placement constraint unsatisfied."));
    }

    /** https://github.com/GovWifi/govwifi-terraform/issues/1034: half of one is one, and one and a half of one is one, too. */
    @Test
    void rollout_ofOneTaskBetween50And150Percent_stallsForTheRounding() {
        SimulatedService one = service(web(1, percents(50, 150)));
        ServiceSimulator simulator = on(instance("i-1"), instance("i-2"));
        simulator.create(one);
        simulator.run(HOUR);
        simulator.deploy(one);

        simulator.run(HOUR);

        assertThat(simulator.service("web").tasks())
                .extracting(TaskView::revision)
                .containsExactly(1);
        assertThat(messages(simulator, "DEPLOYMENT_STALLED"))
                .singleElement()
                .asString()
                .contains("because of the service deployment configuration");
        simulator.configure(web(1, percents(50, 200)).build());
        simulator.run(HOUR);
        assertThat(simulator.service("web").tasks())
                .extracting(TaskView::revision)
                .containsExactly(2);
    }

    /** https://github.com/aws/aws-cdk/pull/7814: a daemon of which no task may stop is never updated. */
    @Test
    void daemon_withMinimumHundred_isNeverUpdated() {
        ServiceSimulator simulator = on(instance("i-1"), instance("i-2"));
        simulator.create(Simulations.daemon(100));
        simulator.run(HOUR);
        simulator.deploy(Simulations.daemon(100));
        simulator.run(HOUR);
        assertThat(simulator.service("agent").tasks())
                .extracting(TaskView::revision)
                .containsExactly(1, 1);

        simulator.deploy(Simulations.daemon(50));
        simulator.run(HOUR);

        assertThat(simulator.service("agent").tasks())
                .extracting(TaskView::revision)
                .containsOnly(3);
    }
}
