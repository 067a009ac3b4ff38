package io.stowage.ecs.model.placement;

import io.stowage.ecs.model.EcsStructure;
import io.stowage.ecs.model.Presence;
import io.stowage.ecs.model.internal.WithBuilder;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A preference for the choice among the container instances that can take a task. Up to 5 are applied in the order given, each deciding
 * between what the ones before it leave equal. Not for Fargate, Managed Instances and daemon services.
 *
 * <p>Mirrors
 * <a href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PlacementStrategy.html">PlacementStrategy</a>.
 * Immutable; made with {@link #builder()}. The canonical constructor grows with the API: it is no part of what stays compatible.
 *
 * @param field what the strategy looks at: {@code instanceId}, the same as {@code host}, or {@code attribute:NAME} for {@code spread};
 *     {@code cpu} or {@code memory} for {@code binpack}; unused for {@code random}
 * @param type which strategy it is
 * @param otherMembers members that have no component here; see {@link EcsStructure#otherMembers()}
 */
@WithBuilder
public record PlacementStrategy(
        @Nullable String field, @Nullable PlacementStrategyType type, Map<String, @Nullable Object> otherMembers)
        implements EcsStructure {

    /** Copies lists and maps; null stands for absent. */
    public PlacementStrategy {
        otherMembers = Presence.freeze(otherMembers);
    }

    /**
     * Starts an empty one.
     *
     * @return a new builder in which everything is absent
     */
    public static PlacementStrategyBuilder builder() {
        return PlacementStrategyBuilder.builder();
    }

    /**
     * Starts from this one.
     *
     * @return a new builder that holds what this object holds
     */
    public PlacementStrategyBuilder toBuilder() {
        return PlacementStrategyBuilder.builder(this);
    }
}
