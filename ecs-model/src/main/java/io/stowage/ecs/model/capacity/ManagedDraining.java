package io.stowage.ecs.model.capacity;

import io.stowage.ecs.model.OpenEnum;
import java.util.List;
import java.util.Objects;

/**
 * Whether ECS drains the instances of an Auto Scaling group before they are terminated, so that their tasks move away first.
 *
 * <p>Open: a text that is none of the constants is kept as it was written. Two values are equal when their texts are.
 *
 * @param value the text on the wire
 */
public record ManagedDraining(String value) implements OpenEnum {
    /** They are drained; taken when none is given. */
    public static final ManagedDraining ENABLED = new ManagedDraining("ENABLED");

    /** They are not; tasks end with the instance. */
    public static final ManagedDraining DISABLED = new ManagedDraining("DISABLED");

    private static final List<ManagedDraining> KNOWN = List.of(ENABLED, DISABLED);

    /**
     * Takes any text.
     *
     * @throws NullPointerException if value is null
     */
    public ManagedDraining {
        Objects.requireNonNull(value, "value");
    }

    /**
     * The values that the ECS API lists.
     *
     * @return the constants of this class in the order of the API; unmodifiable
     */
    public static List<ManagedDraining> known() {
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
