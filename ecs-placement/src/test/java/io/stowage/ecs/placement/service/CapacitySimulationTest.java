package io.stowage.ecs.placement.service;

import static io.stowage.ecs.placement.Clusters.instance;
import static io.stowage.ecs.placement.service.Simulations.HOUR;
import static io.stowage.ecs.placement.service.Simulations.MINUTE;
import static io.stowage.ecs.placement.service.Simulations.messages;
import static io.stowage.ecs.placement.service.Simulations.on;
import static io.stowage.ecs.placement.service.Simulations.service;
import static io.stowage.ecs.placement.service.Simulations.web;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.stowage.ecs.model.capacity.AutoScalingGroupProvider;
import io.stowage.ecs.model.capacity.CapacityProvider;
import io.stowage.ecs.model.capacity.ManagedDraining;
import io.stowage.ecs.model.capacity.ManagedScaling;
import io.stowage.ecs.model.capacity.ManagedScalingStatus;
import io.stowage.ecs.model.capacity.ManagedTerminationProtection;
import io.stowage.ecs.model.common.CapacityProviderStrategyItem;
import io.stowage.ecs.placement.Clusters;
import io.stowage.ecs.placement.scaling.CapacityLimits;
import io.stowage.ecs.placement.scaling.Schedule;
import io.stowage.ecs.placement.scaling.ScheduledAction;
import io.stowage.ecs.placement.scaling.StepScaling;
import io.stowage.ecs.placement.snapshot.InstanceSnapshot;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Groups that grow and shrink under services, and services that follow their metrics. */
class CapacitySimulationTest {
    private static final Duration LAUNCH = Duration.ofMinutes(2);

    private static SimulatedCapacityProvider group(int max, boolean isProtected, boolean drains) {
        return group("asg", max, isProtected, drains);
    }

    static SimulatedCapacityProvider group(String name, int max, boolean isProtected, boolean drains) {
        return new SimulatedCapacityProvider(
                CapacityProvider.builder()
                        .name(name)
                        .autoScalingGroupProvider(AutoScalingGroupProvider.builder()
                                .managedScaling(ManagedScaling.builder()
                                        .status(ManagedScalingStatus.ENABLED)
                                        .build())
                                .managedTerminationProtection(
                                        isProtected
                                                ? ManagedTerminationProtection.ENABLED
                                                : ManagedTerminationProtection.DISABLED)
                                .managedDraining(drains ? ManagedDraining.ENABLED : ManagedDraining.DISABLED)
                                .build())
                        .build(),
                new CapacityLimits(0, max),
                List.of(instance("t-a", "a").build(), instance("t-b", "b").build()),
                LAUNCH);
    }

    private static SimulatedService onGroup(int desired, int cpuUnits) {
        return SimulatedService.of(
                web(desired, null)
                        .capacityProviderStrategy(List.of(CapacityProviderStrategyItem.builder()
                                .capacityProvider("asg")
                                .build()))
                        .build(),
                Clusters.task(cpuUnits, 64));
    }

    private static int instances(ServiceSimulator simulator) {
        return simulator.cluster().instances().size();
    }

    @Test
    void group_fromZero_growsToTwoAndThenToWhatIsNeeded() {
        ServiceSimulator simulator = on();
        simulator.addCapacityProvider(group(10, false, true));
        simulator.create(onGroup(5, 4096));

        assertThat(simulator.service("web").pendingCount()).isEqualTo(5);
        simulator.run(Duration.ofMinutes(4));
        assertThat(instances(simulator)).isEqualTo(2);
        simulator.run(Duration.ofMinutes(15));

        assertThat(instances(simulator)).isEqualTo(5);
        assertThat(simulator.service("web").isSteady()).isTrue();
        assertThat(messages(simulator, "CAPACITY_PROVIDER_SCALE_OUT"))
                .containsExactly(
                        "(capacity-provider asg) launches 2 instances", "(capacity-provider asg) launches 3 instances");
        assertThat(zones(simulator)).isEqualTo(Map.of("a", 3L, "b", 2L));
    }

