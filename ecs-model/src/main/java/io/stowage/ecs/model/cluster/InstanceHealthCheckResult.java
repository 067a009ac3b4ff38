package io.stowage.ecs.model.cluster;

import io.stowage.ecs.model.EcsStructure;
import io.stowage.ecs.model.Presence;
import io.stowage.ecs.model.internal.WithBuilder;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The latest result of one health check of a container instance.
 *
 * <p>Mirrors
 * <a href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_InstanceHealthCheckResult.html">InstanceHealthCheckResult</a>.
 * Immutable; made with {@link #builder()}. The canonical constructor grows with the API: it is no part of what stays compatible.
 *
 * @param lastStatusChange when {@code status} last became another
 * @param lastUpdated when the check last reported, even without a change
 * @param status what the check found
 * @param statusReason an explanation in words; absent when there is none
 * @param type what was checked
 * @param otherMembers members that have no component here; see {@link EcsStructure#otherMembers()}
 */
@WithBuilder
public record InstanceHealthCheckResult(
        @Nullable Instant lastStatusChange,
        @Nullable Instant lastUpdated,
        @Nullable InstanceHealthCheckState status,
        @Nullable String statusReason,
        @Nullable InstanceHealthCheckType type,
        Map<String, @Nullable Object> otherMembers)
        implements EcsStructure {

    /** Copies lists and maps; null stands for absent. */
    public InstanceHealthCheckResult {
        otherMembers = Presence.freeze(otherMembers);
    }

    /**
     * Starts an empty one.
     *
     * @return a new builder in which everything is absent
     */
    public static InstanceHealthCheckResultBuilder builder() {
        return InstanceHealthCheckResultBuilder.builder();
    }

    /**
     * Starts from this one.
     *
     * @return a new builder that holds what this object holds
     */
    public InstanceHealthCheckResultBuilder toBuilder() {
        return InstanceHealthCheckResultBuilder.builder(this);
    }
}
