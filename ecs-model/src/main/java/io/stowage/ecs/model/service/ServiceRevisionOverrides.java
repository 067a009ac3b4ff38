package io.stowage.ecs.model.service;

import io.stowage.ecs.model.EcsStructure;
import io.stowage.ecs.model.Presence;
import io.stowage.ecs.model.internal.WithBuilder;
import io.stowage.ecs.model.task.RuntimePlatformOverride;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where ECS runs a {@link ServiceRevision} differently from its task definition. ECS sets it; users cannot.
 *
 * <p>Mirrors
 * <a href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ServiceRevisionOverrides.html">ServiceRevisionOverrides</a>.
 * Immutable; made with {@link #builder()}. The canonical constructor grows with the API: it is no part of what stays compatible.
 *
 * @param runtimePlatform the platform that the tasks really run on; absent if it is that of the task definition
 * @param otherMembers members that have no component here; see {@link EcsStructure#otherMembers()}
 */
@WithBuilder
public record ServiceRevisionOverrides(
        @Nullable RuntimePlatformOverride runtimePlatform, Map<String, @Nullable Object> otherMembers)
        implements EcsStructure {

    /** Copies lists and maps; null stands for absent. */
    public ServiceRevisionOverrides {
        otherMembers = Presence.freeze(otherMembers);
    }

    /**
     * Starts an empty one.
     *
     * @return a new builder in which everything is absent
     */
    public static ServiceRevisionOverridesBuilder builder() {
        return ServiceRevisionOverridesBuilder.builder();
    }

    /**
     * Starts from this one.
     *
     * @return a new builder that holds what this object holds
     */
    public ServiceRevisionOverridesBuilder toBuilder() {
        return ServiceRevisionOverridesBuilder.builder(this);
    }
}
