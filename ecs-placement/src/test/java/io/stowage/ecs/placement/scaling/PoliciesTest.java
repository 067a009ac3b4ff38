package io.stowage.ecs.placement.scaling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.stowage.ecs.placement.scaling.PolicyCombination.PolicyType;
import io.stowage.ecs.placement.scaling.PolicyCombination.Proposal;
import io.stowage.ecs.placement.scaling.ScalingDecision.Block;
import io.stowage.ecs.placement.scaling.StepScaling.AdjustmentType;
import io.stowage.ecs.placement.scaling.StepScaling.Comparison;
import io.stowage.ecs.placement.scaling.StepScaling.Step;
import io.stowage.ecs.placement.scaling.TargetTracking.Situation;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PoliciesTest {
    private static final CapacityLimits LIMITS = new CapacityLimits(2, 20);

    private static List<Double> points(int count, double value) {
        return Collections.nCopies(count, value);
    }

    private static StepScaling steps(AdjustmentType type, Step... steps) {
        return new StepScaling(type, List.of(steps), null, LIMITS);
    }

    @Test
    void tracking_anySituation_staysWithinLimitsAndNeverOvershootsTheTarget() {
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < 50_000; i++) {
            double target = 1 + random.nextInt(1000) / 10.0;
            double value = random.nextInt(2000) / 10.0;
            int count = random.nextInt(21);
            ScalingDecision decision = new TargetTracking(target, LIMITS, false)
                    .decide(points(random.nextInt(20), value), Situation.steady(count));
            if (decision.desiredCount() < count) {
                assertThat(decision.alarm()).isEqualTo(ScalingDecision.Alarm.LOW);
                assertThat(count * value / decision.desiredCount()).isLessThanOrEqualTo(target + 1e-9);
            }
            if (decision.desiredCount() != count) {
                assertThat(decision.desiredCount()).isBetween(2, 20);
                assertThat(decision.blockedBy()).isNull();
            }
        }
    }

    @Test
    void tracking_belowMinimum_isBlockedThere() {
        assertThat(new TargetTracking(50, LIMITS, false)
                        .decide(points(15, 1), Situation.steady(2))
                        .blockedBy())
                .isEqualTo(Block.MIN_CAPACITY);
    }

    @Test
    void tracking_metricAtTheTarget_isNoAlarm() {
        assertThat(new TargetTracking(50, LIMITS, false)
                        .decide(points(15, 45), Situation.steady(5))
                        .alarm())
                .as("45 is not below 90 percent of 50")
                .isEqualTo(ScalingDecision.Alarm.NONE);
        assertThat(new TargetTracking(0.3, LIMITS, false)
                        .decide(points(15, 0.27), Situation.steady(5))
                        .alarm())
                .as("exact in decimals, where doubles say 0.27 < 0.27")
                .isEqualTo(ScalingDecision.Alarm.NONE);
    }

    @Test
    void tracking_absurdInput_isRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new TargetTracking(Double.NaN, LIMITS, false));
        assertThatIllegalArgumentException().isThrownBy(() -> new TargetTracking(0, LIMITS, false));
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new TargetTracking(1, LIMITS, false).decide(points(1, Double.NaN), Situation.steady(1)));
        assertThatIllegalArgumentException().isThrownBy(() -> Situation.steady(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> new CapacityLimits(3, 2));
    }

    @Test
    void tracking_hugeMetric_isCutByMaximum() {
        assertThat(new TargetTracking(1e-300, LIMITS, false)
                        .decide(points(3, 1e300), Situation.steady(5))
                        .desiredCount())
                .isEqualTo(20);
    }

    @Test
    void steps_scaleOutAboveMaximum_takesNothingAway() {
        StepScaling policy = steps(AdjustmentType.CHANGE_IN_CAPACITY, new Step(0.0, null, 1));

        assertThat(policy.decide(60, 50, Comparison.GREATER_THAN, 30, null).desiredCount())
                .isEqualTo(30);
        assertThat(policy.decide(60, 50, Comparison.GREATER_THAN, 0, null).desiredCount())
                .isEqualTo(2);
    }

    @Test
    void steps_scaleInBelowMinimum_addsNothing() {
        assertThat(steps(AdjustmentType.CHANGE_IN_CAPACITY, new Step(null, 0.0, -1))
                        .decide(40, 50, Comparison.LESS_THAN, 1, null)
                        .desiredCount())
                .isEqualTo(1);
    }

    @Test
    void steps_metricOnTheThreshold_meetsTheStepOfTheComparison() {
        StepScaling policy = steps(AdjustmentType.CHANGE_IN_CAPACITY, new Step(null, 0.0, -1), new Step(0.0, null, 1));

        assertThat(policy.decide(50, 50, Comparison.GREATER_THAN, 5, null).change())
                .isEqualTo(1);
        assertThat(policy.decide(50, 50, Comparison.LESS_THAN, 5, null).change())
                .isEqualTo(-1);
    }

    @Test
    void steps_noneMeets_changeNothing() {
        assertThat(steps(AdjustmentType.CHANGE_IN_CAPACITY, new Step(0.0, null, 1))
                        .decide(40, 50, Comparison.GREATER_THAN, 5, null))
                .extracting(StepScaling.Result::step, StepScaling.Result::change)
                .containsExactly(null, 0);
    }

    @Test
    void steps_whatAwsRefuses_isRefusedWithAllReasons() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> steps(
                        AdjustmentType.CHANGE_IN_CAPACITY,
                        new Step(0.0, 10.0, 1),
                        new Step(20.0, 15.0, 1),
                        new Step(null, null, 1)))
                .withMessageContaining("no bound at all")
                .withMessageContaining("from 20.0 to 15.0")
                .withMessageContaining("gap or overlap");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> steps(AdjustmentType.CHANGE_IN_CAPACITY))
                .withMessageContaining("at least one");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> steps(AdjustmentType.CHANGE_IN_CAPACITY, new Step(0.0, 10.0, 1)))
                .withMessageContaining("no upper bound");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> steps(AdjustmentType.CHANGE_IN_CAPACITY, new Step(-10.0, 0.0, -1)))
                .withMessageContaining("no lower bound");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new StepScaling(
                        AdjustmentType.PERCENT_CHANGE_IN_CAPACITY, List.of(new Step(0.0, null, 1)), 0, LIMITS))
                .withMessageContaining("minAdjustmentMagnitude");
    }

    @Test
    void combination_forecastBelowAgreedScaleIn_keepsTheLarger() {
        List<Proposal> proposals = List.of(
                new Proposal(PolicyType.TARGET_TRACKING, 3, false),
                new Proposal(PolicyType.PREDICTIVE_SCALING, 4, false));

        assertThat(PolicyCombination.combine(8, LIMITS, proposals).desiredCount())
                .isEqualTo(4);
        assertThat(PolicyCombination.combine(8, LIMITS, proposals.subList(1, 2)).desiredCount())
                .as("a forecast alone never scales in")
                .isEqualTo(8);
    }

    @Test
    void action_thatSetsNothing_isRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new ScheduledAction(null, null));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ScheduledAction(30, null).apply(LIMITS, 5))
                .withMessageContaining("minCapacity 30");
    }
}
