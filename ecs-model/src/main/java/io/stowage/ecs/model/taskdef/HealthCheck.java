package io.stowage.ecs.model.taskdef;

import io.stowage.ecs.model.EcsStructure;
import io.stowage.ecs.model.Presence;
import io.stowage.ecs.model.internal.WithBuilder;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A command that the agent runs in a container now and then to learn whether it is healthy. Exit code 0 is healthy.
 *
 * <p>Mirrors
 * <a href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_HealthCheck.html">HealthCheck</a>.
 * Immutable; made with {@link #builder()}. The canonical constructor grows with the API: it is no part of what stays compatible.
 *
 * @param command {@code CMD} and a program with its arguments, or {@code CMD-SHELL} and one line for the shell of the container;
 *     required
 * @param interval seconds between two runs, 5 to 300; absent: 30
 * @param retries failures in a row until the container counts as unhealthy, 1 to 10; absent: 3
 * @param startPeriod seconds after the start in which failures do not count, 0 to 300; absent: 0
 * @param timeout seconds until a run counts as failed, 2 to 60; absent: 5
 * @param otherMembers members that have no component here; see {@link EcsStructure#otherMembers()}
 */
@WithBuilder
public record HealthCheck(
        List<String> command,
        @Nullable Integer interval,
        @Nullable Integer retries,
        @Nullable Integer startPeriod,
        @Nullable Integer timeout,
        Map<String, @Nullable Object> otherMembers)
        implements EcsStructure {

    /** Copies lists and maps; null stands for absent. */
    public HealthCheck {
        command = Presence.listOf(command);
        otherMembers = Presence.freeze(otherMembers);
    }

    /**
     * Starts an empty one.
     *
     * @return a new builder in which everything is absent
     */
    public static HealthCheckBuilder builder() {
        return HealthCheckBuilder.builder();
    }

    /**
     * Starts from this one.
     *
     * @return a new builder that holds what this object holds
     */
    public HealthCheckBuilder toBuilder() {
        return HealthCheckBuilder.builder(this);
    }

    /**
     * Seconds between two checks: what is written, or 30.
     *
     * @return the value that counts
     */
    public int effectiveInterval() {
        return interval == null ? 30 : interval;
    }

    /**
     * Failures in a row that make the container unhealthy: what is written, or 3.
     *
     * @return the value that counts
     */
    public int effectiveRetries() {
        return retries == null ? 3 : retries;
    }

    /**
     * Seconds at the start in which failures do not count: what is written, or 0.
     *
     * @return the value that counts
     */
    public int effectiveStartPeriod() {
        return startPeriod == null ? 0 : startPeriod;
    }

    /**
     * Seconds after which a check has failed: what is written, or 5.
     *
     * @return the value that counts
     */
    public int effectiveTimeout() {
        return timeout == null ? 5 : timeout;
    }
}
