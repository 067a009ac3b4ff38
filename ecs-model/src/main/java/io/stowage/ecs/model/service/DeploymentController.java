package io.stowage.ecs.model.service;

import io.stowage.ecs.model.EcsStructure;
import io.stowage.ecs.model.Presence;
import io.stowage.ecs.model.internal.WithBuilder;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who carries out the deployments of a service. Absent in a service: {@link DeploymentControllerType#ECS}.
 *
 * <p>Mirrors
 * <a href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeploymentController.html">DeploymentController</a>.
 * Immutable; made with {@link #builder()}. The canonical constructor grows with the API: it is no part of what stays compatible.
 *
 * @param type the controller; required
 * @param otherMembers members that have no component here; see {@link EcsStructure#otherMembers()}
 */
@WithBuilder
public record DeploymentController(@Nullable DeploymentControllerType type, Map<String, @Nullable Object> otherMembers)
        implements EcsStructure {

    /** Copies lists and maps; null stands for absent. */
    public DeploymentController {
        otherMembers = Presence.freeze(otherMembers);
    }

    /**
     * Starts an empty one.
     *
     * @return a new builder in which everything is absent
     */
    public static DeploymentControllerBuilder builder() {
        return DeploymentControllerBuilder.builder();
    }

    /**
     * Starts from this one.
     *
     * @return a new builder that holds what this object holds
     */
    public DeploymentControllerBuilder toBuilder() {
        return DeploymentControllerBuilder.builder(this);
    }

    /**
     * Who carries out deployments: what is written, or {@code ECS}.
     *
     * @return never null
     */
    public DeploymentControllerType effectiveType() {
        return type == null ? DeploymentControllerType.ECS : type;
    }
}
