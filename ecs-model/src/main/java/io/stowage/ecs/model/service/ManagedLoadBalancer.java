package io.stowage.ecs.model.service;

import io.stowage.ecs.model.EcsStructure;
import io.stowage.ecs.model.Presence;
import io.stowage.ecs.model.internal.WithBuilder;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The Application Load Balancer in front of an Express service.
 *
 * <p>Mirrors
 * <a href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ManagedLoadBalancer.html">ManagedLoadBalancer</a>.
 * Immutable; made with {@link #builder()}. The canonical constructor grows with the API: it is no part of what stays compatible.
 *
 * @param arn identifies the load balancer; absent while there is none
 * @param scheme {@code internet-facing} (what ECS makes by default) or {@code internal}
 * @param securityGroupIds ids of the security groups that guard the load balancer
 * @param status how far its creation or removal is
 * @param statusReason why it is in this status, in words; absent if there is nothing to say
 * @param subnetIds ids of the subnets in which the load balancer has addresses
 * @param updatedAt when the load balancer last changed
 * @param otherMembers members that have no component here; see {@link EcsStructure#otherMembers()}
 */
@WithBuilder
public record ManagedLoadBalancer(
        @Nullable String arn,
        @Nullable String scheme,
        List<String> securityGroupIds,
        @Nullable ManagedResourceStatus status,
        @Nullable String statusReason,
        List<String> subnetIds,
        @Nullable Instant updatedAt,
        Map<String, @Nullable Object> otherMembers)
        implements EcsStructure {

    /** Copies lists and maps; null stands for absent. */
    public ManagedLoadBalancer {
        securityGroupIds = Presence.listOf(securityGroupIds);
        subnetIds = Presence.listOf(subnetIds);
        otherMembers = Presence.freeze(otherMembers);
    }

    /**
     * Starts an empty one.
     *
     * @return a new builder in which everything is absent
     */
    public static ManagedLoadBalancerBuilder builder() {
        return ManagedLoadBalancerBuilder.builder();
    }

    /**
     * Starts from this one.
     *
     * @return a new builder that holds what this object holds
     */
    public ManagedLoadBalancerBuilder toBuilder() {
        return ManagedLoadBalancerBuilder.builder(this);
    }
}
