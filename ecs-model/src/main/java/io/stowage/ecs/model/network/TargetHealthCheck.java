package io.stowage.ecs.model.network;

import io.stowage.ecs.model.internal.tables.Figures;
import java.time.Duration;

/**
 * How a target group finds out whether a target is healthy.
 *
 * @param protocol for example {@code HTTP} or {@code TCP}
 * @param path the path asked for; empty for a protocol without paths
 * @param matcher the answers that count as healthy, for example {@code 200-299}; empty for a protocol without answers
 * @param interval from one check to the next
 * @param timeout how long a check may take
 * @param healthyThreshold checks in a row until a target counts as healthy
 * @param unhealthyThreshold checks in a row until it counts as unhealthy
 */
public record TargetHealthCheck(
        String protocol,
        String path,
        String matcher,
        Duration interval,
        Duration timeout,
        int healthyThreshold,
        int unhealthyThreshold) {
    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if a time or threshold is not positive
     */
    public TargetHealthCheck {
        if (interval.isNegative() || interval.isZero() || timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException("times of a health check are positive: " + interval + ", " + timeout);
        }
        if (healthyThreshold < 1 || unhealthyThreshold < 1) {
            throw new IllegalArgumentException(
                    "thresholds are at least 1: " + healthyThreshold + ", " + unhealthyThreshold);
        }
    }

    /**
     * The defaults of Elastic Load Balancing for HTTP. ECS does not document them; that these numbers are taken is our rule.
     *
     * @return every 30 seconds {@code /}, 5 seconds to answer 200, 5 times healthy, 2 times unhealthy
     */
    public static TargetHealthCheck http() {
        return new TargetHealthCheck(
                "HTTP",
                "/",
                "200",
                Duration.ofSeconds(Figures.of("target-check-interval-seconds")),
                Duration.ofSeconds(Figures.of("target-check-timeout-seconds")),
                Figures.of("target-healthy-threshold"),
                Figures.of("target-unhealthy-threshold"));
    }

    /**
     * How long a target that answers takes at most to count as healthy.
     *
     * @return interval times threshold
     */
    public Duration timeToHealthy() {
        return interval.multipliedBy(healthyThreshold);
    }

    /**
     * How long a target that fails takes at most to count as unhealthy.
     *
     * @return interval times threshold
     */
    public Duration timeToUnhealthy() {
        return interval.multipliedBy(unhealthyThreshold);
    }
}
