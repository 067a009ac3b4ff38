package io.stowage.ecs.model.capacity;

import io.stowage.ecs.model.OpenEnum;
import java.util.List;
import java.util.Objects;

/**
 * Whether bare metal instance types may be chosen.
 *
 * <p>Open: a text that is none of the constants is kept as it was written. Two values are equal when their texts are.
 *
 * @param value the text on the wire
 */
public record BareMetal(String value) implements OpenEnum {
    /** They may. */
    public static final BareMetal INCLUDED = new BareMetal("included");

    /** Only they may. */
    public static final BareMetal REQUIRED = new BareMetal("required");

    /** They may not. */
    public static final BareMetal EXCLUDED = new BareMetal("excluded");

    private static final List<BareMetal> KNOWN = List.of(INCLUDED, REQUIRED, EXCLUDED);

    /**
     * Takes any text.
     *
     * @throws NullPointerException if value is null
     */
    public BareMetal {
        Objects.requireNonNull(value, "value");
    }

    /**
     * The values that the ECS API lists.
     *
     * @return the constants of this class in the order of the API; unmodifiable
     */
    public static List<BareMetal> known() {
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
