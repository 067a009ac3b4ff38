package io.stowage.ecs.placement.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.stowage.ecs.model.placement.PlacementConstraint;
import io.stowage.ecs.model.placement.PlacementConstraintType;
import io.stowage.ecs.model.service.AvailabilityZoneRebalancing;
import io.stowage.ecs.model.service.CanaryConfiguration;
import io.stowage.ecs.model.service.CreateServiceRequest;
import io.stowage.ecs.model.service.DeploymentCircuitBreaker;
import io.stowage.ecs.model.service.DeploymentConfiguration;
import io.stowage.ecs.model.service.DeploymentLifecycleHook;
import io.stowage.ecs.model.service.DeploymentLifecycleHookAction;
import io.stowage.ecs.model.service.DeploymentLifecycleHookStage;
import io.stowage.ecs.model.service.DeploymentLifecycleHookTargetType;
import io.stowage.ecs.model.service.DeploymentLifecycleHookTimeoutConfiguration;
import io.stowage.ecs.model.service.DeploymentStrategy;
import io.stowage.ecs.model.task.Task;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SmallFormulasTest {
    private static DeploymentLifecycleHook hook(
            DeploymentLifecycleHookTargetType type, int minutes, DeploymentLifecycleHookStage... stages) {
        return DeploymentLifecycleHook.builder()
                .targetType(type)
                .lifecycleStages(List.of(stages))
                .timeoutConfiguration(DeploymentLifecycleHookTimeoutConfiguration.builder()
                        .timeoutInMinutes(minutes)
                        .action(DeploymentLifecycleHookAction.CONTINUE)
                        .build())
                .build();
    }

    private static DeploymentConfiguration canary(DeploymentLifecycleHook... hooks) {
        return DeploymentConfiguration.builder()
                .strategy(DeploymentStrategy.CANARY)
                .bakeTimeInMinutes(15)
                .canaryConfiguration(CanaryConfiguration.builder()
                        .canaryPercent(5.0)
                        .canaryBakeTimeInMinutes(10)
                        .build())
                .lifecycleHooks(List.of(hooks))
                .build();
    }

    @Test
    void lifecycle_canaryWithHooks_visitsEveryStageInOrder() {
        DeploymentLifecycleHook pause = hook(
                DeploymentLifecycleHookTargetType.PAUSE,
                20_160,
                DeploymentLifecycleHookStage.PRE_PRODUCTION_TRAFFIC_SHIFT);

        LifecyclePlan plan = LifecyclePlan.of(canary(pause), true);

        assertThat(plan.visits())
                .extracting(visit -> visit.stage() + " " + visit.greenTenths() + " " + visit.thenWaitsMinutes() + " "
                        + visit.hooks().size())
                .containsExactly(
                        "RECONCILE_SERVICE 0 0 0",
                        "PRE_SCALE_UP 0 0 0",
                        "SCALE_UP 0 0 0",
                        "POST_SCALE_UP 0 0 0",
                        "TEST_TRAFFIC_SHIFT 0 0 0",
                        "POST_TEST_TRAFFIC_SHIFT 0 0 0",
                        "PRE_PRODUCTION_TRAFFIC_SHIFT 0 0 1",
                        "PRODUCTION_TRAFFIC_SHIFT 50 10 0",
                        "PRE_PRODUCTION_TRAFFIC_SHIFT 50 0 1",
                        "PRODUCTION_TRAFFIC_SHIFT 1000 0 0",
                        "POST_PRODUCTION_TRAFFIC_SHIFT 1000 0 0",
                        "BAKE_TIME 1000 15 0",
                        "CLEAN_UP 1000 0 0");
        assertThat(plan.waitingMinutes()).isEqualTo(25);
        assertThat(LifecyclePlan.rollsBackOnTimeout(pause)).isFalse();
        assertThat(LifecyclePlan.rollsBackOnTimeout(
                        DeploymentLifecycleHook.builder().build()))
                .isTrue();
    }

    @Test
    void lifecycle_hooksThatCannotBe_areRefusedAllAtOnce() {
        DeploymentConfiguration configuration = canary(
                hook(DeploymentLifecycleHookTargetType.PAUSE, 1, DeploymentLifecycleHookStage.PRODUCTION_TRAFFIC_SHIFT),
                hook(DeploymentLifecycleHookTargetType.AWS_LAMBDA, 1_441, DeploymentLifecycleHookStage.PRE_SCALE_UP),
                hook(DeploymentLifecycleHookTargetType.AWS_LAMBDA, 1, new DeploymentLifecycleHookStage("LATER")),
                hook(DeploymentLifecycleHookTargetType.AWS_LAMBDA, 1));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> LifecyclePlan.of(configuration, false))
                .withMessageContaining("lifecycleHooks[0] pauses at PRODUCTION_TRAFFIC_SHIFT")
                .withMessageContaining("lifecycleHooks[1] times out after 1441 minutes")
                .withMessageContaining("lifecycleHooks[2] names the stage LATER")
                .withMessageContaining("lifecycleHooks[3] names no stage");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> LifecyclePlan.of(DeploymentConfiguration.builder().build(), false))
                .withMessageContaining("ROLLING");
    }

    @Test
    void breaker_thatIsOff_neverTrips() {
        CircuitBreakerRun run = CircuitBreakerRun.start(null, 1);
        for (int i = 0; i < 1000; i++) {
            run = run.after(CircuitBreakerRun.Event.LAUNCH_FAILED);
        }
        assertThat(run.isTripped()).isFalse();
        assertThat(run.failureCount()).isEqualTo(1000);
        assertThat(run.why()).isEqualTo("the deployment circuit breaker is off");
    }

    @Test
    void breaker_afterTheTrip_countsNothing() {
        CircuitBreakerRun run = CircuitBreakerRun.start(
                DeploymentCircuitBreaker.builder().enable(true).build(), 1);
        for (int i = 0; i < 5; i++) {
            run = run.after(CircuitBreakerRun.Event.LAUNCH_FAILED);
        }
        run = run.after(CircuitBreakerRun.Event.HEALTHY);
        assertThat(run)
                .extracting(
                        CircuitBreakerRun::failureCount, CircuitBreakerRun::trippedAtEvent, CircuitBreakerRun::events)
                .containsExactly(3L, 3, 6);
        assertThat(run.rollback(true)).isEqualTo(CircuitBreakerRun.Rollback.NONE);
    }

    @Test
    void breaker_otherDesiredCount_movesTheThreshold() {
        CircuitBreakerRun run = CircuitBreakerRun.start(
                        DeploymentCircuitBreaker.builder().enable(true).build(), 1)
                .after(CircuitBreakerRun.Event.LAUNCH_FAILED)
                .withDesiredCount(100);

        assertThat(run.threshold()).isEqualTo(50);
        assertThat(run.failureCount()).isEqualTo(1);
    }

    @Test
    void throttle_ofNoFailures_holdsNothingBack() {
        assertThat(LaunchThrottle.NONE.startsAgainAt()).isNull();
        assertThat(LaunchThrottle.NONE.failed(Instant.EPOCH).startsAgainAt()).isEqualTo(Instant.ofEpochSecond(15));
        assertThatIllegalArgumentException().isThrownBy(() -> new LaunchThrottle(1, null));
        assertThat(LaunchThrottle.event("web"))
                .isEqualTo("(service web) is unable to consistently start tasks successfully.");
    }

    @Test
    void draining_daemonsAndStoppingTasks_goTheirOwnWay() {
        List<Task> tasks = List.of(
                task("daemon", "service:agent", "RUNNING", "RUNNING"),
                task("leaving", "service:web", "RUNNING", "STOPPED"),
                task("activating", "service:web", "ACTIVATING", "RUNNING"),
                task("deactivating", "service:web", "DEACTIVATING", "RUNNING"));

        DrainingPlan plan = DrainingPlan.of(tasks, Set.of("agent"));

        assertThat(plan.stoppedAtOnce()).containsExactly("daemon", "activating");
        assertThat(plan.replaced()).isEmpty();
        assertThat(plan.untouched()).containsExactly("leaving", "deactivating");
    }

    private static Task task(String id, String group, String last, String desired) {
        return Task.builder()
                .taskArn(id)
                .group(group)
                .lastStatus(last)
                .desiredStatus(desired)
                .build();
    }

    @Test
    void zones_anyCounts_movesReachTheTargets() {
        SplittableRandom random = new SplittableRandom(5);
        for (int i = 0; i < 20_000; i++) {
            Map<String, Integer> zones = new TreeMap<>();
            for (int zone = 0; zone < 1 + random.nextInt(4); zone++) {
                zones.put("z" + zone, random.nextInt(6));
            }
            int desired = zones.values().stream().mapToInt(Integer::intValue).sum();

            ZoneBalance balance = ZoneBalance.of(desired, zones);

            Map<String, Integer> after = new TreeMap<>(zones);
            balance.start().forEach((zone, count) -> after.merge(zone, count, Integer::sum));
            balance.stop().forEach((zone, count) -> after.merge(zone, -count, Integer::sum));
            assertThat(after).isEqualTo(balance.targets());
            assertThat(Collections.max(after.values()) - Collections.min(after.values()))
                    .isLessThanOrEqualTo(1);
            assertThat(balance.isBalanced()).isEqualTo(balance.start().isEmpty());
        }
        assertThat(ZoneBalance.of(3, Map.of()).isBalanced()).isTrue();
        assertThatIllegalArgumentException().isThrownBy(() -> ZoneBalance.of(-1, Map.of()));
    }

    @Test
    void rebalancing_severalObstacles_areAllNamed() {
        CreateServiceRequest service = CreateServiceRequest.builder()
                .desiredCount(1)
                .deploymentConfiguration(
                        DeploymentConfiguration.builder().maximumPercent(134).build())
                .placementConstraints(List.of(
                        PlacementConstraint.builder()
                                .type(PlacementConstraintType.MEMBER_OF)
                                .expression("attribute:ecs.availability-zone in [a, b] and attribute:x == y")
                                .build(),
                        PlacementConstraint.builder()
                                .type(PlacementConstraintType.DISTINCT_INSTANCE)
                                .build()))
                .build();

        assertThat(ZoneRebalancing.obstacles(service)).hasSize(2);
        assertThat(ZoneRebalancing.isOn(service)).isFalse();
        assertThat(ZoneRebalancing.isOn(CreateServiceRequest.builder().build())).isTrue();
        assertThat(ZoneRebalancing.isOn(CreateServiceRequest.builder()
                        .availabilityZoneRebalancing(AvailabilityZoneRebalancing.DISABLED)
                        .build()))
                .isFalse();
    }
}
