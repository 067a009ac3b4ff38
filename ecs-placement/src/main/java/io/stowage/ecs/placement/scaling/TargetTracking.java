package io.stowage.ecs.placement.scaling;

import io.stowage.ecs.placement.scaling.ScalingDecision.Alarm;
import io.stowage.ecs.placement.scaling.ScalingDecision.Block;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A target tracking policy of a service: the size at which a metric that falls as tasks are added would be at its target. Immutable.
 *
 * <p>AWS documents that scale-out is proportional and rounded up, and that scale-in is careful. How many points an alarm takes is ours,
 * after the alarms that Application Auto Scaling makes: three of three above the target, fifteen of fifteen below 90 percent of it.
 * Arithmetic is exact.
 *
 * @param targetValue the value of the metric to aim at, above 0
 * @param limits the limits of the scalable target
 * @param isScaleInDisabled whether it never scales in
 * @see <a href="https://docs.aws.amazon.com/autoscaling/application/userguide/target-tracking-scaling-policy-overview.html">target
 *     tracking</a>
 */
public record TargetTracking(double targetValue, CapacityLimits limits, boolean isScaleInDisabled) {
    /**
     * Checks the target.
     *
     * @throws IllegalArgumentException if it is not a finite number above 0
     */
    public TargetTracking {
        if (!(targetValue > 0) || Double.isInfinite(targetValue)) {
            throw new IllegalArgumentException("targetValue is " + targetValue + "; a number above 0 was expected");
        }
    }

    /**
     * What surrounds a decision.
     *
     * @param runningCount how many tasks run: where the new size is calculated from
     * @param desiredCount the desired count
     * @param isDeploying whether a deployment is in progress of a service whose controller is not {@code EXTERNAL}
     * @param isScaleOutCooldown whether the cooldown of the last scale-out is not over
     * @param isScaleInCooldown whether the cooldown of the last scale-in is not over
     */
    public record Situation(
            int runningCount,
            int desiredCount,
            boolean isDeploying,
            boolean isScaleOutCooldown,
            boolean isScaleInCooldown) {
        /**
         * Checks the counts.
         *
         * @throws IllegalArgumentException if one is negative
         */
        public Situation {
            if (runningCount < 0 || desiredCount < 0) {
                throw new IllegalArgumentException(
                        "a number of tasks cannot be negative: running " + runningCount + ", desired " + desiredCount);
            }
        }

        /**
         * A service at rest.
         *
         * @param count how many tasks run and are desired
         * @return a situation without deployment and cooldowns
         * @throws IllegalArgumentException if the count is negative
         */
        public static Situation steady(int count) {
            return new Situation(count, count, false, false, false);
        }
    }

    /**
     * The decision.
     *
     * @param points one point a minute, the newest last; {@code null} where there is no data
     * @param now what surrounds it
     * @return the desired count and why
     * @throws IllegalArgumentException if a point is not a finite number of at least 0
     */
    public ScalingDecision decide(List<@Nullable Double> points, Situation now) {
        for (Double point : points) {
            check(point);
        }
        Double last = points.isEmpty() ? null : points.get(points.size() - 1);
        Alarm alarm = alarm(points);
        int desired = now.desiredCount();
        if (now.runningCount() == 0 && desired == 0 && last != null && last > 0) {
            int first = limits.clamp(1);
            return new ScalingDecision(
                    alarm, first, null, "from no task to " + first + ": the metric is " + last + ", above 0");
        }
        if (alarm == Alarm.NONE || last == null) {
            return new ScalingDecision(
                    alarm, desired, null, "no alarm: " + points.size() + " points, the last " + last);
        }
        int wanted = limits.clamp(proportional(now.runningCount(), last));
        String sum = "ceil(" + now.runningCount() + " * " + last + " / " + targetValue + ") = "
                + proportional(now.runningCount(), last) + ", within " + limits.min() + " to " + limits.max() + " "
                + wanted;
        Block block = alarm == Alarm.HIGH ? blockOut(wanted, now) : blockIn(wanted, now);
        if (block != null) {
            return new ScalingDecision(alarm, desired, block, sum + "; stays " + desired + ", " + block);
        }
        boolean moves = alarm == Alarm.HIGH ? wanted > desired : wanted < desired;
        return new ScalingDecision(alarm, moves ? wanted : desired, null, sum);
    }

    private static void check(@Nullable Double point) {
        if (point != null && (!(point >= 0) || point.isInfinite())) {
            throw new IllegalArgumentException("a point is " + point + "; a finite number of at least 0 was expected");
        }
    }

    private Alarm alarm(List<@Nullable Double> points) {
        int above = ScalingRules.current().highPoints();
        int below = ScalingRules.current().lowPoints();
        BigDecimal low = BigDecimal.valueOf(targetValue)
                .multiply(BigDecimal.valueOf(ScalingRules.current().lowPercent()))
                .movePointLeft(2);
        if (points.size() >= above && isEachAbove(points.subList(points.size() - above, points.size()))) {
            return Alarm.HIGH;
        }
        if (points.size() >= below && isEachBelow(points.subList(points.size() - below, points.size()), low)) {
            return Alarm.LOW;
        }
        return Alarm.NONE;
    }

    private boolean isEachAbove(List<@Nullable Double> points) {
        for (Double point : points) {
            if (point == null || point <= targetValue) {
                return false;
            }
        }
        return true;
    }

    private static boolean isEachBelow(List<@Nullable Double> points, BigDecimal low) {
        double near = low.doubleValue() * 1.001;
        for (Double point : points) {
            // The exact comparison is dear; most points are far from the line.
            if (point == null || point > near || BigDecimal.valueOf(point).compareTo(low) >= 0) {
                return false;
            }
        }
        return true;
    }

    private long proportional(int running, double point) {
        BigDecimal size = BigDecimal.valueOf(running)
                .multiply(BigDecimal.valueOf(point))
                .divide(BigDecimal.valueOf(targetValue), 0, RoundingMode.CEILING);
        return size.min(BigDecimal.valueOf(Integer.MAX_VALUE)).longValueExact();
    }

    private @Nullable Block blockOut(int wanted, Situation now) {
        if (now.desiredCount() >= limits.max()) {
            return Block.MAX_CAPACITY;
        }
        return now.isScaleOutCooldown() && wanted <= now.desiredCount() ? Block.SCALE_OUT_COOLDOWN : null;
    }

    private @Nullable Block blockIn(int wanted, Situation now) {
        if (isScaleInDisabled) {
            return Block.SCALE_IN_DISABLED;
        }
        if (now.isDeploying()) {
            return Block.DEPLOYMENT;
        }
        if (now.isScaleInCooldown()) {
            return Block.SCALE_IN_COOLDOWN;
        }
        if (now.desiredCount() <= limits.min()) {
            return Block.MIN_CAPACITY;
        }
        return wanted >= now.desiredCount() ? Block.WOULD_EXCEED_TARGET : null;
    }
}
