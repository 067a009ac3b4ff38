package io.stowage.ecs.model.service;

import io.stowage.ecs.model.EcsStructure;
import io.stowage.ecs.model.Presence;
import io.stowage.ecs.model.internal.WithBuilder;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the value of an HTTP header must be for a request to count as test traffic.
 *
 * <p>Mirrors
 * <a href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ServiceConnectTestTrafficHeaderMatchRules.html">ServiceConnectTestTrafficHeaderMatchRules</a>.
 * Immutable; made with {@link #builder()}. The canonical constructor grows with the API: it is no part of what stays compatible.
 *
 * @param exact the whole value; required
 * @param otherMembers members that have no component here; see {@link EcsStructure#otherMembers()}
 */
@WithBuilder
public record ServiceConnectTestTrafficHeaderMatchRules(
        @Nullable String exact, Map<String, @Nullable Object> otherMembers) implements EcsStructure {

    /** Copies lists and maps; null stands for absent. */
    public ServiceConnectTestTrafficHeaderMatchRules {
        otherMembers = Presence.freeze(otherMembers);
    }

    /**
     * Starts an empty one.
     *
     * @return a new builder in which everything is absent
     */
    public static ServiceConnectTestTrafficHeaderMatchRulesBuilder builder() {
        return ServiceConnectTestTrafficHeaderMatchRulesBuilder.builder();
    }

    /**
     * Starts from this one.
     *
     * @return a new builder that holds what this object holds
     */
    public ServiceConnectTestTrafficHeaderMatchRulesBuilder toBuilder() {
        return ServiceConnectTestTrafficHeaderMatchRulesBuilder.builder(this);
    }
}
