package io.stowage.ecs.model.service;

import io.stowage.ecs.model.EcsStructure;
import io.stowage.ecs.model.Presence;
import io.stowage.ecs.model.internal.WithBuilder;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A target group that serves the traffic of a {@link ServiceRevision}, and what directs the traffic to it.
 *
 * <p>Mirrors
 * <a href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ServiceRevisionLoadBalancer.html">ServiceRevisionLoadBalancer</a>.
 * Immutable; made with {@link #builder()}. The canonical constructor grows with the API: it is no part of what stays compatible.
 *
 * @param productionListenerRule ARN of the listener rule or listener that carries production traffic to the target group
 * @param targetGroupArn the target group with the tasks of the revision
 * @param otherMembers members that have no component here; see {@link EcsStructure#otherMembers()}
 */
@WithBuilder
public record ServiceRevisionLoadBalancer(
        @Nullable String productionListenerRule,
        @Nullable String targetGroupArn,
        Map<String, @Nullable Object> otherMembers)
        implements EcsStructure {

    /** Copies lists and maps; null stands for absent. */
    public ServiceRevisionLoadBalancer {
        otherMembers = Presence.freeze(otherMembers);
    }

    /**
     * Starts an empty one.
     *
     * @return a new builder in which everything is absent
     */
    public static ServiceRevisionLoadBalancerBuilder builder() {
        return ServiceRevisionLoadBalancerBuilder.builder();
    }

    /**
     * Starts from this one.
     *
     * @return a new builder that holds what this object holds
     */
    public ServiceRevisionLoadBalancerBuilder toBuilder() {
        return ServiceRevisionLoadBalancerBuilder.builder(this);
    }
}
