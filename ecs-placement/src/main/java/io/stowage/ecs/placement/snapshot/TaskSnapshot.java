package io.stowage.ecs.placement.snapshot;

import io.stowage.ecs.model.task.Task;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A task on a container instance as placement sees it. What the task holds is already missing in what remains of its instance.
 * Immutable.
 *
 * @param id the task's ARN, or what else identifies it in its cluster
 * @param instanceId the {@linkplain InstanceSnapshot#id() id} of its instance
 * @param group its task group, {@code null} if it has none
 * @param counted whether it counts for spreads, distinct instances and queries: whether its desired status is {@code RUNNING},
 *     however far it has come. A task that is being stopped holds its resources but is not counted
 * @param createdAt when it was created, {@code null} if unknown. Of tasks that are equally good to stop the newest is stopped; an
 *     unknown time counts as the oldest
 * @param scaleInProtected whether <a
 *     href="https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-scale-in-protection.html">scale-in protection</a> keeps
 *     it from being chosen to stop
 * @param capacityProvider the capacity provider that it was launched with, {@code null} for a launch type
 * @param held what it holds of its instance
 */
public record TaskSnapshot(
        String id,
        String instanceId,
        @Nullable String group,
        boolean counted,
        @Nullable Instant createdAt,
        boolean scaleInProtected,
        @Nullable String capacityProvider,
        HeldResources held) {
    /**
     * Checks that nothing required is missing.
     *
     * @throws NullPointerException if an id or what is held is null
     */
    public TaskSnapshot {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(instanceId, "instanceId");
        Objects.requireNonNull(held, "held");
    }

    /**
     * A counted task of unknown age that is not protected and holds nothing.
     *
     * @param id what identifies it
     * @param instanceId the id of its instance
     * @param group its task group, {@code null} for none
     * @return the task
     */
    public static TaskSnapshot running(String id, String instanceId, @Nullable String group) {
        return new TaskSnapshot(id, instanceId, group, true, null, false, null, HeldResources.NONE);
    }

    /**
     * The task that describe-tasks describes. Without a desired status, a task counts unless it has stopped. What it holds is read
     * from its sizes, network bindings, devices and interface attachments. Whether it is protected is not part of the description.
     *
     * @param task the description
     * @return the task as placement sees it; {@code null} if it runs on no container instance (on Fargate, or not placed yet) or has
     *     stopped
     */
    public static @Nullable TaskSnapshot of(Task task) {
        String instance = task.containerInstanceArn();
        if (instance == null || instance.isEmpty() || "STOPPED".equals(task.lastStatus())) {
            return null;
        }
        boolean counted = task.desiredStatus() == null || task.desiredStatus().equals("RUNNING");
        return new TaskSnapshot(
                task.taskArn() == null ? "?" : task.taskArn(),
                instance,
                task.group(),
                counted,
                task.createdAt(),
                false,
                task.capacityProviderName(),
                TaskReader.held(task));
    }

    /**
     * The same task with another desired status.
     *
     * @param counts whether the desired status is {@code RUNNING}
     * @return a changed copy, or this task if it is so already
     */
    public TaskSnapshot withCounted(boolean counts) {
        return counts == counted
                ? this
                : new TaskSnapshot(id, instanceId, group, counts, createdAt, scaleInProtected, capacityProvider, held);
    }

    /**
     * The same task with another time of creation.
     *
     * @param time when it was created, {@code null} if unknown
     * @return a changed copy
     */
    public TaskSnapshot withCreatedAt(@Nullable Instant time) {
        return new TaskSnapshot(id, instanceId, group, counted, time, scaleInProtected, capacityProvider, held);
    }

    /**
     * The same task with or without scale-in protection.
     *
     * @param isProtected whether it is protected
     * @return a changed copy, or this task if it is so already
     */
    public TaskSnapshot withScaleInProtection(boolean isProtected) {
        return isProtected == scaleInProtected
                ? this
                : new TaskSnapshot(id, instanceId, group, counted, createdAt, isProtected, capacityProvider, held);
    }

    /**
     * The same task with other holdings.
     *
     * @param resources what it holds of its instance
     * @return a changed copy
     */
    public TaskSnapshot withHeld(HeldResources resources) {
        return new TaskSnapshot(
                id, instanceId, group, counted, createdAt, scaleInProtected, capacityProvider, resources);
    }

    /** The same task under another id. */
    TaskSnapshot withId(String name) {
        return new TaskSnapshot(name, instanceId, group, counted, createdAt, scaleInProtected, capacityProvider, held);
    }
}
