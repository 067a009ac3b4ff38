package io.stowage.ecs.model.service;

import io.stowage.ecs.model.EcsStructure;
import io.stowage.ecs.model.Presence;
import io.stowage.ecs.model.internal.WithBuilder;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The bounds within which Application Auto Scaling changes the desired count of an Express service.
 *
 * <p>Mirrors
 * <a href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ManagedScalableTarget.html">ManagedScalableTarget</a>.
 * Immutable; made with {@link #builder()}. The canonical constructor grows with the API: it is no part of what stays compatible.
 *
 * @param arn identifies the scalable target; absent while there is none
 * @param maxCapacity the highest count of tasks that scale-out goes to
 * @param minCapacity the lowest count of tasks that scale-in goes to
 * @param status how far its creation or removal is
 * @param statusReason why it is in this status, in words; absent if there is nothing to say
 * @param updatedAt when the target last changed
 * @param otherMembers members that have no component here; see {@link EcsStructure#otherMembers()}
 */
@WithBuilder
public record ManagedScalableTarget(
        @Nullable String arn,
        @Nullable Integer maxCapacity,
        @Nullable Integer minCapacity,
        @Nullable ManagedResourceStatus status,
        @Nullable String statusReason,
        @Nullable Instant updatedAt,
        Map<String, @Nullable Object> otherMembers)
        implements EcsStructure {

    /** Copies lists and maps; null stands for absent. */
    public ManagedScalableTarget {
        otherMembers = Presence.freeze(otherMembers);
    }

    /**
     * Starts an empty one.
     *
     * @return a new builder in which everything is absent
     */
    public static ManagedScalableTargetBuilder builder() {
        return ManagedScalableTargetBuilder.builder();
    }

    /**
     * Starts from this one.
     *
     * @return a new builder that holds what this object holds
     */
    public ManagedScalableTargetBuilder toBuilder() {
        return ManagedScalableTargetBuilder.builder(this);
    }
}
