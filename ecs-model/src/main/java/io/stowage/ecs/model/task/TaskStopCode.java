package io.stowage.ecs.model.task;

import io.stowage.ecs.model.OpenEnum;
import java.util.List;
import java.util.Objects;

/**
 * Why a task was stopped; {@code stoppedReason} of the task may tell more.
 *
 * <p>Open: a text that is none of the constants is kept as it was written. Two values are equal when their texts are.
 *
 * @param value the text on the wire
 */
public record TaskStopCode(String value) implements OpenEnum {
    /**
     * {@code TaskFailedToStart}: It never ran: for example no instance suited, an image could not be pulled or a secret not be
     * read.
     */
    public static final TaskStopCode TASK_FAILED_TO_START = new TaskStopCode("TaskFailedToStart");

    /** {@code EssentialContainerExited}: An essential container ended, and the task with it. */
    public static final TaskStopCode ESSENTIAL_CONTAINER_EXITED = new TaskStopCode("EssentialContainerExited");

    /** {@code UserInitiated}: Somebody stopped it, by StopTask for instance. */
    public static final TaskStopCode USER_INITIATED = new TaskStopCode("UserInitiated");

    /**
     * {@code ServiceSchedulerInitiated}: The scheduler of its service stopped it, as when a deployment replaces it or the service
     * shrinks.
     */
    public static final TaskStopCode SERVICE_SCHEDULER_INITIATED = new TaskStopCode("ServiceSchedulerInitiated");

    /** {@code SpotInterruption}: Its Spot capacity was taken back. */
    public static final TaskStopCode SPOT_INTERRUPTION = new TaskStopCode("SpotInterruption");

    /** {@code TerminationNotice}: The capacity under it was announced to end. */
    public static final TaskStopCode TERMINATION_NOTICE = new TaskStopCode("TerminationNotice");

    /** {@code InfrastructureHealth}: The infrastructure under it was found unhealthy. */
    public static final TaskStopCode INFRASTRUCTURE_HEALTH = new TaskStopCode("InfrastructureHealth");

    private static final List<TaskStopCode> KNOWN = List.of(
            TASK_FAILED_TO_START,
            ESSENTIAL_CONTAINER_EXITED,
            USER_INITIATED,
            SERVICE_SCHEDULER_INITIATED,
            SPOT_INTERRUPTION,
            TERMINATION_NOTICE,
            INFRASTRUCTURE_HEALTH);

    /**
     * Takes any text.
     *
     * @throws NullPointerException if value is null
     */
    public TaskStopCode {
        Objects.requireNonNull(value, "value");
    }

    /**
     * The values that the ECS API lists.
     *
     * @return the constants of this class in the order of the API; unmodifiable
     */
    public static List<TaskStopCode> known() {
        return KNOWN;
    }

    @Override
    public boolean isKnown() {
        return KNOWN.contains(this);
    }

    /** The text on the wire. */
    @Override
    public String toString() {
        return value;
    }
}
