package io.stowage.ecs.model.service;

import io.stowage.ecs.model.EcsStructure;
import io.stowage.ecs.model.Presence;
import io.stowage.ecs.model.internal.WithBuilder;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A scaling policy that ECS made for an Express service.
 *
 * <p>Mirrors
 * <a href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ManagedApplicationAutoScalingPolicy.html">ManagedApplicationAutoScalingPolicy</a>.
 * Immutable; made with {@link #builder()}. The canonical constructor grows with the API: it is no part of what stays compatible.
 *
 * @param arn identifies the policy in Application Auto Scaling; absent while there is none
 * @param metric what the policy watches, such as {@code ECSServiceAverageCPUUtilization}
 * @param policyType {@code TargetTrackingScaling}, {@code StepScaling} or {@code PredictiveScaling}
 * @param status how far its creation or removal is
 * @param statusReason why it is in this status, in words; absent if there is nothing to say
 * @param targetValue the value at which the policy keeps the metric, in the unit of the metric
 * @param updatedAt when the policy last changed
 * @param otherMembers members that have no component here; see {@link EcsStructure#otherMembers()}
 */
@WithBuilder
public record ManagedApplicationAutoScalingPolicy(
        @Nullable String arn,
        @Nullable String metric,
        @Nullable String policyType,
        @Nullable ManagedResourceStatus status,
        @Nullable String statusReason,
        @Nullable Double targetValue,
        @Nullable Instant updatedAt,
        Map<String, @Nullable Object> otherMembers)
        implements EcsStructure {

    /** Copies lists and maps; null stands for absent. */
    public ManagedApplicationAutoScalingPolicy {
        otherMembers = Presence.freeze(otherMembers);
    }

    /**
     * Starts an empty one.
     *
     * @return a new builder in which everything is absent
     */
    public static ManagedApplicationAutoScalingPolicyBuilder builder() {
        return ManagedApplicationAutoScalingPolicyBuilder.builder();
    }

    /**
     * Starts from this one.
     *
     * @return a new builder that holds what this object holds
     */
    public ManagedApplicationAutoScalingPolicyBuilder toBuilder() {
        return ManagedApplicationAutoScalingPolicyBuilder.builder(this);
    }
}
