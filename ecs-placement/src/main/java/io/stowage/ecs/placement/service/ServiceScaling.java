package io.stowage.ecs.placement.service;

import io.stowage.ecs.placement.scaling.CapacityLimits;
import io.stowage.ecs.placement.scaling.Schedule;
import io.stowage.ecs.placement.scaling.ScheduledAction;
import io.stowage.ecs.placement.scaling.StepScaling;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Service auto scaling to simulate: the limits of a scalable target and its policies. Immutable.
 *
 * @param limits the smallest and greatest desired count, until a scheduled action says otherwise
 * @param tracking target tracking policies; unmodifiable
 * @param steps step scaling policies; unmodifiable
 * @param schedules scheduled actions; unmodifiable
 * @see <a href="https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-auto-scaling.html">service auto scaling</a>
 */
public record ServiceScaling(
        CapacityLimits limits, List<Tracking> tracking, List<Stepping> steps, List<Timed> schedules) {
    /** Copies the lists. */
    public ServiceScaling {
        Objects.requireNonNull(limits, "limits");
        tracking = List.copyOf(tracking);
        steps = List.copyOf(steps);
        schedules = List.copyOf(schedules);
    }

    /**
     * A target tracking policy.
     *
     * @param targetValue the value of the metric to aim at
     * @param metric the metric
     * @param scaleOutCooldown how long after a scale-out only a larger one happens
     * @param scaleInCooldown how long after a scale-in no other happens
     * @param isScaleInDisabled whether it never scales in
     */
    public record Tracking(
            double targetValue,
            MetricSeries metric,
            Duration scaleOutCooldown,
            Duration scaleInCooldown,
            boolean isScaleInDisabled) {
        /** Checks that nothing is missing. */
        public Tracking {
            Objects.requireNonNull(metric, "metric");
            Objects.requireNonNull(scaleOutCooldown, "scaleOutCooldown");
            Objects.requireNonNull(scaleInCooldown, "scaleInCooldown");
        }
    }

    /**
     * A step scaling policy with its alarm.
     *
     * @param policy the steps; its limits are not looked at, those of the scalable target hold
     * @param metric the metric of the alarm
     * @param threshold the threshold of the alarm
     * @param comparison on which side of it the alarm is on, the threshold included
     * @param evaluationPeriods how many minutes in a row
     * @param cooldown how long after a scale-out only what is more than that counts, and after a scale-in no other happens
     */
    public record Stepping(
            StepScaling policy,
            MetricSeries metric,
            double threshold,
            StepScaling.Comparison comparison,
            int evaluationPeriods,
            Duration cooldown) {
        /**
         * Checks the numbers.
         *
         * @throws IllegalArgumentException if there is no period
         */
        public Stepping {
            Objects.requireNonNull(policy, "policy");
            Objects.requireNonNull(metric, "metric");
            Objects.requireNonNull(comparison, "comparison");
            Objects.requireNonNull(cooldown, "cooldown");
            if (evaluationPeriods < 1) {
                throw new IllegalArgumentException(
                        "evaluationPeriods is " + evaluationPeriods + "; 1 or more was expected");
            }
        }
    }

    /**
     * A scheduled action.
     *
     * @param schedule when
     * @param action what it sets
     * @param name what to call it; {@code null} for no name
     */
    public record Timed(
            Schedule schedule,
            ScheduledAction action,
            @Nullable String name) {
        /** Checks that nothing is missing. */
        public Timed {
            Objects.requireNonNull(schedule, "schedule");
            Objects.requireNonNull(action, "action");
        }
    }
}
