package io.stowage.ecs.model.deployment;

import io.stowage.ecs.model.internal.tables.Figures;
import io.stowage.ecs.model.service.ThresholdConfiguration;
import io.stowage.ecs.model.service.ThresholdType;
import java.time.Duration;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * The smaller formulas around deployments. Pure functions; thread-safe.
 */
public final class DeploymentNumbers {
    private DeploymentNumbers() {}

    /**
     * How many failed tasks trip the
     * <a href="https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-circuit-breaker.html">deployment circuit
     * breaker</a>. Without a configuration that is 50 percent of the desired count, at least 3 and at most 200. That
     * {@code UNBOUNDED_PERCENT} needs at least one failure is our rule.
     *
     * @param desiredCount the desired count, at least 0
     * @param configuration the threshold configuration; {@code null}, or one without type or value, for the defaults; a type we do
     *     not know counts as {@code BOUNDED_PERCENT}
     * @return the number of failures, at least 1 unless a {@code COUNT} says less
     * @throws IllegalArgumentException if the desired count or the value is negative
     */
    public static long circuitBreakerThreshold(int desiredCount, @Nullable ThresholdConfiguration configuration) {
        return threshold(
                desiredCount,
                configuration,
                Figures.of("circuit-breaker-least"),
                Figures.of("circuit-breaker-greatest"));
    }

    /**
     * The same with the bounds that were documented at a date: in April 2023 at least 10 and at most 200.
     *
     * @param desiredCount the desired count, at least 0
     * @param configuration as above
     * @param month the month whose documentation is to hold; before the first one known, that one holds
     * @return the number of failures
     * @throws IllegalArgumentException if the desired count or the value is negative
     */
    public static long circuitBreakerThreshold(
            int desiredCount, @Nullable ThresholdConfiguration configuration, YearMonth month) {
        return threshold(
                desiredCount,
                configuration,
                Figures.of("circuit-breaker-least", month),
                Figures.of("circuit-breaker-greatest", month));
    }

    private static long threshold(
            int desiredCount, @Nullable ThresholdConfiguration configuration, int least, int greatest) {
        ThresholdType type = configuration == null ? null : configuration.type();
        Integer written = configuration == null ? null : configuration.value();
        int value = notNegative(written == null ? Figures.of("circuit-breaker-percent") : written, "value");
        if (ThresholdType.COUNT.equals(type)) {
            return value;
        }
        long share = Percent.ceiling(notNegative(desiredCount, "desiredCount"), value);
        return ThresholdType.UNBOUNDED_PERCENT.equals(type)
                ? Math.max(1, share)
                : Math.min(greatest, Math.max(least, share));
    }

    /**
     * How many healthy tasks of the new revision complete a deployment early, by the
     * <a href="https://docs.aws.amazon.com/AmazonECS/latest/developerguide/early-success-criteria.html">early success
     * criteria</a>.
     *
     * @param desiredCount the desired count, at least 0
     * @param healthyPercent the percentage of the criteria, at least 0
     * @return the number of tasks, at least 1
     * @throws IllegalArgumentException if a number is negative
     */
    public static long earlySuccessTasks(int desiredCount, int healthyPercent) {
        return Math.max(
                1,
                Percent.ceiling(
                        notNegative(desiredCount, "desiredCount"), notNegative(healthyPercent, "healthyPercent")));
    }

    /**
     * The computed desired count of a <a
     * href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_TaskSet.html">task set</a>.
     *
     * @param desiredCount the desired count of the service, at least 0
     * @param scalePercent the scale of the task set, 0 to 100
     * @return its share, rounded up
     * @throws IllegalArgumentException if a number is out of its range
     */
    public static long taskSetCount(int desiredCount, double scalePercent) {
        if (!(scalePercent >= 0 && scalePercent <= 100)) {
            throw new IllegalArgumentException("the scale of a task set is 0 to 100 percent, not " + scalePercent);
        }
        return Percent.ceiling(notNegative(desiredCount, "desiredCount"), scalePercent);
    }

    /**
     * How long the service scheduler waits before the next launch after launches that failed in a row. ECS documents only that the
     * <a href="https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-throttle-logic.html">delay grows</a> to at most
     * 27 minutes; the growth is our rule: 15 seconds, doubled with each failure.
     *
     * @param consecutiveLaunchFailures tasks in a row that stopped without having run, at least 0
     * @return the delay; zero after no failure
     * @throws IllegalArgumentException if the number is negative
     */
    public static Duration launchDelay(int consecutiveLaunchFailures) {
        if (notNegative(consecutiveLaunchFailures, "consecutiveLaunchFailures") == 0) {
            return Duration.ZERO;
        }
        // Beyond 32 doublings every delay is the greatest one, and shifting further would overflow.
        long doubled =
                (long) Figures.of("launch-throttle-first-seconds") << Math.min(consecutiveLaunchFailures - 1, 32);
        return Duration.ofSeconds(Math.min(Figures.of("launch-throttle-greatest-seconds"), doubled));
    }

    private static int notNegative(int number, String name) {
        if (number < 0) {
            throw new IllegalArgumentException(name + " cannot be negative: " + number);
        }
        return number;
    }
}
