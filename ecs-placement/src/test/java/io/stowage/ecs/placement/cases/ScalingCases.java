package io.stowage.ecs.placement.cases;

import static io.stowage.ecs.placement.cases.Cases.decimal;
import static io.stowage.ecs.placement.cases.Cases.integer;
import static io.stowage.ecs.placement.cases.Cases.text;
import static io.stowage.ecs.placement.cases.Cases.texts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.stowage.ecs.model.capacity.ManagedScaling;
import io.stowage.ecs.placement.scaling.CapacityLimits;
import io.stowage.ecs.placement.scaling.CapacityProviderReservation;
import io.stowage.ecs.placement.scaling.GroupInstance;
import io.stowage.ecs.placement.scaling.PolicyCombination;
import io.stowage.ecs.placement.scaling.ProvisioningGroup;
import io.stowage.ecs.placement.scaling.ScalingDecision;
import io.stowage.ecs.placement.scaling.ScalingRules;
import io.stowage.ecs.placement.scaling.Schedule;
import io.stowage.ecs.placement.scaling.ScheduleException;
import io.stowage.ecs.placement.scaling.ScheduledAction;
import io.stowage.ecs.placement.scaling.StepScaling;
import io.stowage.ecs.placement.scaling.TargetTracking;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import tools.jackson.databind.JsonNode;

/** Cases about sizes. */
final class ScalingCases {
    private ScalingCases() {}

    private static CapacityLimits limits(JsonNode given) {
        return new CapacityLimits(
                given.get("minCapacity").asInt(), given.get("maxCapacity").asInt());
    }

    static void targetTracking(JsonNode given, JsonNode expect) {
        TargetTracking policy = new TargetTracking(
                given.get("targetValue").asDouble(),
                limits(given),
                given.path("disableScaleIn").asBoolean(false));
        int running = given.get("runningCount").asInt();
        Integer desired = integer(given, "currentDesiredCount");
        boolean external = "EXTERNAL".equals(text(given, "deploymentController"));
        List<Double> points = new ArrayList<>();
        given.get("datapoints").forEach(point -> points.add(point.isNull() ? null : point.asDouble()));

        ScalingDecision decision = policy.decide(
                points,
                new TargetTracking.Situation(
                        running,
                        desired == null ? running : desired,
                        given.path("deploymentInProgress").asBoolean(false) && !external,
                        given.path("scaleOutCooldownActive").asBoolean(false),
                        given.path("scaleInCooldownActive").asBoolean(false)));

        assertThat(decision.alarm()).hasToString(expect.get("alarm").asString());
        assertThat(decision.desiredCount()).isEqualTo(expect.get("desiredCount").asInt());
        assertThat(Objects.toString(decision.blockedBy(), null)).isEqualTo(text(expect, "blockedBy"));
        assertThat(decision.why()).isNotBlank();
    }

    static void stepScaling(JsonNode given, JsonNode expect) {
        StepScaling policy = new StepScaling(
                StepScaling.AdjustmentType.valueOf(
                        constant(given.get("adjustmentType").asString())),
                given.get("stepAdjustments")
                        .valueStream()
                        .map(step -> new StepScaling.Step(
                                decimal(step, "lower"),
                                decimal(step, "upper"),
                                step.get("adjustment").asInt()))
                        .toList(),
                integer(given, "minAdjustmentMagnitude"),
                limits(given));
        StepScaling.Comparison comparison =
                given.get("comparisonOperator").asString().startsWith("GreaterThan")
                        ? StepScaling.Comparison.GREATER_THAN
                        : StepScaling.Comparison.LESS_THAN;

        StepScaling.Result result = policy.decide(
                given.get("metric").asDouble(),
                given.get("alarmThreshold").asDouble(),
                comparison,
                given.get("capacity").asInt(),
                integer(given, "cooldownBaseCapacity"));

        assertThat(result.step()).isEqualTo(integer(expect, "step"));
        assertThat(result.change()).isEqualTo(expect.get("change").asInt());
        assertThat(result.desiredCount()).isEqualTo(expect.get("desiredCount").asInt());
        assertThat(result.why()).isNotBlank();
    }

    private static String constant(String camelCase) {
        return camelCase.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toUpperCase(Locale.ROOT);
    }

