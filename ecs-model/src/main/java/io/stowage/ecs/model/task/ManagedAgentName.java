package io.stowage.ecs.model.task;

import io.stowage.ecs.model.OpenEnum;
import java.util.List;
import java.util.Objects;

/**
 * The agents that ECS runs inside containers.
 *
 * <p>Open: a text that is none of the constants is kept as it was written. Two values are equal when their texts are.
 *
 * @param value the text on the wire
 */
public record ManagedAgentName(String value) implements OpenEnum {
    /** {@code ExecuteCommandAgent}: The agent that carries out ECS Exec commands. */
    public static final ManagedAgentName EXECUTE_COMMAND_AGENT = new ManagedAgentName("ExecuteCommandAgent");

    private static final List<ManagedAgentName> KNOWN = List.of(EXECUTE_COMMAND_AGENT);

    /**
     * Takes any text.
     *
     * @throws NullPointerException if value is null
     */
    public ManagedAgentName {
        Objects.requireNonNull(value, "value");
    }

    /**
     * The values that the ECS API lists.
     *
     * @return the constants of this class in the order of the API; unmodifiable
     */
    public static List<ManagedAgentName> known() {
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
