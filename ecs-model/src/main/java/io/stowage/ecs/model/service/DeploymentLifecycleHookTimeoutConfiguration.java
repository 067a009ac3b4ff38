package io.stowage.ecs.model.service;

import io.stowage.ecs.model.EcsStructure;
import io.stowage.ecs.model.Presence;
import io.stowage.ecs.model.internal.WithBuilder;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How long ECS waits for a lifecycle hook, and what it does when that time is over.
 *
 * <p>Mirrors
 * <a href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeploymentLifecycleHookTimeoutConfiguration.html">DeploymentLifecycleHookTimeoutConfiguration</a>.
 * Immutable; made with {@link #builder()}. The canonical constructor grows with the API: it is no part of what stays compatible.
 *
 * @param action what happens then; absent: {@link DeploymentLifecycleHookAction#ROLLBACK}
 * @param timeoutInMinutes minutes to wait, 1 to 20160; absent: 1440
 * @param otherMembers members that have no component here; see {@link EcsStructure#otherMembers()}
 */
@WithBuilder
public record DeploymentLifecycleHookTimeoutConfiguration(
        @Nullable DeploymentLifecycleHookAction action,
        @Nullable Integer timeoutInMinutes,
        Map<String, @Nullable Object> otherMembers)
        implements EcsStructure {

    /** Copies lists and maps; null stands for absent. */
    public DeploymentLifecycleHookTimeoutConfiguration {
        otherMembers = Presence.freeze(otherMembers);
    }

    /**
     * Starts an empty one.
     *
     * @return a new builder in which everything is absent
     */
    public static DeploymentLifecycleHookTimeoutConfigurationBuilder builder() {
        return DeploymentLifecycleHookTimeoutConfigurationBuilder.builder();
    }

    /**
     * Starts from this one.
     *
     * @return a new builder that holds what this object holds
     */
    public DeploymentLifecycleHookTimeoutConfigurationBuilder toBuilder() {
        return DeploymentLifecycleHookTimeoutConfigurationBuilder.builder(this);
    }
}
