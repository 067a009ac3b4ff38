package io.stowage.ecs.model.placement;

import io.stowage.ecs.model.EcsStructure;
import io.stowage.ecs.model.Presence;
import io.stowage.ecs.model.internal.WithBuilder;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A binding rule, in a service or a request, about the container instances that a task may be placed on. A task definition and its
 * request together have at most 10; Fargate takes none. Task definitions hold
 * {@link io.stowage.ecs.model.taskdef.TaskDefinitionPlacementConstraint} instead.
 *
 * <p>Mirrors
 * <a href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PlacementConstraint.html">PlacementConstraint</a>.
 * Immutable; made with {@link #builder()}. The canonical constructor grows with the API: it is no part of what stays compatible.
 *
 * @param expression what the instance has to satisfy, in the cluster query language, at most 2000 characters; needed for
 *     {@code memberOf}, not allowed for {@code distinctInstance}
 * @param type which rule it is
 * @param otherMembers members that have no component here; see {@link EcsStructure#otherMembers()}
 */
@WithBuilder
public record PlacementConstraint(
        @Nullable String expression, @Nullable PlacementConstraintType type, Map<String, @Nullable Object> otherMembers)
        implements EcsStructure {

    /** Copies lists and maps; null stands for absent. */
    public PlacementConstraint {
        otherMembers = Presence.freeze(otherMembers);
    }

    /**
     * Starts an empty one.
     *
     * @return a new builder in which everything is absent
     */
    public static PlacementConstraintBuilder builder() {
        return PlacementConstraintBuilder.builder();
    }

    /**
     * Starts from this one.
     *
     * @return a new builder that holds what this object holds
     */
    public PlacementConstraintBuilder toBuilder() {
        return PlacementConstraintBuilder.builder(this);
    }
}