    private static Map<String, Long> zones(ServiceSimulator simulator) {
        return new TreeMap<>(simulator.cluster().instances().stream()
                .collect(Collectors.groupingBy(InstanceSnapshot::zone, Collectors.counting())));
    }

    @Test
    void group_duringWarmup_doesNotGrow() {
        ServiceSimulator simulator = on();
        simulator.addCapacityProvider(group(10, false, true));
        simulator.create(onGroup(5, 4096));

        simulator.run(Duration.ofMinutes(30));

        List<Instant> growths = simulator.timeline().stream()
                .filter(event -> event.name().equals("CAPACITY_PROVIDER_SCALE_OUT"))
                .map(TimelineEvent::at)
                .toList();
        assertThat(Duration.between(growths.get(0).plus(LAUNCH), growths.get(1)))
                .isGreaterThanOrEqualTo(Duration.ofSeconds(300));
    }

    @Test
    void group_taskThatFitsNoType_waitsForEver() {
        ServiceSimulator simulator = on();
        simulator.addCapacityProvider(group(10, false, true));
        simulator.create(onGroup(1, 8192));

        simulator.run(Duration.ofHours(6));

        assertThat(instances(simulator)).isZero();
        assertThat(simulator.service("web").pendingCount()).isEqualTo(1);
    }

    @Test
    void group_withProtection_losesOnlyEmptyInstances() {
        ServiceSimulator simulator = on();
        simulator.addCapacityProvider(group(10, true, false));
        simulator.create(onGroup(6, 2048));
        simulator.run(HOUR);
        assertThat(instances(simulator)).isEqualTo(3);
        simulator.setDesiredCount("web", 2);

        simulator.run(Duration.ofHours(2));

        assertThat(simulator.service("web").isSteady()).isTrue();
        assertThat(instances(simulator))
                .isEqualTo(simulator.service("web").tasks().stream()
                        .map(ServiceView.TaskView::containerInstance)
                        .distinct()
                        .count());
    }

    @Test
    void group_scalesIn_afterFifteenMinutesOnly() {
        ServiceSimulator simulator = on();
        simulator.addCapacityProvider(group(10, false, true));
        simulator.create(onGroup(4, 4096));
        simulator.run(HOUR);
        Instant start = simulator.now();
        simulator.setDesiredCount("web", 1);

        simulator.run(Duration.ofHours(2));

        Instant first = simulator.timeline().stream()
                .filter(event -> event.name().equals("CAPACITY_PROVIDER_SCALE_IN"))
                .map(TimelineEvent::at)
                .findFirst()
                .orElseThrow();
        assertThat(Duration.between(start, first)).isBetween(Duration.ofMinutes(14), Duration.ofMinutes(16));
        assertThat(instances(simulator)).isEqualTo(1);
    }

    @Test
    void provisioning_beyondTheQuota_isNotCreated() {
        ServiceSimulator simulator = on();
        simulator.addCapacityProvider(group(0, false, true));
        simulator.create(onGroup(600, 4096));

        simulator.run(Duration.ofMinutes(10));

        assertThat(simulator.service("web").pendingCount()).isEqualTo(500);
    }

