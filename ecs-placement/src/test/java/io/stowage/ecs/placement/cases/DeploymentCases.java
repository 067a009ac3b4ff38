package io.stowage.ecs.placement.cases;

import static io.stowage.ecs.placement.cases.Cases.decimal;
import static io.stowage.ecs.placement.cases.Cases.integer;
import static org.assertj.core.api.Assertions.assertThat;

import io.stowage.ecs.model.deployment.DeploymentBounds;
import io.stowage.ecs.model.deployment.DeploymentNumbers;
import io.stowage.ecs.model.deployment.TrafficShift;
import io.stowage.ecs.model.service.CanaryConfiguration;
import io.stowage.ecs.model.service.DeploymentCircuitBreaker;
import io.stowage.ecs.model.service.DeploymentConfiguration;
import io.stowage.ecs.model.service.DeploymentStrategy;
import io.stowage.ecs.model.service.LinearConfiguration;
import io.stowage.ecs.model.service.ThresholdConfiguration;
import io.stowage.ecs.model.service.ThresholdType;
import io.stowage.ecs.placement.service.CircuitBreakerRun;
import io.stowage.ecs.placement.service.LaunchThrottle;
import io.stowage.ecs.placement.service.LifecyclePlan;
import io.stowage.ecs.placement.service.RollingUpdate;
import io.stowage.ecs.placement.service.RolloutCounts;
import io.stowage.ecs.placement.service.StalledRollout;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Cases about deployments. */
final class DeploymentCases {
    private static final YearMonth OF_2023 = YearMonth.of(2023, 4);

    private DeploymentCases() {}

    private static DeploymentConfiguration percents(JsonNode given) {
        return DeploymentConfiguration.builder()
                .minimumHealthyPercent(integer(given, "minimumHealthyPercent"))
                .maximumPercent(integer(given, "maximumPercent"))
                .build();
    }

    private static DeploymentBounds bounds(JsonNode given) {
        return DeploymentBounds.ofReplica(given.get("desiredCount").asInt(), percents(given));
    }

    static void healthyPercent(JsonNode given, JsonNode expect) {
        DeploymentBounds bounds = given.get("schedulingStrategy").asString().equals("DAEMON")
                ? DeploymentBounds.ofDaemon(given.get("eligibleInstances").asInt(), percents(given))
                : bounds(given);
        assertThat(bounds.minHealthyTasks())
                .isEqualTo(expect.get("minHealthyTasks").asLong());
        assertThat(bounds.maxTasks()).isEqualTo(expect.get("maxTasks").asLong());
        if (expect.has("minimumHealthyPercent")) {
            assertThat(bounds.minimumHealthyPercent())
                    .isEqualTo(expect.get("minimumHealthyPercent").asInt());
            assertThat(bounds.maximumPercent())
                    .isEqualTo(expect.get("maximumPercent").asInt());
        }
    }

    private static int slots(JsonNode given) {
        Integer slots = integer(given, "capacitySlots");
        return slots == null ? Integer.MAX_VALUE : slots;
    }

    static void rollingSteps(JsonNode given, JsonNode expect) {
        DeploymentBounds bounds = bounds(given);
        int kept = given.get("protectedOldTasks").asInt();
        int oldTasks = given.get("oldRunning").asInt();
        int newTasks = 0;
        int tick = 0;
        for (JsonNode step : expect.get("steps")) {
            RolloutCounts counts = RolloutCounts.settled(bounds, oldTasks, kept, newTasks);
            RollingUpdate.Step next = next(counts, slots(given));
            oldTasks -= next.stop();
            newTasks += next.start();
            assertThat(List.of(++tick, next.start(), next.stop(), oldTasks, newTasks))
                    .isEqualTo(List.of(
                            step.get("tick").asInt(),
                            step.get("start").asInt(),
                            step.get("stop").asInt(),
                            step.get("oldRunning").asInt(),
                            step.get("newRunning").asInt()));
            assertThat(next.why()).isNotEmpty();
        }
        RolloutCounts end = RolloutCounts.settled(bounds, oldTasks, kept, newTasks);
        assertThat(next(end, slots(given)).isIdle()).isTrue();
        assertThat(end.isComplete()).isEqualTo(expect.get("outcome").asString().equals("COMPLETED"));
        stall(end, given, expect.path("stuckReason").asString(null));
    }

    private static RollingUpdate.Step next(RolloutCounts counts, int slots) {
        return RollingUpdate.next(counts, Math.min(RollingUpdate.mayStart(counts), slots - counts.live()));
    }

    private static void stall(RolloutCounts counts, JsonNode given, String reason) {
        Optional<StalledRollout> stall = StalledRollout.of(
                counts,
                slots(given) - counts.live(),
                given.get("staticHostPort").asBoolean());
        assertThat(stall.map(found -> found.reason().name()).orElse(null)).isEqualTo(reason);
        stall.ifPresent(found -> assertThat(found.why() + found.repair()).isNotBlank());
    }

    static void stuckDeployment(JsonNode given, JsonNode expect) {
        DeploymentBounds bounds = bounds(given);
        assertThat(bounds.minHealthyTasks())
                .isEqualTo(expect.get("minHealthyTasks").asLong());
        assertThat(bounds.maxTasks()).isEqualTo(expect.get("maxTasks").asLong());
        RolloutCounts counts = RolloutCounts.settled(
                bounds,
                given.get("oldRunning").asInt(),
                given.get("protectedOldTasks").asInt(),
                given.get("newRunning").asInt());
        assertThat(expect.has("reason")).isEqualTo(expect.get("stuck").asBoolean());
        stall(counts, given, expect.path("reason").asString(null));
    }

