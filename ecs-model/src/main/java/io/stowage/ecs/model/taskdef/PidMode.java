package io.stowage.ecs.model.taskdef;

import io.stowage.ecs.model.OpenEnum;
import java.util.List;
import java.util.Objects;

/**
 * With whom the containers of a task share process ids; without it each container has its own. Not on Windows.
 *
 * <p>Open: a text that is none of the constants is kept as it was written. Two values are equal when their texts are.
 *
 * @param value the text on the wire
 */
public record PidMode(String value) implements OpenEnum {
    /** {@code host}: With the instance and all its tasks in this mode. Not on Fargate. */
    public static final PidMode HOST = new PidMode("host");

    /** {@code task}: Among the containers of the task. On Fargate from platform version 1.4.0. */
    public static final PidMode TASK = new PidMode("task");

    private static final List<PidMode> KNOWN = List.of(HOST, TASK);

    /**
     * Takes any text.
     *
     * @throws NullPointerException if value is null
     */
    public PidMode {
        Objects.requireNonNull(value, "value");
    }

    /**
     * The values that the ECS API lists.
     *
     * @return the constants of this class in the order of the API; unmodifiable
     */
    public static List<PidMode> known() {
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