    static void policyCombination(JsonNode given, JsonNode expect) {
        List<PolicyCombination.Proposal> proposals = given.get("proposals")
                .valueStream()
                .map(proposal -> new PolicyCombination.Proposal(
                        PolicyCombination.PolicyType.valueOf(
                                constant(proposal.get("type").asString())),
                        proposal.get("desiredCount").asInt(),
                        proposal.path("disableScaleIn").asBoolean(false)))
                .toList();

        PolicyCombination.Result result =
                PolicyCombination.combine(given.get("currentDesiredCount").asInt(), limits(given), proposals);

        assertThat(result.desiredCount()).isEqualTo(expect.get("desiredCount").asInt());
        assertThat(result.why()).isNotBlank();
    }

    static void scheduleParse(JsonNode given, JsonNode expect) {
        String text = given.get("schedule").asString();
        ZoneId zone = ZoneId.of(given.path("timezone").asString("UTC"));
        if (expect.has("error")) {
            assertThatExceptionOfType(ScheduleException.class)
                    .isThrownBy(() -> Schedule.parse(text, zone))
                    .satisfies(e -> assertThat(e.error())
                            .hasToString(expect.get("error").asString()))
                    .withMessageContaining("expected");
            return;
        }
        Instant after = Instant.parse(given.get("after").asString());
        Instant anchor = Instant.parse(given.path("createdAt").asString(after.toString()));

        List<Instant> fires = Schedule.parse(text, zone)
                .next(after, anchor, given.get("count").asInt());

        assertThat(fires.stream().map(Instant::toString)).isEqualTo(texts(expect.get("fires")));
    }

    static void scheduledAction(JsonNode given, JsonNode expect) {
        JsonNode action = given.get("action");

        ScheduledAction.Result result = new ScheduledAction(
                        integer(action, "minCapacity"), integer(action, "maxCapacity"))
                .apply(limits(given), given.get("desiredCount").asInt());

        assertThat(result.limits()).isEqualTo(limits(expect));
        assertThat(result.desiredCount()).isEqualTo(expect.get("desiredCount").asInt());
        assertThat(result.why()).isNotBlank();
    }

    static void managedScaling(JsonNode given, JsonNode expect) {
        List<ProvisioningGroup> waiting = given.get("provisioning")
                .valueStream()
                .map(group -> new ProvisioningGroup(
                        group.get("name").asString(),
                        group.get("count").asInt(),
                        group.get("cpu").asLong(),
                        group.get("memory").asLong(),
                        group.path("enis").asLong(0),
                        group.path("gpus").asLong(0),
                        group.path("distinctInstance").asBoolean(false)))
                .toList();
        List<GroupInstance> types = given.get("instanceTypes")
                .valueStream()
                .map(type -> new GroupInstance(
                        type.get("name").asString(),
                        type.get("cpu").asLong(),
                        type.get("memory").asLong(),
                        type.get("enis").asLong(),
                        type.get("gpus").asLong()))
                .toList();
        ManagedScaling scaling = ManagedScaling.builder()
                .targetCapacity(integer(given, "targetCapacity"))
                .minimumScalingStepSize(integer(given, "minimumScalingStepSize"))
                .maximumScalingStepSize(integer(given, "maximumScalingStepSize"))
                .build();

        CapacityProviderReservation reservation = CapacityProviderReservation.of(
                given.get("runningInstances").asInt(),
                given.get("instancesWithNonDaemonTasks").asInt(),
                waiting,
                types,
                scaling,
                ScalingRules.current());

        assertThat(reservation.needed()).isEqualTo(integer(expect, "M"));
        assertThat(reservation.metric().doubleValue())
                .isEqualTo(expect.get("metric").asDouble());
        assertThat(reservation.excludedGroups()).isEqualTo(texts(expect.path("excludedGroups")));
        assertThat(reservation
                        .desiredCapacity(new CapacityLimits(
                                0, given.path("autoScalingGroupMaxSize").asInt(Integer.MAX_VALUE)))
                        .instances())
                .isEqualTo(expect.get("desiredCapacity").asInt());
        assertThat(reservation.why()).isNotEmpty();
    }
}