    static void earlySuccess(JsonNode given, JsonNode expect) {
        assertThat(DeploymentNumbers.earlySuccessTasks(
                        given.get("desiredCount").asInt(),
                        given.get("healthyPercent").asInt()))
                .isEqualTo(expect.get("requiredHealthyTasks").asLong());
    }

    static void circuitBreaker(JsonNode given, JsonNode expect) {
        JsonNode written = given.path("thresholdConfiguration");
        ThresholdConfiguration configuration = written.isMissingNode()
                ? null
                : ThresholdConfiguration.builder()
                        .type(new ThresholdType(written.get("type").asString()))
                        .value(written.get("value").asInt())
                        .build();
        DeploymentCircuitBreaker breaker = DeploymentCircuitBreaker.builder()
                .enable(true)
                .thresholdConfiguration(configuration)
                .build();
        int desired = given.get("desiredCount").asInt();
        CircuitBreakerRun run = given.path("legacyBounds2023").asBoolean(false)
                ? CircuitBreakerRun.start(breaker, desired, OF_2023)
                : CircuitBreakerRun.start(breaker, desired);
        assertThat(run.threshold()).isEqualTo(expect.get("threshold").asLong());
        if (expect.has("type")) {
            ThresholdConfiguration standard = ThresholdConfiguration.builder()
                    .type(new ThresholdType(expect.get("type").asString()))
                    .value(expect.get("value").asInt())
                    .build();
            assertThat(DeploymentNumbers.circuitBreakerThreshold(desired, standard))
                    .isEqualTo(run.threshold());
        }
    }

    static void circuitBreakerRun(JsonNode given, JsonNode expect) {
        CircuitBreakerRun run = CircuitBreakerRun.start(
                DeploymentCircuitBreaker.builder()
                        .enable(given.get("enable").asBoolean())
                        .rollback(given.get("rollback").asBoolean())
                        .resetOnHealthyTask(given.get("resetOnHealthyTask").asBoolean())
                        .build(),
                given.get("desiredCount").asInt());
        for (JsonNode event : given.get("events")) {
            run = run.after(CircuitBreakerRun.Event.valueOf(event.asString()));
        }
        assertThat(run.threshold()).isEqualTo(expect.get("threshold").asLong());
        assertThat(run.failureCount()).isEqualTo(expect.get("failureCount").asLong());
        assertThat(run.trippedAtEvent()).isEqualTo(expect.path("trippedAtEvent").asInt(0));
        assertThat(run.isTripped() ? "FAILED" : "IN_PROGRESS")
                .isEqualTo(expect.get("rolloutState").asString());
        assertThat(run.rollback(given.get("hasCompletedDeployment").asBoolean()))
                .hasToString(expect.get("rollback").asString());
        assertThat(run.why()).contains(String.valueOf(run.threshold()));
    }

    static void launchThrottle(JsonNode given, JsonNode expect) {
        Instant last = Instant.EPOCH;
        LaunchThrottle throttle = LaunchThrottle.NONE;
        for (int i = 0; i < given.get("consecutiveLaunchFailures").asInt(); i++) {
            last = last.plusSeconds(1);
            throttle = throttle.failed(last);
        }
        long delay = expect.get("delaySeconds").asLong();
        assertThat(throttle.delay()).hasSeconds(delay);
        assertThat(throttle.mayStart(last.plusSeconds(delay))).isTrue();
        assertThat(throttle.mayStart(last.plusSeconds(delay).minusNanos(1))).isEqualTo(delay == 0);
    }

    static void trafficShift(JsonNode given, JsonNode expect) {
        DeploymentConfiguration configuration = DeploymentConfiguration.builder()
                .strategy(new DeploymentStrategy(given.get("strategy").asString()))
                .bakeTimeInMinutes(integer(given, "bakeTimeInMinutes"))
                .linearConfiguration(LinearConfiguration.builder()
                        .stepPercent(decimal(given, "stepPercent"))
                        .stepBakeTimeInMinutes(integer(given, "stepBakeTimeInMinutes"))
                        .build())
                .canaryConfiguration(CanaryConfiguration.builder()
                        .canaryPercent(decimal(given, "canaryPercent"))
                        .canaryBakeTimeInMinutes(integer(given, "canaryBakeTimeInMinutes"))
                        .build())
                .build();
        TrafficShift shift = TrafficShift.of(configuration);
        assertThat(shift.steps()).hasSize(expect.get("steps").size());
        for (int i = 0; i < shift.steps().size(); i++) {
            JsonNode step = expect.get("steps").get(i);
            assertThat(shift.steps().get(i).atMinute())
                    .isEqualTo(step.get("atMinute").asLong());
            assertThat(shift.steps().get(i).greenTenths())
                    .isEqualTo(Math.round(step.get("green").asDouble() * 10));
            assertThat(shift.steps().get(i).blueTenths())
                    .isEqualTo(Math.round(step.get("blue").asDouble() * 10));
        }
        assertThat(shift.trafficDoneAtMinute())
                .isEqualTo(expect.get("trafficDoneAtMinute").asLong());
        assertThat(shift.bakeEndsAtMinute())
                .isEqualTo(expect.get("bakeEndsAtMinute").asLong());
        assertThat(LifecyclePlan.of(configuration, false).waitingMinutes())
                .isEqualTo(expect.get("bakeEndsAtMinute").asLong());
    }

    static void taskSetScale(JsonNode given, JsonNode expect) {
        assertThat(DeploymentNumbers.taskSetCount(
                        given.get("desiredCount").asInt(),
                        given.get("scalePercent").asDouble()))
                .isEqualTo(expect.get("computedDesiredCount").asLong());
    }
}
