package io.stowage.ecs.model.service;

import io.stowage.ecs.model.EcsStructure;
import io.stowage.ecs.model.Presence;
import io.stowage.ecs.model.internal.WithBuilder;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The service auto scaling that ECS set up for an Express service.
 *
 * <p>Mirrors
 * <a href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ManagedAutoScaling.html">ManagedAutoScaling</a>.
 * Immutable; made with {@link #builder()}. The canonical constructor grows with the API: it is no part of what stays compatible.
 *
 * @param applicationAutoScalingPolicies the policies that change the count of tasks
 * @param scalableTarget the bounds within which they change it
 * @param otherMembers members that have no component here; see {@link EcsStructure#otherMembers()}
 */
@WithBuilder
public record ManagedAutoScaling(
        List<ManagedApplicationAutoScalingPolicy> applicationAutoScalingPolicies,
        @Nullable ManagedScalableTarget scalableTarget,
        Map<String, @Nullable Object> otherMembers)
        implements EcsStructure {

    /** Copies lists and maps; null stands for absent. */
    public ManagedAutoScaling {
        applicationAutoScalingPolicies = Presence.listOf(applicationAutoScalingPolicies);
        otherMembers = Presence.freeze(otherMembers);
    }

    /**
     * Starts an empty one.
     *
     * @return a new builder in which everything is absent
     */
    public static ManagedAutoScalingBuilder builder() {
        return ManagedAutoScalingBuilder.builder();
    }

    /**
     * Starts from this one.
     *
     * @return a new builder that holds what this object holds
     */
    public ManagedAutoScalingBuilder toBuilder() {
        return ManagedAutoScalingBuilder.builder(this);
    }
}
