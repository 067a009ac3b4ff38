package io.stowage.ecs.model.cluster;

import io.stowage.ecs.model.EcsStructure;
import io.stowage.ecs.model.Presence;
import io.stowage.ecs.model.internal.WithBuilder;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What ECS has found out about the health of a container instance: one verdict, and the checks it comes from.
 *
 * <p>Mirrors
 * <a href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerInstanceHealthStatus.html">ContainerInstanceHealthStatus</a>.
 * Immutable; made with {@link #builder()}. The canonical constructor grows with the API: it is no part of what stays compatible.
 *
 * @param details the latest result of each check; empty when none is reported
 * @param overallStatus the verdict over all checks together
 * @param otherMembers members that have no component here; see {@link EcsStructure#otherMembers()}
 */
@WithBuilder
public record ContainerInstanceHealthStatus(
        List<InstanceHealthCheckResult> details,
        @Nullable InstanceHealthCheckState overallStatus,
        Map<String, @Nullable Object> otherMembers)
        implements EcsStructure {

    /** Copies lists and maps; null stands for absent. */
    public ContainerInstanceHealthStatus {
        details = Presence.listOf(details);
        otherMembers = Presence.freeze(otherMembers);
    }

    /**
     * Starts an empty one.
     *
     * @return a new builder in which everything is absent
     */
    public static ContainerInstanceHealthStatusBuilder builder() {
        return ContainerInstanceHealthStatusBuilder.builder();
    }

    /**
     * Starts from this one.
     *
     * @return a new builder that holds what this object holds
     */
    public ContainerInstanceHealthStatusBuilder toBuilder() {
        return ContainerInstanceHealthStatusBuilder.builder(this);
    }
}
