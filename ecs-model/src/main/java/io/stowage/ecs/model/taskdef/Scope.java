package io.stowage.ecs.model.taskdef;

import io.stowage.ecs.model.OpenEnum;
import java.util.List;
import java.util.Objects;

/**
 * How long a Docker volume lives.
 *
 * <p>Open: a text that is none of the constants is kept as it was written. Two values are equal when their texts are.
 *
 * @param value the text on the wire
 */
public record Scope(String value) implements OpenEnum {
    /** {@code task}: As long as the task. */
    public static final Scope TASK = new Scope("task");

    /** {@code shared}: Beyond the task, on the instance, for later tasks to find. */
    public static final Scope SHARED = new Scope("shared");

    private static final List<Scope> KNOWN = List.of(TASK, SHARED);

    /**
     * Takes any text.
     *
     * @throws NullPointerException if value is null
     */
    public Scope {
        Objects.requireNonNull(value, "value");
    }

    /**
     * The values that the ECS API lists.
     *
     * @return the constants of this class in the order of the API; unmodifiable
     */
    public static List<Scope> known() {
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
