package io.stowage.ecs.model.service;

import io.stowage.ecs.model.EcsStructure;
import io.stowage.ecs.model.Presence;
import io.stowage.ecs.model.internal.WithBuilder;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that ECS runs, or waits for, when a deployment reaches certain stages.
 *
 * <p>Mirrors
 * <a href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeploymentLifecycleHook.html">DeploymentLifecycleHook</a>.
 * Immutable; made with {@link #builder()}. The canonical constructor grows with the API: it is no part of what stays compatible.
 *
 * @param hookDetails parameters handed to the Lambda function at each call; absent: none. Not used by {@code PAUSE}
 * @param hookTargetArn the Lambda function; required for {@code AWS_LAMBDA}, has no meaning for {@code PAUSE}
 * @param lifecycleStages the stages at which the hook acts; required. {@code PAUSE} cannot act at {@code TEST_TRAFFIC_SHIFT} and
 *     {@code PRODUCTION_TRAFFIC_SHIFT}
 * @param roleArn the role with which ECS calls the Lambda function
 * @param targetType what the hook does; absent: {@link DeploymentLifecycleHookTargetType#AWS_LAMBDA}
 * @param timeoutConfiguration how long ECS waits for the hook, and what it does then; absent: 1440 minutes, then rollback
 * @param otherMembers members that have no component here; see {@link EcsStructure#otherMembers()}
 */
@WithBuilder
public record DeploymentLifecycleHook(
        @Nullable HookDetails hookDetails,
        @Nullable String hookTargetArn,
        List<DeploymentLifecycleHookStage> lifecycleStages,
        @Nullable String roleArn,
        @Nullable DeploymentLifecycleHookTargetType targetType,
        @Nullable DeploymentLifecycleHookTimeoutConfiguration timeoutConfiguration,
        Map<String, @Nullable Object> otherMembers)
        implements EcsStructure {

    /** Copies lists and maps; null stands for absent. */
    public DeploymentLifecycleHook {
        lifecycleStages = Presence.listOf(lifecycleStages);
        otherMembers = Presence.freeze(otherMembers);
    }

    /**
     * Starts an empty one.
     *
     * @return a new builder in which everything is absent
     */
    public static DeploymentLifecycleHookBuilder builder() {
        return DeploymentLifecycleHookBuilder.builder();
    }

    /**
     * Starts from this one.
     *
     * @return a new builder that holds what this object holds
     */
    public DeploymentLifecycleHookBuilder toBuilder() {
        return DeploymentLifecycleHookBuilder.builder(this);
    }
}
