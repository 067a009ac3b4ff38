package io.stowage.ecs.model.task;

import io.stowage.ecs.model.OpenEnum;
import java.util.List;
import java.util.Objects;

/**
 * Whether a task is in contact with ECS.
 *
 * <p>Open: a text that is none of the constants is kept as it was written. Two values are equal when their texts are.
 *
 * @param value the text on the wire
 */
public record Connectivity(String value) implements OpenEnum {
    /** In contact. */
    public static final Connectivity CONNECTED = new Connectivity("CONNECTED");

    /** Not in contact, or no longer. */
    public static final Connectivity DISCONNECTED = new Connectivity("DISCONNECTED");

    private static final List<Connectivity> KNOWN = List.of(CONNECTED, DISCONNECTED);

    /**
     * Takes any text.
     *
     * @throws NullPointerException if value is null
     */
    public Connectivity {
        Objects.requireNonNull(value, "value");
    }

    /**
     * The values that the ECS API lists.
     *
     * @return the constants of this class in the order of the API; unmodifiable
     */
    public static List<Connectivity> known() {
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
