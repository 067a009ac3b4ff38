package io.stowage.ecs.placement.snapshot;

import io.stowage.ecs.model.task.Task;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A task on a container instance as placement counts it. What the task holds is already missing in what remains of its instance.
 * Immutable.
 *
 * @param id the task's ARN, or what else identifies it in its cluster
 * @param instanceId the {@linkplain InstanceSnapshot#id() id} of its instance
 * @param group its task group, {@code null} if it has none
 * @param counted whether it counts for spreads, distinct instances and queries: whether its desired status is {@code RUNNING},
 *     however far it has come. A task that is being stopped holds its resources but is not counted
 */
public record TaskSnapshot(
        String id, String instanceId, @Nullable String group, boolean counted) {
    /**
     * Checks that nothing required is missing.
     *
     * @throws NullPointerException if an id is null
     */
    public TaskSnapshot {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(instanceId, "instanceId");
    }

    /**
     * The task that describe-tasks describes. Without a desired status, a task counts unless it has stopped.
     *
     * @param task the description
     * @return the task as placement counts it; {@code null} if it runs on no container instance (on Fargate, or not placed yet)
     */
    public static @Nullable TaskSnapshot of(Task task) {
        String instance = task.containerInstanceArn();
        if (instance == null || instance.isEmpty() || "STOPPED".equals(task.lastStatus())) {
            return null;
        }
        boolean counted = task.desiredStatus() == null || task.desiredStatus().equals("RUNNING");
        String id = task.taskArn() == null ? "?" : task.taskArn();
        return new TaskSnapshot(id, instance, task.group(), counted);
    }
}
