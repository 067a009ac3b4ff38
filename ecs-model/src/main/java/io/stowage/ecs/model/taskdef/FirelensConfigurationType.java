package io.stowage.ecs.model.taskdef;

import io.stowage.ecs.model.OpenEnum;
import java.util.List;
import java.util.Objects;

/**
 * The log router that a FireLens container runs.
 *
 * <p>Open: a text that is none of the constants is kept as it was written. Two values are equal when their texts are.
 *
 * @param value the text on the wire
 */
public record FirelensConfigurationType(String value) implements OpenEnum {
    /** {@code fluentd}: Fluentd. */
    public static final FirelensConfigurationType FLUENTD = new FirelensConfigurationType("fluentd");

    /** {@code fluentbit}: Fluent Bit. */
    public static final FirelensConfigurationType FLUENTBIT = new FirelensConfigurationType("fluentbit");

    private static final List<FirelensConfigurationType> KNOWN = List.of(FLUENTD, FLUENTBIT);

    /**
     * Takes any text.
     *
     * @throws NullPointerException if value is null
     */
    public FirelensConfigurationType {
        Objects.requireNonNull(value, "value");
    }

    /**
     * The values that the ECS API lists.
     *
     * @return the constants of this class in the order of the API; unmodifiable
     */
    public static List<FirelensConfigurationType> known() {
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
