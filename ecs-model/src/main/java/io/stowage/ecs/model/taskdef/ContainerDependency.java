package io.stowage.ecs.model.taskdef;

import io.stowage.ecs.model.EcsStructure;
import io.stowage.ecs.model.Presence;
import io.stowage.ecs.model.internal.WithBuilder;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes a container wait for another one of the same task. When the task stops, the order is reversed.
 *
 * <p>Mirrors
 * <a href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDependency.html">ContainerDependency</a>.
 * Immutable; made with {@link #builder()}. The canonical constructor grows with the API: it is no part of what stays compatible.
 *
 * @param condition what must have happened to the other container; required
 * @param containerName the {@link ContainerDefinition#name()} of the container to wait for, which must exist in the task and lead
 *     to no circle; required
 * @param otherMembers members that have no component here; see {@link EcsStructure#otherMembers()}
 */
@WithBuilder
public record ContainerDependency(
        @Nullable ContainerCondition condition,
        @Nullable String containerName,
        Map<String, @Nullable Object> otherMembers)
        implements EcsStructure {

    /** Copies lists and maps; null stands for absent. */
    public ContainerDependency {
        otherMembers = Presence.freeze(otherMembers);
    }

    /**
     * Starts an empty one.
     *
     * @return a new builder in which everything is absent
     */
    public static ContainerDependencyBuilder builder() {
        return ContainerDependencyBuilder.builder();
    }

    /**
     * Starts from this one.
     *
     * @return a new builder that holds what this object holds
     */
    public ContainerDependencyBuilder toBuilder() {
        return ContainerDependencyBuilder.builder(this);
    }
}
