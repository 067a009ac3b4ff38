package io.stowage.ecs.validation.input;

import io.stowage.ecs.model.EcsStructure;
import io.stowage.ecs.model.Presence;
import io.stowage.ecs.validation.internal.WithBuilder;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a load balancer.
 *
 * <p>Immutable; made with {@link #builder()}. The canonical constructor grows with the library: it is no part of what stays
 * compatible.
 *
 * @param name its name
 * @param type {@code application}, {@code network}, {@code gateway} or {@code classic}
 * @param securityGroups ids of its security groups
 * @param availabilityZones the zones of its subnets
 * @param targetGroupArns the target groups that its listeners forward to
 * @param otherMembers members that have no component here, or a value that is not known; see {@link EcsStructure#otherMembers()}
 */
@WithBuilder
public record KnownLoadBalancer(
        @Nullable String name,
        @Nullable String type,
        List<String> securityGroups,
        List<String> availabilityZones,
        List<String> targetGroupArns,
        Map<String, @Nullable Object> otherMembers)
        implements EcsStructure {

    /** Copies lists and maps; null stands for absent. */
    public KnownLoadBalancer {
        securityGroups = Presence.listOf(securityGroups);
        availabilityZones = Presence.listOf(availabilityZones);
        targetGroupArns = Presence.listOf(targetGroupArns);
        otherMembers = Presence.freeze(otherMembers);
    }

    /**
     * Starts an empty one.
     *
     * @return a new builder in which everything is absent
     */
    public static KnownLoadBalancerBuilder builder() {
        return KnownLoadBalancerBuilder.builder();
    }

    /**
     * Starts from this one.
     *
     * @return a new builder that holds what this object holds
     */
    public KnownLoadBalancerBuilder toBuilder() {
        return KnownLoadBalancerBuilder.builder(this);
    }
}
