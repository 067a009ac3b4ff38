package io.stowage.ecs.model.capacity;

import io.stowage.ecs.model.EcsStructure;
import io.stowage.ecs.model.Presence;
import io.stowage.ecs.model.internal.WithBuilder;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The subnets and security groups that managed instances are launched with. Those of tasks in network mode {@code awsvpc} are given by
 * the service or request.
 *
 * <p>Mirrors
 * <a href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ManagedInstancesNetworkConfiguration.html">ManagedInstancesNetworkConfiguration</a>.
 * Immutable; made with {@link #builder()}. The canonical constructor grows with the API: it is no part of what stays compatible.
 *
 * @param securityGroups the IDs of the security groups of the instances
 * @param subnets the IDs of the subnets to spread the instances over, all of one VPC; needed to create a provider
 * @param otherMembers members that have no component here; see {@link EcsStructure#otherMembers()}
 */
@WithBuilder
public record ManagedInstancesNetworkConfiguration(
        List<String> securityGroups, List<String> subnets, Map<String, @Nullable Object> otherMembers)
        implements EcsStructure {

    /** Copies lists and maps; null stands for absent. */
    public ManagedInstancesNetworkConfiguration {
        securityGroups = Presence.listOf(securityGroups);
        subnets = Presence.listOf(subnets);
        otherMembers = Presence.freeze(otherMembers);
    }

    /**
     * Starts an empty one.
     *
     * @return a new builder in which everything is absent
     */
    public static ManagedInstancesNetworkConfigurationBuilder builder() {
        return ManagedInstancesNetworkConfigurationBuilder.builder();
    }

    /**
     * Starts from this one.
     *
     * @return a new builder that holds what this object holds
     */
    public ManagedInstancesNetworkConfigurationBuilder toBuilder() {
        return ManagedInstancesNetworkConfigurationBuilder.builder(this);
    }
}
