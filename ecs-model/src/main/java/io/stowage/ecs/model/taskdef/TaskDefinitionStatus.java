package io.stowage.ecs.model.taskdef;

import io.stowage.ecs.model.OpenEnum;
import java.util.List;
import java.util.Objects;

/**
 * Whether a revision of a task definition can be used. The way is from the first to the last, never back.
 *
 * <p>Open: a text that is none of the constants is kept as it was written. Two values are equal when their texts are.
 *
 * @param value the text on the wire
 */
public record TaskDefinitionStatus(String value) implements OpenEnum {
    /** Registered; tasks and services can be started from it. */
    public static final TaskDefinitionStatus ACTIVE = new TaskDefinitionStatus("ACTIVE");

    /** Deregistered: nothing new starts from it, existing services run and scale on. */
    public static final TaskDefinitionStatus INACTIVE = new TaskDefinitionStatus("INACTIVE");

    /** Deletion was asked for; it is gone when nothing uses it any more. */
    public static final TaskDefinitionStatus DELETE_IN_PROGRESS = new TaskDefinitionStatus("DELETE_IN_PROGRESS");

    private static final List<TaskDefinitionStatus> KNOWN = List.of(ACTIVE, INACTIVE, DELETE_IN_PROGRESS);

    /**
     * Takes any text.
     *
     * @throws NullPointerException if value is null
     */
    public TaskDefinitionStatus {
        Objects.requireNonNull(value, "value");
    }

    /**
     * The values that the ECS API lists.
     *
     * @return the constants of this class in the order of the API; unmodifiable
     */
    public static List<TaskDefinitionStatus> known() {
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
