package io.stowage.ecs.model.service;

import io.stowage.ecs.model.EcsStructure;
import io.stowage.ecs.model.Presence;
import io.stowage.ecs.model.internal.WithBuilder;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The way back that a {@link ServiceDeployment} took after a failure or on request.
 *
 * <p>Mirrors
 * <a href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Rollback.html">Rollback</a>.
 * Immutable; made with {@link #builder()}. The canonical constructor grows with the API: it is no part of what stays compatible.
 *
 * @param reason what led to it, in words
 * @param serviceRevisionArn the revision that is, or was, put in place again
 * @param startedAt when the way back began
 * @param otherMembers members that have no component here; see {@link EcsStructure#otherMembers()}
 */
@WithBuilder
public record Rollback(
        @Nullable String reason,
        @Nullable String serviceRevisionArn,
        @Nullable Instant startedAt,
        Map<String, @Nullable Object> otherMembers)
        implements EcsStructure {

    /** Copies lists and maps; null stands for absent. */
    public Rollback {
        otherMembers = Presence.freeze(otherMembers);
    }

    /**
     * Starts an empty one.
     *
     * @return a new builder in which everything is absent
     */
    public static RollbackBuilder builder() {
        return RollbackBuilder.builder();
    }

    /**
     * Starts from this one.
     *
     * @return a new builder that holds what this object holds
     */
    public RollbackBuilder toBuilder() {
        return RollbackBuilder.builder(this);
    }
}
