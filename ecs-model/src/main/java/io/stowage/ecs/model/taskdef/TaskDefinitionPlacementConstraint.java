package io.stowage.ecs.model.taskdef;

import io.stowage.ecs.model.EcsStructure;
import io.stowage.ecs.model.Presence;
import io.stowage.ecs.model.internal.WithBuilder;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A condition on the instance that every task of a task definition carries with it. Not on Fargate.
 *
 * <p>Mirrors
 * <a href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_TaskDefinitionPlacementConstraint.html">TaskDefinitionPlacementConstraint</a>.
 * Immutable; made with {@link #builder()}. The canonical constructor grows with the API: it is no part of what stays compatible.
 *
 * @param expression a cluster query that the instance must satisfy, at most 2000 characters; required for {@code memberOf}
 * @param type the kind of condition; only {@link TaskDefinitionPlacementConstraintType#MEMBER_OF} may stand in a task definition
 * @param otherMembers members that have no component here; see {@link EcsStructure#otherMembers()}
 */
@WithBuilder
public record TaskDefinitionPlacementConstraint(
        @Nullable String expression,
        @Nullable TaskDefinitionPlacementConstraintType type,
        Map<String, @Nullable Object> otherMembers)
        implements EcsStructure {

    /** Copies lists and maps; null stands for absent. */
    public TaskDefinitionPlacementConstraint {
        otherMembers = Presence.freeze(otherMembers);
    }

    /**
     * Starts an empty one.
     *
     * @return a new builder in which everything is absent
     */
    public static TaskDefinitionPlacementConstraintBuilder builder() {
        return TaskDefinitionPlacementConstraintBuilder.builder();
    }

    /**
     * Starts from this one.
     *
     * @return a new builder that holds what this object holds
     */
    public TaskDefinitionPlacementConstraintBuilder toBuilder() {
        return TaskDefinitionPlacementConstraintBuilder.builder(this);
    }
}
