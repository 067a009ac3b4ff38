package io.stowage.ecs.model.taskdef;

import io.stowage.ecs.model.EcsStructure;
import io.stowage.ecs.model.Presence;
import io.stowage.ecs.model.internal.WithBuilder;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An Elastic Inference accelerator of a task. The product has been withdrawn: ECS refuses new task definitions with one, old ones
 * may still show it.
 *
 * <p>Mirrors
 * <a href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_InferenceAccelerator.html">InferenceAccelerator</a>.
 * Immutable; made with {@link #builder()}. The canonical constructor grows with the API: it is no part of what stays compatible.
 *
 * @param deviceName the name by which a {@link ResourceRequirement} asks for it; required
 * @param deviceType the kind of accelerator, for example {@code eia1.medium}; required
 * @param otherMembers members that have no component here; see {@link EcsStructure#otherMembers()}
 */
@WithBuilder
public record InferenceAccelerator(
        @Nullable String deviceName, @Nullable String deviceType, Map<String, @Nullable Object> otherMembers)
        implements EcsStructure {

    /** Copies lists and maps; null stands for absent. */
    public InferenceAccelerator {
        otherMembers = Presence.freeze(otherMembers);
    }

    /**
     * Starts an empty one.
     *
     * @return a new builder in which everything is absent
     */
    public static InferenceAcceleratorBuilder builder() {
        return InferenceAcceleratorBuilder.builder();
    }

    /**
     * Starts from this one.
     *
     * @return a new builder that holds what this object holds
     */
    public InferenceAcceleratorBuilder toBuilder() {
        return InferenceAcceleratorBuilder.builder(this);
    }
}
