package io.stowage.ecs.model.taskdef;

import io.stowage.ecs.model.OpenEnum;
import java.util.List;
import java.util.Objects;

/**
 * How far another container must have come before the one that depends on it starts.
 *
 * <p>Open: a text that is none of the constants is kept as it was written. Two values are equal when their texts are.
 *
 * @param value the text on the wire
 */
public record ContainerCondition(String value) implements OpenEnum {
    /** It has started. */
    public static final ContainerCondition START = new ContainerCondition("START");

    /** It has ended, with any exit code. Not for an essential container, whose end stops the task. */
    public static final ContainerCondition COMPLETE = new ContainerCondition("COMPLETE");

    /** It has ended with exit code 0. Not for an essential container, whose end stops the task. */
    public static final ContainerCondition SUCCESS = new ContainerCondition("SUCCESS");

    /** It has passed the {@link HealthCheck} of its container definition. Waited for at the start of the task only. */
    public static final ContainerCondition HEALTHY = new ContainerCondition("HEALTHY");

    private static final List<ContainerCondition> KNOWN = List.of(START, COMPLETE, SUCCESS, HEALTHY);

    /**
     * Takes any text.
     *
     * @throws NullPointerException if value is null
     */
    public ContainerCondition {
        Objects.requireNonNull(value, "value");
    }

    /**
     * The values that the ECS API lists.
     *
     * @return the constants of this class in the order of the API; unmodifiable
     */
    public static List<ContainerCondition> known() {
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
