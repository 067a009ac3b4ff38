package io.stowage.ecs.model.service;

import io.stowage.ecs.model.EcsStructure;
import io.stowage.ecs.model.Presence;
import io.stowage.ecs.model.internal.WithBuilder;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Parameters of the user's own choice that ECS hands to the Lambda function of a {@link DeploymentLifecycleHook} at each call. The API
 * gives it no members, so all of them are in {@link #otherMembers()}.
 *
 * <p>Mirrors
 * <a href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_HookDetails.html">HookDetails</a>.
 * Immutable; made with {@link #builder()}. The canonical constructor grows with the API: it is no part of what stays compatible.
 *
 * @param otherMembers members that have no component here; see {@link EcsStructure#otherMembers()}
 */
@WithBuilder
public record HookDetails(Map<String, @Nullable Object> otherMembers) implements EcsStructure {

    /** Copies lists and maps; null stands for absent. */
    public HookDetails {
        otherMembers = Presence.freeze(otherMembers);
    }

    /**
     * Starts an empty one.
     *
     * @return a new builder in which everything is absent
     */
    public static HookDetailsBuilder builder() {
        return HookDetailsBuilder.builder();
    }

    /**
     * Starts from this one.
     *
     * @return a new builder that holds what this object holds
     */
    public HookDetailsBuilder toBuilder() {
        return HookDetailsBuilder.builder(this);
    }
}
