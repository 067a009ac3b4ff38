package io.stowage.ecs.placement.service;

import static io.stowage.ecs.placement.Clusters.instance;
import static io.stowage.ecs.placement.service.Simulations.HOUR;
import static io.stowage.ecs.placement.service.Simulations.MINUTE;
import static io.stowage.ecs.placement.service.Simulations.daemon;
import static io.stowage.ecs.placement.service.Simulations.messages;
import static io.stowage.ecs.placement.service.Simulations.on;
import static io.stowage.ecs.placement.service.Simulations.percents;
import static io.stowage.ecs.placement.service.Simulations.service;
import static io.stowage.ecs.placement.service.Simulations.since;
import static io.stowage.ecs.placement.service.Simulations.web;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.stowage.ecs.model.common.CapacityProviderStrategyItem;
import io.stowage.ecs.model.network.TargetGroup;
import io.stowage.ecs.model.network.TargetType;
import io.stowage.ecs.model.service.CreateServiceRequest;
import io.stowage.ecs.model.service.DeploymentAlarms;
import io.stowage.ecs.model.service.DeploymentCircuitBreaker;
import io.stowage.ecs.model.service.DeploymentConfiguration;
import io.stowage.ecs.placement.Clusters;
import io.stowage.ecs.placement.PlacementRequestException;
import io.stowage.ecs.placement.service.ServiceView.TaskView;
import io.stowage.ecs.placement.snapshot.ClusterSnapshot;
import io.stowage.ecs.placement.snapshot.TaskSnapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ServiceSimulatorTest {
    private static final TargetGroup TARGETS = TargetGroup.http("tg", TargetType.INSTANCE);

    private static DeploymentConfiguration breaker(boolean rollback) {
        return DeploymentConfiguration.builder()
                .deploymentCircuitBreaker(DeploymentCircuitBreaker.builder()
                        .enable(true)
                        .rollback(rollback)
                        .build())
                .build();
    }

    private static Map<String, Long> perInstance(ServiceView view) {
        return view.tasks().stream()
                .collect(
                        Collectors.groupingBy(task -> String.valueOf(task.containerInstance()), Collectors.counting()));
    }

    @Test
    void deploy_boundsWithoutSpare_stopsTwoAndStartsTwo() {
        ServiceSimulator simulator = on(instance("i-1"), instance("i-2"));
        simulator.create(service(web(4, percents(50, 100))));
        simulator.run(HOUR);
        Instant start = simulator.now();

        simulator.deploy(service(web(4, percents(50, 100))));
        simulator.run(HOUR);

        assertThat(since(simulator, start))
                .containsExactly(
                        "0 SERVICE_DEPLOYMENT_IN_PROGRESS",
                        "0 TASKS_STOPPED 2",
                        "5 TASKS_STARTED 2",
                        "55 TASKS_STOPPED 2",
                        "60 TASKS_STARTED 2",
                        "110 SERVICE_DEPLOYMENT_COMPLETED",
                        "110 SERVICE_STEADY_STATE");
    }

    @Test
    void deploy_singleTaskWithMinimumZero_leavesAGap() {
        ServiceSimulator simulator = on(instance("i-1"));
        simulator.create(service(web(1, percents(0, 100))));
        simulator.run(HOUR);
        simulator.deploy(service(web(1, percents(0, 100))));

        simulator.run(Duration.ofSeconds(6));

        assertThat(simulator.service("web").healthyCount()).isZero();
        simulator.run(MINUTE);
        assertThat(simulator.service("web").isSteady()).isTrue();
    }

    @Test
    void deploy_134PercentOfOne_stallsWithTheWordsOfEcs() {
        ServiceSimulator simulator = on(instance("i-1"));
        simulator.create(service(web(1, percents(100, 134))));
        simulator.run(HOUR);

        simulator.deploy(service(web(1, percents(100, 134))));
        simulator.run(HOUR);

        assertThat(messages(simulator, "DEPLOYMENT_STALLED"))
                .containsExactly("(service web) was unable to stop or start tasks during a deployment because of the"
                        + " service deployment configuration. Update the minimumHealthyPercent or maximumPercent value"
                        + " and try again.");
        simulator.configure(web(1, percents(100, 200)).build());
        simulator.run(HOUR);
        assertThat(simulator.service("web").isSteady()).isTrue();
    }

    @Test
    void deploy_staticPortOnEveryInstance_stallsUntilAnInstanceJoins() {
        ServiceSimulator simulator = on(instance("i-1"), instance("i-2"));
        SimulatedService port = SimulatedService.of(
                web(2, null).build(),
                Clusters.task(Clusters.container(256, 256).portMappings(List.of(Clusters.port(80)))));
        simulator.create(port);
        simulator.run(HOUR);

        simulator.deploy(port);
        simulator.run(HOUR);

        assertThat(messages(simulator, "DEPLOYMENT_STALLED"))
                .containsExactly("(service web) (deployment ecs-svc/2) can do nothing more: PORT_CONFLICT");
        assertThat(messages(simulator, "SERVICE_TASK_PLACEMENT_FAILURE"))
                .singleElement()
                .asString()
                .contains("is already using a port required by your task");
        simulator.register(instance("i-3").build());
        simulator.run(HOUR);
        assertThat(simulator.service("web").isSteady()).isTrue();
    }

    @Test
    void tasks_thatNeverStart_areRetriedEverMoreSlowly() {
        ServiceSimulator simulator = on(instance("i-1"));
        simulator.create(service(web(1, null)).behaving(TaskBehavior.always(TaskScript.STEADY.failingToStart())));

        simulator.run(Duration.ofHours(3));

        List<Long> starts = simulator.timeline().stream()
                .filter(event -> event.name().equals("TASKS_STARTED"))
                .map(event -> event.at().getEpochSecond())
                .toList();
        assertThat(starts).startsWith(0L, 25L, 65L, 135L, 265L, 515L, 1005L, 1975L, 3605L, 5235L, 6865L);
        assertThat(messages(simulator, "SERVICE_TASK_START_IMPAIRED"))
                .containsExactly("(service web) is unable to consistently start tasks successfully.");
    }

    @Test
    void breaker_withoutCompletedDeployment_stalls() {
        ServiceSimulator simulator = on(instance("i-1"));
        simulator.create(
                service(web(2, breaker(true))).behaving(TaskBehavior.always(TaskScript.STEADY.failingToStart())));

        simulator.run(HOUR);

        assertThat(messages(simulator, "SERVICE_DEPLOYMENT_FAILED"))
                .containsExactly("(service web) (deployment ecs-svc/1) deployment failed: tasks failed to start.");
        assertThat(messages(simulator, "ROLLBACK_STALLED")).hasSize(1);
        assertThat(simulator.service("web").liveCount()).isZero();
    }

    @Test
    void breaker_onFailedHealthChecks_rollsBackToTheLastCompleted() {
        ServiceSimulator simulator = on(instance("i-1"), instance("i-2"));
        simulator.create(service(web(2, breaker(true))).behind(TARGETS));
        simulator.run(HOUR);

        simulator.deploy(service(web(2, breaker(true)))
                .behind(TARGETS)
                .behaving(TaskBehavior.always(TaskScript.STEADY.failingChecks())));
        simulator.run(Duration.ofHours(3));

        assertThat(messages(simulator, "SERVICE_DEPLOYMENT_FAILED"))
                .containsExactly("(service web) (deployment ecs-svc/2) deployment failed: tasks failed health checks.");
        assertThat(messages(simulator, "ROLLBACK_STARTED"))
                .containsExactly("(service web) rolling back to deployment ecs-svc/1.");
        ServiceView view = simulator.service("web");
        assertThat(view.isSteady()).isTrue();
        assertThat(view.tasks()).extracting(TaskView::revision).containsOnly(1);
    }

    @Test
    void health_withinTheGracePeriod_isNotLookedAt() {
        ServiceSimulator simulator = on(instance("i-1"));
        simulator.create(service(web(1, null).healthCheckGracePeriodSeconds(600))
                .behind(TARGETS)
                .behaving(TaskBehavior.always(TaskScript.STEADY.failingChecks())));

        simulator.run(Duration.ofMinutes(15));

        assertThat(simulator.timeline().stream()
                        .filter(event -> event.name().equals("TASK_UNHEALTHY"))
                        .map(TimelineEvent::at))
                .as("ten seconds to start, ten minutes of grace")
                .containsExactly(Instant.ofEpochSecond(610));
    }

    @Test
    void unhealthyTask_withRoomAboveDesired_staysUntilItsReplacementIsHealthy() {
        ServiceSimulator simulator = on(instance("i-1"));
        simulator.create(service(web(1, percents(100, 200)))
                .behind(TARGETS)
                .behaving(occasion -> occasion.ordinal() == 1
                        ? TaskScript.STEADY.failingChecksAfter(Duration.ofMinutes(10))
                        : TaskScript.STEADY));

        simulator.run(HOUR);

        assertThat(simulator.timeline().stream()
                        .filter(event -> event.at().getEpochSecond() > 600)
                        .map(event -> event.at().getEpochSecond() + " " + event.name()))
                .containsExactly(
                        "670 TASK_UNHEALTHY",
                        "670 TASKS_STARTED",
                        "680 TARGETS_REGISTERED",
                        "830 TARGETS_DEREGISTERED",
                        "830 TASKS_STOPPED",
                        "1135 SERVICE_STEADY_STATE");
    }

    @Test
    void unhealthyTask_withoutRoomAboveDesired_stopsFirst() {
        ServiceSimulator simulator = on(instance("i-1"));
        simulator.create(service(web(1, percents(0, 100)))
                .behind(TARGETS)
                .behaving(occasion -> occasion.ordinal() == 1 ? TaskScript.STEADY.failingChecks() : TaskScript.STEADY));

        simulator.run(HOUR);

        assertThat(simulator.timeline().stream()
                        .filter(event -> event.name().equals("TASKS_STOPPED"))
                        .flatMap(event -> event.why().stream()))
                .containsExactly("stop 1 unhealthy first: the maximum of 1 allows no replacement beside it");
        assertThat(simulator.service("web").isSteady()).isTrue();
    }

    @Test
    void drain_withBothPercentsAt100_isStuck() {
        ServiceSimulator simulator = on(instance("i-1"), instance("i-2"));
        simulator.create(service(web(2, percents(100, 100))));
        simulator.run(HOUR);

        simulator.drain("i-1");
        simulator.run(HOUR);

        assertThat(messages(simulator, "DEPLOYMENT_STALLED")).hasSize(1);
        assertThat(perInstance(simulator.service("web"))).containsEntry("i-1", 1L);
    }

    @Test
    void drain_pendingTasks_stopAtOnce() {
        ServiceSimulator simulator = on(instance("i-1"), instance("i-2"));
        simulator.create(service(web(2, null)));

        simulator.drain("i-1");

        assertThat(simulator.timeline().stream()
                        .filter(event -> event.name().equals("TASKS_STOPPED"))
                        .map(event -> event.at().getEpochSecond() + " " + event.why()))
                .containsExactly("0 [the instance drains, and the tasks are not running yet]");
        simulator.run(HOUR);
        assertThat(perInstance(simulator.service("web"))).isEqualTo(Map.of("i-2", 2L));
    }

    @Test
    void loss_ofAnInstance_isReplacedAndThrottlesNothing() {
        ServiceSimulator simulator = on(instance("i-1"), instance("i-2"));
        simulator.create(service(web(4, null)));
        simulator.run(HOUR);
        Instant start = simulator.now();

        simulator.loseInstance("i-1");
        simulator.run(HOUR);

        assertThat(since(simulator, start)).startsWith("0 INSTANCE_LOST", "0 TASKS_STARTED 2");
        assertThat(perInstance(simulator.service("web"))).isEqualTo(Map.of("i-2", 4L));
    }

    @Test
    void zone_lostAndBack_isBalancedAgain() {
        ServiceSimulator simulator = on(instance("i-a", "a"), instance("i-b", "b"));
        simulator.create(service(web(4, null)));
        simulator.run(HOUR);

        assertThat(simulator.loseZone("b")).isEqualTo(1);
        simulator.run(HOUR);
        simulator.register(instance("i-c", "b").build());
        simulator.run(HOUR);

        assertThat(perInstance(simulator.service("web"))).isEqualTo(Map.of("i-a", 2L, "i-c", 2L));
        assertThat(messages(simulator, "SERVICE_REBALANCING_STARTED")).hasSize(1);
        assertThat(messages(simulator, "SERVICE_REBALANCING_COMPLETED")).hasSize(1);
    }

    @Test
    void daemon_newAndDrainingInstances_getAndLoseTheirTaskLast() {
        ServiceSimulator simulator = on(instance("i-1"), instance("i-2"));
        simulator.create(daemon(0));
        simulator.create(service(web(2, percents(0, 100))));
        simulator.run(HOUR);
        simulator.register(instance("i-3").build());
        simulator.run(HOUR);
        assertThat(perInstance(simulator.service("agent")).keySet()).containsExactlyInAnyOrder("i-1", "i-2", "i-3");
        Instant start = simulator.now();

        simulator.drain("i-1");
        simulator.run(HOUR);

        assertThat(perInstance(simulator.service("agent")).keySet()).containsExactlyInAnyOrder("i-2", "i-3");
        assertThat(simulator.timeline().stream()
                        .filter(event -> event.at().isAfter(start) || event.at().equals(start))
                        .filter(event -> event.name().equals("TASKS_STOPPED"))
                        .map(TimelineEvent::service))
                .containsExactly("web", "agent");
    }

    @Test
    void daemon_updateWithMinimum50_replacesTwoOfFourAtATime() {
        ServiceSimulator simulator = on(instance("i-1"), instance("i-2"), instance("i-3"), instance("i-4"));
        simulator.create(daemon(50));
        simulator.run(HOUR);
        Instant start = simulator.now();

        simulator.deploy(daemon(50));
        simulator.run(HOUR);

        assertThat(since(simulator, start))
                .containsExactly(
                        "0 SERVICE_DEPLOYMENT_IN_PROGRESS",
                        "0 TASKS_STOPPED 2",
                        "5 TASKS_STARTED 2",
                        "55 TASKS_STOPPED 2",
                        "60 TASKS_STARTED 2",
                        "110 SERVICE_DEPLOYMENT_COMPLETED",
                        "110 SERVICE_STEADY_STATE");
    }

    @Test
    void daemon_instanceThatStopsMatching_losesItsTask() {
        ServiceSimulator simulator = on(instance("i-1").attribute("role", "edge"), instance("i-2"));
        simulator.create(SimulatedService.of(
                daemon(0).request().toBuilder()
                        .placementConstraints(List.of(Clusters.constraint("memberOf", "attribute:role == edge")))
                        .build(),
                Clusters.task(128, 128)));
        simulator.run(HOUR);
        assertThat(perInstance(simulator.service("agent"))).isEqualTo(Map.of("i-1", 1L));

        simulator.putAttribute("i-1", "role", "core");
        simulator.putAttribute("i-2", "role", "edge");
        simulator.run(HOUR);

        assertThat(perInstance(simulator.service("agent"))).isEqualTo(Map.of("i-2", 1L));
    }

    @Test
    void protection_ofOldTask_holdsTheDeploymentOpenUntilItExpires() {
        ServiceSimulator simulator = on(instance("i-1"));
        simulator.create(service(web(2, null)));
        simulator.run(HOUR);
        simulator.protect(simulator.service("web").tasks().get(0).id(), Duration.ofMinutes(90));

        simulator.deploy(service(web(2, null)));
        simulator.run(HOUR);

        assertThat(messages(simulator, "DEPLOYMENT_STALLED"))
                .containsExactly("(service web) (deployment ecs-svc/2) can do nothing more: PROTECTED_TASKS");
        simulator.run(HOUR);
        assertThat(simulator.service("web").isSteady()).isTrue();
    }

    @Test
    void protection_onScaleIn_keepsTheTask() {
        ServiceSimulator simulator = on(instance("i-1"));
        simulator.create(service(web(3, null)));
        simulator.run(HOUR);
        String kept = simulator.service("web").tasks().get(2).id();
        simulator.protect(kept, Duration.ofMinutes(120));

        simulator.setDesiredCount("web", 1);
        simulator.run(MINUTE);

        assertThat(simulator.service("web").tasks()).extracting(TaskView::id).containsExactly(kept);
    }

    @Test
    void alarm_duringBakeTime_rollsBack() {
        DeploymentConfiguration alarms = DeploymentConfiguration.builder()
                .bakeTimeInMinutes(10)
                .alarms(DeploymentAlarms.builder()
                        .alarmNames(List.of("errors"))
                        .enable(true)
                        .rollback(true)
                        .build())
                .build();
        ServiceSimulator simulator = on(instance("i-1"));
        simulator.create(service(web(1, alarms)));
        simulator.run(HOUR);
        simulator.deploy(service(web(1, alarms)));
        simulator.run(Duration.ofMinutes(5));
        assertThat(messages(simulator, "BAKE_TIME_STARTED")).hasSize(2);

        simulator.setAlarm("errors", true);
        simulator.run(HOUR);

        assertThat(messages(simulator, "SERVICE_DEPLOYMENT_FAILED"))
                .containsExactly("(service web) (deployment ecs-svc/2) deployment failed: alarm detected.");
        assertThat(simulator.service("web").tasks())
                .extracting(TaskView::revision)
                .containsExactly(1);
        simulator.deploy(service(web(1, alarms)));
        simulator.run(HOUR);
        assertThat(simulator.service("web").deployments().get(0).rolloutState().value())
                .as("an alarm that rings at the beginning is not listened to")
                .isEqualTo("COMPLETED");
    }

    @Test
    void rollBack_onRequest_restoresTheLastCompleted() {
        ServiceSimulator simulator = on(instance("i-1"));
        simulator.create(service(web(2, null)));
        assertThat(simulator.rollBack("web")).isFalse();
        simulator.run(HOUR);
        simulator.deploy(service(web(2, null)));
        simulator.run(Duration.ofSeconds(20));

        assertThat(simulator.rollBack("web")).isTrue();
        simulator.run(HOUR);

        assertThat(simulator.service("web").tasks())
                .extracting(TaskView::revision)
                .containsOnly(1);
        assertThat(simulator.service("web").isSteady()).isTrue();
    }

    @Test
    void fargate_withSpot_splitsByBaseAndWeight() {
        ServiceSimulator simulator = on();
        simulator.create(service(web(10, null)
                .capacityProviderStrategy(List.of(
                        CapacityProviderStrategyItem.builder()
                                .capacityProvider("FARGATE")
                                .base(2)
                                .weight(1)
                                .build(),
                        CapacityProviderStrategyItem.builder()
                                .capacityProvider("FARGATE_SPOT")
                                .weight(3)
                                .build()))));

        simulator.run(HOUR);

        assertThat(simulator.service("web").tasks().stream()
                        .collect(Collectors.groupingBy(TaskView::capacityProvider, Collectors.counting())))
                .isEqualTo(Map.of("FARGATE", 4L, "FARGATE_SPOT", 6L));
        simulator.setDesiredCount("web", 3);
        simulator.run(HOUR);
        assertThat(simulator.service("web").tasks().stream()
                        .collect(Collectors.groupingBy(TaskView::capacityProvider, Collectors.counting())))
                .isEqualTo(Map.of("FARGATE", 2L, "FARGATE_SPOT", 1L));
    }

    @Test
    void adopt_serviceThatRuns_takesItsTasksOver() {
        ClusterSnapshot cluster = ClusterSnapshot.ofSnapshots(
                List.of(instance("i-1").build()),
                List.of(
                        TaskSnapshot.running("one", "i-1", "service:web"),
                        TaskSnapshot.running("two", "i-1", "service:web"),
                        TaskSnapshot.running("other", "i-1", "family:batch")));
        ServiceSimulator simulator = ServiceSimulator.builder(cluster).build();

        simulator.adopt(service(web(2, null)));
        simulator.run(HOUR);
        assertThat(simulator.timeline())
                .extracting(TimelineEvent::name)
                .containsExactly("SERVICE_ADOPTED", "SERVICE_STEADY_STATE");
        simulator.deploy(service(web(2, null)));
        simulator.run(HOUR);

        assertThat(simulator.cluster().tasks())
                .extracting(TaskSnapshot::id)
                .containsExactly("other", "web/000001", "web/000002");
    }

    @Test
    void quota_ofTaskStarts_holdsAServiceBackForAMinute() {
        ServiceSimulator simulator = on();
        simulator.create(service(web(300, null)
                .capacityProviderStrategy(List.of(CapacityProviderStrategyItem.builder()
                        .capacityProvider("FARGATE")
                        .build()))));

        simulator.run(Duration.ofMinutes(2));

        assertThat(simulator.timeline().stream()
                        .filter(event -> event.name().equals("TASKS_STARTED"))
                        .map(event -> event.at().getEpochSecond() + " "
                                + event.tasks().size()))
                .containsExactly("0 250", "60 50");
    }

    @Test
    void misuse_ofAnyKind_isRefusedBeforeAnythingChanges() {
        ServiceSimulator simulator = on(instance("i-1"));
        simulator.create(service(web(1, null)));
        int before = simulator.timeline().size();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> simulator.create(service(web(1, null))))
                .withMessageContaining("already");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> simulator.setDesiredCount("api", 1))
                .withMessageContaining("[web] was expected");
        assertThatIllegalArgumentException().isThrownBy(() -> simulator.setDesiredCount("web", -1));
        assertThatIllegalArgumentException().isThrownBy(() -> simulator.drain("i-9"));
        assertThatIllegalArgumentException().isThrownBy(() -> simulator.stopTask("x"));
        assertThatIllegalArgumentException().isThrownBy(() -> simulator.run(Duration.ofSeconds(-1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> simulator.protect("web/000001", Duration.ofDays(3)))
                .withMessageContaining("PT48H");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> simulator.putAttribute("i-1", "ecs.availability-zone", "z"));
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> SimulatedService.of(CreateServiceRequest.builder().build(), Clusters.task(1, 1)));
        assertThatExceptionOfType(PlacementRequestException.class)
                .isThrownBy(() -> simulator.deploy(
                        service(web(1, null).placementStrategy(List.of(Clusters.strategy("binpack", "colour"))))));
        simulator.at(Duration.ofSeconds(5), late -> late.run(MINUTE));
        assertThatIllegalStateException().isThrownBy(() -> simulator.run(MINUTE));
        assertThat(simulator.timeline()).hasSize(before);
    }
}
