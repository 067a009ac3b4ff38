package io.stowage.ecs.model.service;

import io.stowage.ecs.model.EcsStructure;
import io.stowage.ecs.model.Presence;
import io.stowage.ecs.model.internal.WithBuilder;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The HTTP header by which test traffic is told from production traffic.
 *
 * <p>Mirrors
 * <a href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ServiceConnectTestTrafficHeaderRules.html">ServiceConnectTestTrafficHeaderRules</a>.
 * Immutable; made with {@link #builder()}. The canonical constructor grows with the API: it is no part of what stays compatible.
 *
 * @param name name of the header; required
 * @param value what its value must be; optional
 * @param otherMembers members that have no component here; see {@link EcsStructure#otherMembers()}
 */
@WithBuilder
public record ServiceConnectTestTrafficHeaderRules(
        @Nullable String name,
        @Nullable ServiceConnectTestTrafficHeaderMatchRules value,
        Map<String, @Nullable Object> otherMembers)
        implements EcsStructure {

    /** Copies lists and maps; null stands for absent. */
    public ServiceConnectTestTrafficHeaderRules {
        otherMembers = Presence.freeze(otherMembers);
    }

    /**
     * Starts an empty one.
     *
     * @return a new builder in which everything is absent
     */
    public static ServiceConnectTestTrafficHeaderRulesBuilder builder() {
        return ServiceConnectTestTrafficHeaderRulesBuilder.builder();
    }

    /**
     * Starts from this one.
     *
     * @return a new builder that holds what this object holds
     */
    public ServiceConnectTestTrafficHeaderRulesBuilder toBuilder() {
        return ServiceConnectTestTrafficHeaderRulesBuilder.builder(this);
    }
}
