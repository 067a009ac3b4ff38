package io.stowage.ecs.validation.input;

import io.stowage.ecs.model.EcsStructure;
import io.stowage.ecs.model.Presence;
import io.stowage.ecs.model.service.LoadBalancer;
import io.stowage.ecs.validation.internal.WithBuilder;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known of another service of the cluster.
 *
 * <p>Immutable; made with {@link #builder()}. The canonical constructor grows with the library: it is no part of what stays
 * compatible.
 *
 * @param serviceName its name
 * @param cluster the cluster it is in; absent: that of the configuration
 * @param desiredCount how many tasks it is to have
 * @param staticHostPorts the host ports that its task definition fixes
 * @param loadBalancers its load balancers
 * @param otherMembers members that have no component here, or a value that is not known; see {@link EcsStructure#otherMembers()}
 */
@WithBuilder
public record KnownService(
        @Nullable String serviceName,
        @Nullable String cluster,
        @Nullable Integer desiredCount,
        List<Integer> staticHostPorts,
        List<LoadBalancer> loadBalancers,
        Map<String, @Nullable Object> otherMembers)
        implements EcsStructure {

    /** Copies lists and maps; null stands for absent. */
    public KnownService {
        staticHostPorts = Presence.listOf(staticHostPorts);
        loadBalancers = Presence.listOf(loadBalancers);
        otherMembers = Presence.freeze(otherMembers);
    }

    /**
     * Starts an empty one.
     *
     * @return a new builder in which everything is absent
     */
    public static KnownServiceBuilder builder() {
        return KnownServiceBuilder.builder();
    }

    /**
     * Starts from this one.
     *
     * @return a new builder that holds what this object holds
     */
    public KnownServiceBuilder toBuilder() {
        return KnownServiceBuilder.builder(this);
    }
}
