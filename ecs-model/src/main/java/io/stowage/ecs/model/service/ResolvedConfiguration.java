package io.stowage.ecs.model.service;

import io.stowage.ecs.model.EcsStructure;
import io.stowage.ecs.model.Presence;
import io.stowage.ecs.model.internal.WithBuilder;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link ServiceRevision} really uses where its configuration leaves a choice.
 *
 * <p>Mirrors
 * <a href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ResolvedConfiguration.html">ResolvedConfiguration</a>.
 * Immutable; made with {@link #builder()}. The canonical constructor grows with the API: it is no part of what stays compatible.
 *
 * @param loadBalancers the target groups that serve the traffic of the revision, with the rules that direct it there
 * @param otherMembers members that have no component here; see {@link EcsStructure#otherMembers()}
 */
@WithBuilder
public record ResolvedConfiguration(
        List<ServiceRevisionLoadBalancer> loadBalancers, Map<String, @Nullable Object> otherMembers)
        implements EcsStructure {

    /** Copies lists and maps; null stands for absent. */
    public ResolvedConfiguration {
        loadBalancers = Presence.listOf(loadBalancers);
        otherMembers = Presence.freeze(otherMembers);
    }

    /**
     * Starts an empty one.
     *
     * @return a new builder in which everything is absent
     */
    public static ResolvedConfigurationBuilder builder() {
        return ResolvedConfigurationBuilder.builder();
    }

    /**
     * Starts from this one.
     *
     * @return a new builder that holds what this object holds
     */
    public ResolvedConfigurationBuilder toBuilder() {
        return ResolvedConfigurationBuilder.builder(this);
    }
}
