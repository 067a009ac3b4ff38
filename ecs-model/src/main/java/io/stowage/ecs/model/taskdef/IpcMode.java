package io.stowage.ecs.model.taskdef;

import io.stowage.ecs.model.OpenEnum;
import java.util.List;
import java.util.Objects;

/**
 * With whom the containers of a task share System V IPC and POSIX message queues. Linux on instances only; not on Fargate.
 *
 * <p>Open: a text that is none of the constants is kept as it was written. Two values are equal when their texts are.
 *
 * @param value the text on the wire
 */
public record IpcMode(String value) implements OpenEnum {
    /** {@code host}: With the instance and all its tasks in this mode. */
    public static final IpcMode HOST = new IpcMode("host");

    /** {@code task}: Among the containers of the task. */
    public static final IpcMode TASK = new IpcMode("task");

    /** {@code none}: With nobody; each container on its own. */
    public static final IpcMode NONE = new IpcMode("none");

    private static final List<IpcMode> KNOWN = List.of(HOST, TASK, NONE);

    /**
     * Takes any text.
     *
     * @throws NullPointerException if value is null
     */
    public IpcMode {
        Objects.requireNonNull(value, "value");
    }

    /**
     * The values that the ECS API lists.
     *
     * @return the constants of this class in the order of the API; unmodifiable
     */
    public static List<IpcMode> known() {
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
