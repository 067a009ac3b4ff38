package io.stowage.ecs.model.service;

import io.stowage.ecs.model.OpenEnum;
import java.util.List;
import java.util.Objects;

/**
 * The units of a {@link Scale}.
 *
 * <p>Open: a text that is none of the constants is kept as it was written. Two values are equal when their texts are.
 *
 * @param value the text on the wire
 */
public record ScaleUnit(String value) implements OpenEnum {
    /** Percent of the desired count of the service. */
    public static final ScaleUnit PERCENT = new ScaleUnit("PERCENT");

    private static final List<ScaleUnit> KNOWN = List.of(PERCENT);

    /**
     * Takes any text.
     *
     * @throws NullPointerException if value is null
     */
    public ScaleUnit {
        Objects.requireNonNull(value, "value");
    }

    /**
     * The values that the ECS API lists.
     *
     * @return the constants of this class in the order of the API; unmodifiable
     */
    public static List<ScaleUnit> known() {
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
