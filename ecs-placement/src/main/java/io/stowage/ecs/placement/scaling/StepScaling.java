package io.stowage.ecs.placement.scaling;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A step scaling policy of a service: how much changes depends on how far the metric of an alarm is from its threshold. Immutable.
 *
 * @param adjustmentType how an adjustment is meant
 * @param steps the steps, in written order; unmodifiable
 * @param minAdjustmentMagnitude the least change of a percentage, at least 1; {@code null} for none. Not looked at for other types
 * @param limits the limits of the scalable target
 * @see <a href="https://docs.aws.amazon.com/autoscaling/application/userguide/step-scaling-policy-overview.html">step scaling</a>
 */
public record StepScaling(
        AdjustmentType adjustmentType,
        List<Step> steps,
        @Nullable Integer minAdjustmentMagnitude,
        CapacityLimits limits) {

    /** How an adjustment is meant. */
    public enum AdjustmentType {
        /** A number of tasks more or fewer. */
        CHANGE_IN_CAPACITY,
        /** A percentage more or fewer. */
        PERCENT_CHANGE_IN_CAPACITY,
        /** The number of tasks itself. */
        EXACT_CAPACITY
    }

    /** On which side of its threshold the alarm is on. */
    public enum Comparison {
        /** The alarm is on above the threshold. */
        GREATER_THAN,
        /** The alarm is on below the threshold. */
        LESS_THAN
    }

    /**
     * One step. Bounds are relative to the threshold. Above it the lower bound belongs to the step, below it the upper one.
     *
     * @param lower where it begins; {@code null} for no end
     * @param upper where it ends; {@code null} for no end
     * @param adjustment what it does
     */
    public record Step(@Nullable Double lower, @Nullable Double upper, int adjustment) {}

    /**
     * What came of an alarm.
     *
     * @param step which step it is, from 0; {@code null} if none is meant
     * @param change how many tasks more, negative for fewer
     * @param desiredCount the desired count from now on
     * @param why one sentence with the numbers
     */
    public record Result(@Nullable Integer step, int change, int desiredCount, String why) {}

    /**
     * Copies the list.
     *
     * @throws IllegalArgumentException if Application Auto Scaling would refuse the steps; the message says what is wrong, all of it
     */
    public StepScaling {
        Objects.requireNonNull(adjustmentType, "adjustmentType");
        steps = List.copyOf(steps);
        List<String> problems = problems(steps);
        if (minAdjustmentMagnitude != null && minAdjustmentMagnitude < 1) {
            problems.add("minAdjustmentMagnitude is " + minAdjustmentMagnitude + "; 1 or more was expected");
        }
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", problems));
        }
    }

    private static List<String> problems(List<Step> steps) {
        List<String> problems = new ArrayList<>();
        if (steps.isEmpty()) {
            problems.add("there is no step; at least one was expected");
        }
        long endlessDown = steps.stream().filter(step -> step.lower() == null).count();
        long endlessUp = steps.stream().filter(step -> step.upper() == null).count();
        if (endlessDown > 1) {
            problems.add(endlessDown + " steps have no lower bound; at most one may");
        }
        if (endlessUp > 1) {
            problems.add(endlessUp + " steps have no upper bound; at most one may");
        }
        for (Step step : steps) {
            if (step.lower() == null && step.upper() == null) {
                problems.add("a step has no bound at all; at least one was expected");
            }
            if (step.lower() != null && step.upper() != null && !(step.lower() < step.upper())) {
                problems.add("a step goes from " + step.lower() + " to " + step.upper()
                        + "; the lower bound must be below the upper one");
            }
        }
        if (endlessDown == 0 && steps.stream().anyMatch(step -> step.lower() != null && step.lower() < 0)) {
            problems.add("a lower bound is negative; then one step must have no lower bound");
        }
        if (endlessUp == 0 && steps.stream().anyMatch(step -> step.upper() != null && step.upper() > 0)) {
            problems.add("an upper bound is positive; then one step must have no upper bound");
        }
        List<Step> inOrder = steps.stream()
                .sorted((one, other) -> Double.compare(from(one), from(other)))
                .toList();
        for (int i = 1; i < inOrder.size(); i++) {
            if (to(inOrder.get(i - 1)) != from(inOrder.get(i))) {
                problems.add("between " + to(inOrder.get(i - 1)) + " and " + from(inOrder.get(i))
                        + " steps leave a gap or overlap");
            }
        }
        return problems;
    }

    private static double from(Step step) {
        return step.lower() == null ? Double.NEGATIVE_INFINITY : step.lower();
    }

    private static double to(Step step) {
        return step.upper() == null ? Double.POSITIVE_INFINITY : step.upper();
    }

    /**
     * What an alarm does.
     *
     * @param metric the value of the metric
     * @param threshold the threshold of the alarm
     * @param comparison on which side of it the alarm is on; decides, by our rule, which step a metric exactly on the threshold meets
     * @param capacity how many tasks there are now, at least 0
     * @param cooldownBaseCapacity how many there were before the scale-out whose cooldown is not over: the new size is calculated from
     *     that; {@code null} without cooldown
     * @return the change
     * @throws IllegalArgumentException if a count is negative or a value is not finite
     */
    public Result decide(
            double metric,
            double threshold,
            Comparison comparison,
            int capacity,
            @Nullable Integer cooldownBaseCapacity) {
        int base = cooldownBaseCapacity == null ? capacity : cooldownBaseCapacity;
        if (capacity < 0 || base < 0 || !Double.isFinite(metric) || !Double.isFinite(threshold)) {
            throw new IllegalArgumentException("capacity " + capacity + ", before the cooldown " + base + ", metric "
                    + metric + ", threshold " + threshold + "; counts of at least 0 and finite values were expected");
        }
        // Decimal, so that 50.3 - 50 is 0.3 and meets the step that begins there.
        double distance = BigDecimal.valueOf(metric)
                .subtract(BigDecimal.valueOf(threshold))
                .doubleValue();
        int index = index(distance, comparison);
        if (index < 0) {
            return new Result(null, 0, capacity, "no step for a metric " + distance + " from the threshold");
        }
        int adjustment = steps.get(index).adjustment();
        long wanted = wanted(base, adjustment);
        // The limits never turn a scale-out into a scale-in or the reverse.
        int desired = limits.clamp(wanted);
        boolean isOut = wanted > capacity;
        if (wanted == capacity || (isOut ? desired < capacity : desired > capacity)) {
            desired = capacity;
        }
        // While a cooldown lasts a scale-out that asks for less than was added already takes nothing back.
        if (cooldownBaseCapacity != null && adjustment > 0 && desired < capacity) {
            desired = capacity;
        }
        return new Result(
                index,
                desired - capacity,
                desired,
                "step " + index + " (" + distance + " from the threshold): " + adjustmentType + " " + adjustment
                        + " of " + base + " is " + wanted + ", within " + limits.min() + " to " + limits.max() + " "
                        + desired);
    }

    private int index(double distance, Comparison comparison) {
        boolean above = distance > 0 || (distance == 0 && comparison == Comparison.GREATER_THAN);
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            boolean meets = above
                    ? from(step) <= distance && distance < to(step)
                    : from(step) < distance && distance <= to(step);
            if (meets) {
                return i;
            }
        }
        return -1;
    }

    private long wanted(int base, int adjustment) {
        return switch (adjustmentType) {
            case CHANGE_IN_CAPACITY -> (long) base + adjustment;
            case EXACT_CAPACITY -> adjustment;
            case PERCENT_CHANGE_IN_CAPACITY -> base + percent(base, adjustment);
        };
    }

    private long percent(int base, int adjustment) {
        BigDecimal exact = BigDecimal.valueOf(base)
                .multiply(BigDecimal.valueOf(adjustment))
                .movePointLeft(2);
        if (exact.signum() == 0) {
            return 0;
        }
        long change = exact.setScale(0, RoundingMode.DOWN).longValueExact();
        if (change == 0) {
            change = exact.signum();
        }
        int least = minAdjustmentMagnitude == null ? 1 : minAdjustmentMagnitude;
        return Math.abs(change) < least ? (long) exact.signum() * least : change;
    }
}
