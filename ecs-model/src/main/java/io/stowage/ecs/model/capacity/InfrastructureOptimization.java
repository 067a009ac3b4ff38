package io.stowage.ecs.model.capacity;

import io.stowage.ecs.model.EcsStructure;
import io.stowage.ecs.model.Presence;
import io.stowage.ecs.model.internal.WithBuilder;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How soon ECS gives up managed instances that have become idle or little used.
 *
 * <p>Mirrors
 * <a href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_InfrastructureOptimization.html">InfrastructureOptimization</a>.
 * Immutable; made with {@link #builder()}. The canonical constructor grows with the API: it is no part of what stays compatible.
 *
 * @param scaleInAfter the delay in seconds, 0 to 3600; -1 for never; absent: ECS's own rule
 * @param otherMembers members that have no component here; see {@link EcsStructure#otherMembers()}
 */
@WithBuilder
public record InfrastructureOptimization(@Nullable Integer scaleInAfter, Map<String, @Nullable Object> otherMembers)
        implements EcsStructure {

    /** Copies lists and maps; null stands for absent. */
    public InfrastructureOptimization {
        otherMembers = Presence.freeze(otherMembers);
    }

    /**
     * Starts an empty one.
     *
     * @return a new builder in which everything is absent
     */
    public static InfrastructureOptimizationBuilder builder() {
        return InfrastructureOptimizationBuilder.builder();
    }

    /**
     * Starts from this one.
     *
     * @return a new builder that holds what this object holds
     */
    public InfrastructureOptimizationBuilder toBuilder() {
        return InfrastructureOptimizationBuilder.builder(this);
    }
}
