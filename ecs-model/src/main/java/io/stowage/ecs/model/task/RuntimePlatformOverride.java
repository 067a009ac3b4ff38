package io.stowage.ecs.model.task;

import io.stowage.ecs.model.EcsStructure;
import io.stowage.ecs.model.Presence;
import io.stowage.ecs.model.internal.WithBuilder;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where ECS runs the tasks of a service revision on another platform than their task definition names. Reported only, never set
 * by a request.
 *
 * <p>Mirrors
 * <a href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RuntimePlatformOverride.html">RuntimePlatformOverride</a>.
 * Immutable; made with {@link #builder()}. The canonical constructor grows with the API: it is no part of what stays compatible.
 *
 * @param cpuArchitecture the architecture that the tasks run on, {@code X86_64} or {@code ARM64}; absent: that of the task
 *     definition
 * @param otherMembers members that have no component here; see {@link EcsStructure#otherMembers()}
 */
@WithBuilder
public record RuntimePlatformOverride(@Nullable String cpuArchitecture, Map<String, @Nullable Object> otherMembers)
        implements EcsStructure {

    /** Copies lists and maps; null stands for absent. */
    public RuntimePlatformOverride {
        otherMembers = Presence.freeze(otherMembers);
    }

    /**
     * Starts an empty one.
     *
     * @return a new builder in which everything is absent
     */
    public static RuntimePlatformOverrideBuilder builder() {
        return RuntimePlatformOverrideBuilder.builder();
    }

    /**
     * Starts from this one.
     *
     * @return a new builder that holds what this object holds
     */
    public RuntimePlatformOverrideBuilder toBuilder() {
        return RuntimePlatformOverrideBuilder.builder(this);
    }
}
