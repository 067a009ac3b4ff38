package io.stowage.ecs.validation.input;

import io.stowage.ecs.model.EcsStructure;
import io.stowage.ecs.model.Presence;
import io.stowage.ecs.validation.internal.WithBuilder;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The bounds between which Application Auto Scaling keeps the desired count of the service.
 *
 * <p>Immutable; made with {@link #builder()}. The canonical constructor grows with the library: it is no part of what stays
 * compatible.
 *
 * @param minCapacity the fewest tasks
 * @param maxCapacity the most tasks
 * @param otherMembers members that have no component here, or a value that is not known; see {@link EcsStructure#otherMembers()}
 */
@WithBuilder
public record ScalableTarget(
        @Nullable Integer minCapacity, @Nullable Integer maxCapacity, Map<String, @Nullable Object> otherMembers)
        implements EcsStructure {

    /** Copies lists and maps; null stands for absent. */
    public ScalableTarget {
        otherMembers = Presence.freeze(otherMembers);
    }

    /**
     * Starts an empty one.
     *
     * @return a new builder in which everything is absent
     */
    public static ScalableTargetBuilder builder() {
        return ScalableTargetBuilder.builder();
    }

    /**
     * Starts from this one.
     *
     * @return a new builder that holds what this object holds
     */
    public ScalableTargetBuilder toBuilder() {
        return ScalableTargetBuilder.builder(this);
    }
}
