package io.stowage.ecs.model.service;

import io.stowage.ecs.model.EcsStructure;
import io.stowage.ecs.model.Presence;
import io.stowage.ecs.model.internal.WithBuilder;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One way into an Express service: an endpoint and the load balancing that ECS set up behind it.
 *
 * <p>Mirrors
 * <a href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ManagedIngressPath.html">ManagedIngressPath</a>.
 * Immutable; made with {@link #builder()}. The canonical constructor grows with the API: it is no part of what stays compatible.
 *
 * @param accessType from where the endpoint can be reached
 * @param certificate what secures the domain of the endpoint; absent: not reported
 * @param endpoint the address under which clients reach the service
 * @param listener the load balancer's listener that takes the requests; absent: not reported
 * @param loadBalancer the Application Load Balancer; absent: not reported
 * @param loadBalancerSecurityGroups the security groups of the load balancer
 * @param rule the rule by which the listener forwards requests to this service; absent: not reported
 * @param targetGroups the target groups that the tasks are registered with
 * @param otherMembers members that have no component here; see {@link EcsStructure#otherMembers()}
 */
@WithBuilder
public record ManagedIngressPath(
        @Nullable AccessType accessType,
        @Nullable ManagedCertificate certificate,
        @Nullable String endpoint,
        @Nullable ManagedListener listener,
        @Nullable ManagedLoadBalancer loadBalancer,
        List<ManagedSecurityGroup> loadBalancerSecurityGroups,
        @Nullable ManagedListenerRule rule,
        List<ManagedTargetGroup> targetGroups,
        Map<String, @Nullable Object> otherMembers)
        implements EcsStructure {

    /** Copies lists and maps; null stands for absent. */
    public ManagedIngressPath {
        loadBalancerSecurityGroups = Presence.listOf(loadBalancerSecurityGroups);
        targetGroups = Presence.listOf(targetGroups);
        otherMembers = Presence.freeze(otherMembers);
    }

    /**
     * Starts an empty one.
     *
     * @return a new builder in which everything is absent
     */
    public static ManagedIngressPathBuilder builder() {
        return ManagedIngressPathBuilder.builder();
    }

    /**
     * Starts from this one.
     *
     * @return a new builder that holds what this object holds
     */
    public ManagedIngressPathBuilder toBuilder() {
        return ManagedIngressPathBuilder.builder(this);
    }
}
