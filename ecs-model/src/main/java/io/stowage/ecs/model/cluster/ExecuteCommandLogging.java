package io.stowage.ecs.model.cluster;

import io.stowage.ecs.model.OpenEnum;
import java.util.List;
import java.util.Objects;

/**
 * Which log settings the output of ECS Exec sessions follows.
 *
 * <p>Open: a text that is none of the constants is kept as it was written. Two values are equal when their texts are.
 *
 * @param value the text on the wire
 */
public record ExecuteCommandLogging(String value) implements OpenEnum {
    /** Sessions are not logged. */
    public static final ExecuteCommandLogging NONE = new ExecuteCommandLogging("NONE");

    /** The {@code awslogs} configuration of the task definition applies; without one nothing is logged. */
    public static final ExecuteCommandLogging DEFAULT = new ExecuteCommandLogging("DEFAULT");

    /** The {@link ExecuteCommandLogConfiguration} of the cluster applies, and has to be there. */
    public static final ExecuteCommandLogging OVERRIDE = new ExecuteCommandLogging("OVERRIDE");

    private static final List<ExecuteCommandLogging> KNOWN = List.of(NONE, DEFAULT, OVERRIDE);

    /**
     * Takes any text.
     *
     * @throws NullPointerException if value is null
     */
    public ExecuteCommandLogging {
        Objects.requireNonNull(value, "value");
    }

    /**
     * The values that the ECS API lists.
     *
     * @return the constants of this class in the order of the API; unmodifiable
     */
    public static List<ExecuteCommandLogging> known() {
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
