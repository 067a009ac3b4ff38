package io.stowage.ecs.model.service;

import io.stowage.ecs.model.EcsStructure;
import io.stowage.ecs.model.Presence;
import io.stowage.ecs.model.internal.WithBuilder;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The state of the circuit breaker in a {@link ServiceDeployment}.
 *
 * <p>Mirrors
 * <a href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ServiceDeploymentCircuitBreaker.html">ServiceDeploymentCircuitBreaker</a>.
 * Immutable; made with {@link #builder()}. The canonical constructor grows with the API: it is no part of what stays compatible.
 *
 * @param failureCount count of task failures so far
 * @param status whether it watches, and whether it failed the deployment
 * @param threshold count of failures at which it fails the deployment, computed from the {@link ThresholdConfiguration}
 * @param otherMembers members that have no component here; see {@link EcsStructure#otherMembers()}
 */
@WithBuilder
public record ServiceDeploymentCircuitBreaker(
        @Nullable Integer failureCount,
        @Nullable ServiceDeploymentRollbackMonitorsStatus status,
        @Nullable Integer threshold,
        Map<String, @Nullable Object> otherMembers)
        implements EcsStructure {

    /** Copies lists and maps; null stands for absent. */
    public ServiceDeploymentCircuitBreaker {
        otherMembers = Presence.freeze(otherMembers);
    }

    /**
     * Starts an empty one.
     *
     * @return a new builder in which everything is absent
     */
    public static ServiceDeploymentCircuitBreakerBuilder builder() {
        return ServiceDeploymentCircuitBreakerBuilder.builder();
    }

    /**
     * Starts from this one.
     *
     * @return a new builder that holds what this object holds
     */
    public ServiceDeploymentCircuitBreakerBuilder toBuilder() {
        return ServiceDeploymentCircuitBreakerBuilder.builder(this);
    }
}
