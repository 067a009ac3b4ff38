package io.stowage.ecs.model.service;

import io.stowage.ecs.model.EcsStructure;
import io.stowage.ecs.model.Presence;
import io.stowage.ecs.model.internal.WithBuilder;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Ties a container port of a service or task set to a load balancer: to a target group for Application, Network and Gateway Load
 * Balancers, or by name to a Classic Load Balancer.
 *
 * <p>Mirrors
 * <a href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LoadBalancer.html">LoadBalancer</a>.
 * Immutable; made with {@link #builder()}. The canonical constructor grows with the API: it is no part of what stays compatible.
 *
 * @param advancedConfiguration what traffic shifting needs besides; absent for rolling deployments
 * @param containerName the container that takes the traffic, as named in the task definition
 * @param containerPort port of that container; one of its port mappings must have it
 * @param loadBalancerName a Classic Load Balancer, which does not work with {@code awsvpc}; absent if there is a {@code targetGroupArn}
 * @param targetGroupArn the target group, of target type {@code ip} for network mode {@code awsvpc}, {@code instance} otherwise; absent
 *     if there is a {@code loadBalancerName}
 * @param otherMembers members that have no component here; see {@link EcsStructure#otherMembers()}
 */
@WithBuilder
public record LoadBalancer(
        @Nullable AdvancedConfiguration advancedConfiguration,
        @Nullable String containerName,
        @Nullable Integer containerPort,
        @Nullable String loadBalancerName,
        @Nullable String targetGroupArn,
        Map<String, @Nullable Object> otherMembers)
        implements EcsStructure {

    /** Copies lists and maps; null stands for absent. */
    public LoadBalancer {
        otherMembers = Presence.freeze(otherMembers);
    }

    /**
     * Starts an empty one.
     *
     * @return a new builder in which everything is absent
     */
    public static LoadBalancerBuilder builder() {
        return LoadBalancerBuilder.builder();
    }

    /**
     * Starts from this one.
     *
     * @return a new builder that holds what this object holds
     */
    public LoadBalancerBuilder toBuilder() {
        return LoadBalancerBuilder.builder(this);
    }
}
