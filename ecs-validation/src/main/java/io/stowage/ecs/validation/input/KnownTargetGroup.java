package io.stowage.ecs.validation.input;

import io.stowage.ecs.model.EcsStructure;
import io.stowage.ecs.model.Presence;
import io.stowage.ecs.validation.internal.WithBuilder;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a target group of Elastic Load Balancing.
 *
 * <p>Immutable; made with {@link #builder()}. The canonical constructor grows with the library: it is no part of what stays
 * compatible.
 *
 * @param arn its ARN
 * @param targetType {@code instance}, {@code ip}, {@code lambda} or {@code alb}
 * @param protocol for example {@code HTTP}
 * @param loadBalancerType {@code application} or {@code network}. A group that no load balancer uses is told from one of which nothing is
 *     known by a JSON {@code null}: {@link #isUnused()}
 * @param vpcId the VPC it is in
 * @param healthCheck how it checks its targets
 * @param deregistrationDelaySeconds how long connections may drain when a target leaves, in seconds
 * @param otherMembers members that have no component here, or a value that is not known; see {@link EcsStructure#otherMembers()}
 */
@WithBuilder
public record KnownTargetGroup(
        @Nullable String arn,
        @Nullable String targetType,
        @Nullable String protocol,
        @Nullable String loadBalancerType,
        @Nullable String vpcId,
        @Nullable KnownTargetHealthCheck healthCheck,
        @Nullable Integer deregistrationDelaySeconds,
        Map<String, @Nullable Object> otherMembers)
        implements EcsStructure {

    /** Copies lists and maps; null stands for absent. */
    public KnownTargetGroup {
        otherMembers = Presence.freeze(otherMembers);
    }

    /**
     * Starts an empty one.
     *
     * @return a new builder in which everything is absent
     */
    public static KnownTargetGroupBuilder builder() {
        return KnownTargetGroupBuilder.builder();
    }

    /**
     * Starts from this one.
     *
     * @return a new builder that holds what this object holds
     */
    public KnownTargetGroupBuilder toBuilder() {
        return KnownTargetGroupBuilder.builder(this);
    }

    /**
     * Whether the group is known to be used by no load balancer: {@code loadBalancerType} was given as JSON {@code null}. In Java
     * {@code otherMembers} says so, by that name with the value null.
     *
     * @return false if one uses it, or if nothing is known
     */
    public boolean isUnused() {
        return loadBalancerType == null
                && otherMembers.containsKey("loadBalancerType")
                && otherMembers.get("loadBalancerType") == null;
    }
}
