package io.stowage.ecs.model.service;

import io.stowage.ecs.model.EcsStructure;
import io.stowage.ecs.model.Presence;
import io.stowage.ecs.model.internal.WithBuilder;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Fails a rolling deployment whose tasks keep failing, so that ECS stops launching more of them; for controller
 * {@link DeploymentControllerType#ECS} only. Absent in a {@link DeploymentConfiguration}: off.
 *
 * <p>Mirrors
 * <a href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeploymentCircuitBreaker.html">DeploymentCircuitBreaker</a>.
 * Immutable; made with {@link #builder()}. The canonical constructor grows with the API: it is no part of what stays compatible.
 *
 * @param enable whether failures are counted; required
 * @param resetOnHealthyTask whether a task that becomes healthy sets the count of failures back to 0; absent: true
 * @param rollback whether a failed deployment is rolled back to the last completed one; required
 * @param thresholdConfiguration how many failures it takes; absent: {@code BOUNDED_PERCENT} with 50
 * @param otherMembers members that have no component here; see {@link EcsStructure#otherMembers()}
 */
@WithBuilder
public record DeploymentCircuitBreaker(
        @Nullable Boolean enable,
        @Nullable Boolean resetOnHealthyTask,
        @Nullable Boolean rollback,
        @Nullable ThresholdConfiguration thresholdConfiguration,
        Map<String, @Nullable Object> otherMembers)
        implements EcsStructure {

    /** Copies lists and maps; null stands for absent. */
    public DeploymentCircuitBreaker {
        otherMembers = Presence.freeze(otherMembers);
    }

    /**
     * Starts an empty one.
     *
     * @return a new builder in which everything is absent
     */
    public static DeploymentCircuitBreakerBuilder builder() {
        return DeploymentCircuitBreakerBuilder.builder();
    }

    /**
     * Starts from this one.
     *
     * @return a new builder that holds what this object holds
     */
    public DeploymentCircuitBreakerBuilder toBuilder() {
        return DeploymentCircuitBreakerBuilder.builder(this);
    }
}
