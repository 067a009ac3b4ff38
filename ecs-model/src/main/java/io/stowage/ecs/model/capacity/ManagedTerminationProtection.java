package io.stowage.ecs.model.capacity;

import io.stowage.ecs.model.OpenEnum;
import java.util.List;
import java.util.Objects;

/**
 * Whether scale-in of an Auto Scaling group spares instances that run tasks other than those of daemons.
 *
 * <p>Open: a text that is none of the constants is kept as it was written. Two values are equal when their texts are.
 *
 * @param value the text on the wire
 */
public record ManagedTerminationProtection(String value) implements OpenEnum {
    /** Such instances are spared. Needs managed scaling, and scale-in protection of new instances in the group. */
    public static final ManagedTerminationProtection ENABLED = new ManagedTerminationProtection("ENABLED");

    /** The group ends any instance; taken when none is given. */
    public static final ManagedTerminationProtection DISABLED = new ManagedTerminationProtection("DISABLED");

    private static final List<ManagedTerminationProtection> KNOWN = List.of(ENABLED, DISABLED);

    /**
     * Takes any text.
     *
     * @throws NullPointerException if value is null
     */
    public ManagedTerminationProtection {
        Objects.requireNonNull(value, "value");
    }

    /**
     * The values that the ECS API lists.
     *
     * @return the constants of this class in the order of the API; unmodifiable
     */
    public static List<ManagedTerminationProtection> known() {
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
