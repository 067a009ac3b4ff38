package io.stowage.ecs.model.task;

import io.stowage.ecs.model.EcsStructure;
import io.stowage.ecs.model.Presence;
import io.stowage.ecs.model.internal.WithBuilder;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Another Elastic Inference accelerator than the task definition says. The product has been withdrawn.
 *
 * <p>Mirrors
 * <a href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_InferenceAcceleratorOverride.html">InferenceAcceleratorOverride</a>.
 * Immutable; made with {@link #builder()}. The canonical constructor grows with the API: it is no part of what stays compatible.
 *
 * @param deviceName the {@code deviceName} in the task definition of the accelerator meant
 * @param deviceType the kind of accelerator to use instead, for example {@code eia1.medium}
 * @param otherMembers members that have no component here; see {@link EcsStructure#otherMembers()}
 */
@WithBuilder
public record InferenceAcceleratorOverride(
        @Nullable String deviceName, @Nullable String deviceType, Map<String, @Nullable Object> otherMembers)
        implements EcsStructure {

    /** Copies lists and maps; null stands for absent. */
    public InferenceAcceleratorOverride {
        otherMembers = Presence.freeze(otherMembers);
    }

    /**
     * Starts an empty one.
     *
     * @return a new builder in which everything is absent
     */
    public static InferenceAcceleratorOverrideBuilder builder() {
        return InferenceAcceleratorOverrideBuilder.builder();
    }

    /**
     * Starts from this one.
     *
     * @return a new builder that holds what this object holds
     */
    public InferenceAcceleratorOverrideBuilder toBuilder() {
        return InferenceAcceleratorOverrideBuilder.builder(this);
    }
}
