package io.stowage.ecs.placement.internal.simulation;

import io.stowage.ecs.model.network.TargetGroup;
import io.stowage.ecs.model.network.TargetHealthCheck;
import io.stowage.ecs.model.network.TargetType;
import io.stowage.ecs.model.service.LoadBalancer;
import io.stowage.ecs.model.taskdef.ContainerDefinition;
import io.stowage.ecs.model.taskdef.HealthCheck;
import io.stowage.ecs.placement.internal.figures.DatedFigures;
import io.stowage.ecs.placement.service.SimulatedService;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A revision of a service: what its tasks are and what makes them healthy. */
final class SimRevision {
    static final DatedFigures LIFE = DatedFigures.newest(SimRevision.class, "life.tsv");

    final int number;
    final SimulatedService definition;
    final @Nullable TargetGroup targetGroup;
    private final List<HealthCheck> containerChecks;
    private int launched;

    SimRevision(int number, SimulatedService definition) {
        this.number = number;
        this.definition = definition;
        this.targetGroup = targetGroup(definition);
        this.containerChecks = definition.taskDefinition().containerDefinitions().stream()
                .filter(container -> !Boolean.FALSE.equals(container.essential()))
                .map(ContainerDefinition::healthCheck)
                .filter(Objects::nonNull)
                .toList();
    }

    private static @Nullable TargetGroup targetGroup(SimulatedService definition) {
        List<LoadBalancer> balancers = definition.request().loadBalancers();
        if (definition.targetGroup() != null || balancers.isEmpty()) {
            return definition.targetGroup();
        }
        String arn = Objects.requireNonNullElse(balancers.get(0).targetGroupArn(), "target-group");
        return TargetGroup.http(arn, TargetType.INSTANCE);
    }

    int nextOrdinal() {
        return ++launched;
    }

    boolean hasChecks() {
        return targetGroup != null || !containerChecks.isEmpty();
    }

    /** From running to healthy, if all checks pass. */
    Duration timeToHealthy() {
        if (!hasChecks()) {
            return Duration.ofSeconds(LIFE.of("HEALTHY_WITHOUT_CHECKS_SECONDS"));
        }
        Duration longest = Duration.ZERO;
        for (HealthCheck check : containerChecks) {
            longest = longer(longest, Duration.ofSeconds(check.effectiveInterval()));
        }
        return targetGroup == null
                ? longest
                : longer(longest, targetGroup.healthCheck().timeToHealthy());
    }

    /** From the first failed check of a running task until somebody calls it unhealthy. */
    Duration timeToUnhealthy() {
        Duration shortest = null;
        for (HealthCheck check : containerChecks) {
            Duration time = Duration.ofSeconds(
                    check.effectiveStartPeriod() + (long) check.effectiveInterval() * check.effectiveRetries());
            shortest = shortest == null || time.compareTo(shortest) < 0 ? time : shortest;
        }
        TargetHealthCheck target = targetGroup == null ? null : targetGroup.healthCheck();
        if (target != null && (shortest == null || target.timeToUnhealthy().compareTo(shortest) < 0)) {
            shortest = target.timeToUnhealthy();
        }
        return shortest == null ? Duration.ZERO : shortest;
    }

    Duration gracePeriod() {
        return Duration.ofSeconds(
                Objects.requireNonNullElse(definition.request().healthCheckGracePeriodSeconds(), 0));
    }

    /** From the request to stop until the load balancer has let go. */
    Duration deregistrationDelay() {
        return targetGroup == null ? Duration.ZERO : targetGroup.deregistrationDelay();
    }

    /** From SIGTERM to SIGKILL: the longest of the containers. */
    Duration stopTimeout() {
        int usual = LIFE.of("STOP_TIMEOUT_SECONDS");
        return Duration.ofSeconds(definition.taskDefinition().containerDefinitions().stream()
                .mapToInt(container -> Objects.requireNonNullElse(container.stopTimeout(), usual))
                .max()
                .orElse(usual));
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
