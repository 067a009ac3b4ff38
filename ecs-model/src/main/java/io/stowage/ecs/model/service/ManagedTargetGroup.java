package io.stowage.ecs.model.service;

import io.stowage.ecs.model.EcsStructure;
import io.stowage.ecs.model.Presence;
import io.stowage.ecs.model.internal.WithBuilder;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A target group that the tasks of an Express service are registered with.
 *
 * <p>Mirrors
 * <a href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ManagedTargetGroup.html">ManagedTargetGroup</a>.
 * Immutable; made with {@link #builder()}. The canonical constructor grows with the API: it is no part of what stays compatible.
 *
 * @param arn identifies the target group; absent while there is none
 * @param healthCheckPath the path that the load balancer asks for in a health check
 * @param healthCheckPort the port of the targets that health checks go to
 * @param port the port of the targets that requests go to
 * @param status how far its creation or removal is
 * @param statusReason why it is in this status, in words; absent if there is nothing to say
 * @param updatedAt when the target group last changed
 * @param otherMembers members that have no component here; see {@link EcsStructure#otherMembers()}
 */
@WithBuilder
public record ManagedTargetGroup(
        @Nullable String arn,
        @Nullable String healthCheckPath,
        @Nullable Integer healthCheckPort,
        @Nullable Integer port,
        @Nullable ManagedResourceStatus status,
        @Nullable String statusReason,
        @Nullable Instant updatedAt,
        Map<String, @Nullable Object> otherMembers)
        implements EcsStructure {

    /** Copies lists and maps; null stands for absent. */
    public ManagedTargetGroup {
        otherMembers = Presence.freeze(otherMembers);
    }

    /**
     * Starts an empty one.
     *
     * @return a new builder in which everything is absent
     */
    public static ManagedTargetGroupBuilder builder() {
        return ManagedTargetGroupBuilder.builder();
    }

    /**
     * Starts from this one.
     *
     * @return a new builder that holds what this object holds
     */
    public ManagedTargetGroupBuilder toBuilder() {
        return ManagedTargetGroupBuilder.builder(this);
    }
}
