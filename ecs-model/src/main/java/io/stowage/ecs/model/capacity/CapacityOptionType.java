package io.stowage.ecs.model.capacity;

import io.stowage.ecs.model.OpenEnum;
import java.util.List;
import java.util.Objects;

/**
 * How managed instances are bought from EC2.
 *
 * <p>Open: a text that is none of the constants is kept as it was written. Two values are equal when their texts are.
 *
 * @param value the text on the wire
 */
public record CapacityOptionType(String value) implements OpenEnum {
    /** On demand; taken when none is given. */
    public static final CapacityOptionType ON_DEMAND = new CapacityOptionType("ON_DEMAND");

    /** From spare capacity, cheaper; EC2 may take the instance back with two minutes of notice. */
    public static final CapacityOptionType SPOT = new CapacityOptionType("SPOT");

    /** From Capacity Reservations, by the rules of {@link CapacityReservationRequest}. */
    public static final CapacityOptionType RESERVED = new CapacityOptionType("RESERVED");

    private static final List<CapacityOptionType> KNOWN = List.of(ON_DEMAND, SPOT, RESERVED);

    /**
     * Takes any text.
     *
     * @throws NullPointerException if value is null
     */
    public CapacityOptionType {
        Objects.requireNonNull(value, "value");
    }

    /**
     * The values that the ECS API lists.
     *
     * @return the constants of this class in the order of the API; unmodifiable
     */
    public static List<CapacityOptionType> known() {
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
