package io.stowage.ecs.model.network;

import io.stowage.ecs.model.internal.tables.Figures;
import java.time.Duration;

/**
 * A target group.
 *
 * @param arn its ARN, or any text that tells it from others
 * @param protocol for example {@code HTTP}
 * @param port the port of targets that are registered without one, 1 to 65535
 * @param targetType what it holds
 * @param healthCheck how it finds out what is healthy
 * @param deregistrationDelay how long connections may drain when a target leaves
 */
public record TargetGroup(
        String arn,
        String protocol,
        int port,
        TargetType targetType,
        TargetHealthCheck healthCheck,
        Duration deregistrationDelay) {
    /**
     * A target group for HTTP with the defaults of Elastic Load Balancing.
     *
     * @param arn its ARN
     * @param targetType what it holds
     * @return port 80, the usual check, 300 seconds to drain
     */
    public static TargetGroup http(String arn, TargetType targetType) {
        return new TargetGroup(
                arn,
                "HTTP",
                80,
                targetType,
                TargetHealthCheck.http(),
                Duration.ofSeconds(Figures.of("target-deregistration-seconds")));
    }
}