    @Test
    void group_thatCannotBe_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SimulatedCapacityProvider(
                        CapacityProvider.builder().name("asg").build(),
                        new CapacityLimits(0, 1),
                        List.of(instance("t").build()),
                        LAUNCH))
                .withMessageContaining("managed scaling");
        ServiceSimulator simulator = on();
        simulator.addCapacityProvider(group(1, false, true));
        assertThatIllegalArgumentException().isThrownBy(() -> simulator.addCapacityProvider(group(1, false, true)));
    }

    private static ServiceScaling.Tracking tracking(MetricSeries metric) {
        return new ServiceScaling.Tracking(50, metric, Duration.ofSeconds(300), Duration.ofSeconds(300), false);
    }

    @Test
    void tracking_loadThatDoublesAndHalves_isFollowed() {
        ServiceSimulator simulator = on(instance("i-1"), instance("i-2"));
        simulator.create(service(web(4, null)));
        simulator.run(HOUR);
        Instant peak = simulator.now();
        MetricSeries load = MetricSeries.shared(at -> at.isBefore(peak.plus(Duration.ofHours(1))) ? 400 : 100);
        simulator.scale(
                "web", new ServiceScaling(new CapacityLimits(2, 20), List.of(tracking(load)), List.of(), List.of()));

        simulator.run(Duration.ofMinutes(10));
        assertThat(simulator.service("web").bounds().desiredCount()).isEqualTo(8);
        simulator.run(Duration.ofHours(2));

        assertThat(simulator.service("web").bounds().desiredCount()).isEqualTo(2);
        assertThat(messages(simulator, "DESIRED_COUNT_CHANGED"))
                .containsExactly("(service web) set desired count to 8.", "(service web) set desired count to 2.");
    }

    @Test
    void tracking_duringADeployment_doesNotScaleIn() {
        ServiceSimulator simulator = on(instance("i-1"), instance("i-2"));
        simulator.create(service(web(4, null)));
        simulator.run(HOUR);
        simulator.scale(
                "web",
                new ServiceScaling(
                        new CapacityLimits(1, 20),
                        List.of(tracking(MetricSeries.shared(at -> 20))),
                        List.of(),
                        List.of()));
        simulator.deploy(service(web(4, null)).behaving(TaskBehavior.always(TaskScript.STEADY.failingToStart())));

        simulator.run(HOUR);

        assertThat(simulator.service("web").bounds().desiredCount()).isEqualTo(4);
    }

    @Test
    void steps_overTheThreshold_addOnceWithinTheCooldown() {
        ServiceSimulator simulator = on(instance("i-1"), instance("i-2"));
        simulator.create(service(web(2, null)));
        simulator.run(HOUR);
        StepScaling policy = new StepScaling(
                StepScaling.AdjustmentType.CHANGE_IN_CAPACITY,
                List.of(new StepScaling.Step(0.0, null, 2)),
                null,
                new CapacityLimits(0, 100));
        simulator.scale(
                "web",
                new ServiceScaling(
                        new CapacityLimits(1, 5),
                        List.of(),
                        List.of(new ServiceScaling.Stepping(
                                policy,
                                (at, view) -> 80.0,
                                50,
                                StepScaling.Comparison.GREATER_THAN,
                                3,
                                Duration.ofMinutes(10))),
                        List.of()));

        simulator.run(Duration.ofMinutes(8));
        assertThat(simulator.service("web").bounds().desiredCount()).isEqualTo(4);
        simulator.run(Duration.ofMinutes(20));
        assertThat(simulator.service("web").bounds().desiredCount()).isEqualTo(5);
    }

    @Test
    void schedule_setsLimitsAtItsTime() {
        ServiceSimulator simulator = on(instance("i-1"), instance("i-2"));
        simulator.create(service(web(2, null)));
        simulator.scale(
                "web",
                new ServiceScaling(
                        new CapacityLimits(1, 10),
                        List.of(),
                        List.of(),
                        List.of(
                                new ServiceScaling.Timed(
                                        Schedule.parse("cron(0 8 * * ? *)", ZoneOffset.UTC),
                                        new ScheduledAction(6, null),
                                        "morning"),
                                new ServiceScaling.Timed(
                                        Schedule.parse("cron(0 20 * * ? *)", ZoneOffset.UTC),
                                        new ScheduledAction(1, 1),
                                        null))));

        simulator.run(Duration.ofHours(8).plus(MINUTE));
        assertThat(simulator.service("web").bounds().desiredCount()).isEqualTo(6);
        simulator.run(Duration.ofHours(12));
        assertThat(simulator.service("web").bounds().desiredCount()).isEqualTo(1);
        assertThat(simulator.timeline().stream()
                        .filter(event -> event.name().equals("DESIRED_COUNT_CHANGED"))
                        .map(event -> event.why().get(0)))
                .startsWith("scheduled action morning: 2 is outside 6 to 10: now 6");
    }
}
