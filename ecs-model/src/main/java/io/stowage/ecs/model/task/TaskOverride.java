package io.stowage.ecs.model.task;

import io.stowage.ecs.model.EcsStructure;
import io.stowage.ecs.model.Presence;
import io.stowage.ecs.model.internal.WithBuilder;
import io.stowage.ecs.model.taskdef.EphemeralStorage;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a task gets instead of what its task definition says.
 *
 * <p>Mirrors
 * <a href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_TaskOverride.html">TaskOverride</a>.
 * Immutable; made with {@link #builder()}. The canonical constructor grows with the API: it is no part of what stays compatible.
 *
 * @param containerOverrides changes to single containers; empty: none
 * @param cpu replaces the {@code cpu} of the task, written alike; absent: unchanged
 * @param ephemeralStorage replaces the temporary disk space on Fargate; absent: unchanged
 * @param executionRoleArn replaces the execution role; absent: unchanged
 * @param inferenceAcceleratorOverrides changes to Elastic Inference accelerators; withdrawn
 * @param memory replaces the {@code memory} of the task, written alike; absent: unchanged
 * @param taskRoleArn replaces the role that the containers act as; absent: unchanged
 * @param otherMembers members that have no component here; see {@link EcsStructure#otherMembers()}
 */
@WithBuilder
public record TaskOverride(
        List<ContainerOverride> containerOverrides,
        @Nullable String cpu,
        @Nullable EphemeralStorage ephemeralStorage,
        @Nullable String executionRoleArn,
        List<InferenceAcceleratorOverride> inferenceAcceleratorOverrides,
        @Nullable String memory,
        @Nullable String taskRoleArn,
        Map<String, @Nullable Object> otherMembers)
        implements EcsStructure {

    /** Copies lists and maps; null stands for absent. */
    public TaskOverride {
        containerOverrides = Presence.listOf(containerOverrides);
        inferenceAcceleratorOverrides = Presence.listOf(inferenceAcceleratorOverrides);
        otherMembers = Presence.freeze(otherMembers);
    }

    /**
     * Starts an empty one.
     *
     * @return a new builder in which everything is absent
     */
    public static TaskOverrideBuilder builder() {
        return TaskOverrideBuilder.builder();
    }

    /**
     * Starts from this one.
     *
     * @return a new builder that holds what this object holds
     */
    public TaskOverrideBuilder toBuilder() {
        return TaskOverrideBuilder.builder(this);
    }
}
