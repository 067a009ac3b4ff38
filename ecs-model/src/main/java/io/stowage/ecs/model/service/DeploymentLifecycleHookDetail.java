package io.stowage.ecs.model.service;

import io.stowage.ecs.model.EcsStructure;
import io.stowage.ecs.model.Presence;
import io.stowage.ecs.model.internal.WithBuilder;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A hook that is at work in a {@link ServiceDeployment}, and how it stands.
 *
 * <p>Mirrors
 * <a href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeploymentLifecycleHookDetail.html">DeploymentLifecycleHookDetail</a>.
 * Immutable; made with {@link #builder()}. The canonical constructor grows with the API: it is no part of what stays compatible.
 *
 * @param expiresAt when the hook times out and {@code timeoutAction} is taken
 * @param hookId names the hook in a call of {@code ContinueServiceDeployment}, which ends a pause
 * @param status how the hook stands
 * @param targetArn the Lambda function; absent for {@code PAUSE}
 * @param targetType what the hook does
 * @param timeoutAction what ECS does at {@code expiresAt} if the hook has not ended
 * @param otherMembers members that have no component here; see {@link EcsStructure#otherMembers()}
 */
@WithBuilder
public record DeploymentLifecycleHookDetail(
        @Nullable Instant expiresAt,
        @Nullable String hookId,
        @Nullable DeploymentLifecycleHookStatus status,
        @Nullable String targetArn,
        @Nullable DeploymentLifecycleHookTargetType targetType,
        @Nullable DeploymentLifecycleHookAction timeoutAction,
        Map<String, @Nullable Object> otherMembers)
        implements EcsStructure {

    /** Copies lists and maps; null stands for absent. */
    public DeploymentLifecycleHookDetail {
        otherMembers = Presence.freeze(otherMembers);
    }

    /**
     * Starts an empty one.
     *
     * @return a new builder in which everything is absent
     */
    public static DeploymentLifecycleHookDetailBuilder builder() {
        return DeploymentLifecycleHookDetailBuilder.builder();
    }

    /**
     * Starts from this one.
     *
     * @return a new builder that holds what this object holds
     */
    public DeploymentLifecycleHookDetailBuilder toBuilder() {
        return DeploymentLifecycleHookDetailBuilder.builder(this);
    }
}
