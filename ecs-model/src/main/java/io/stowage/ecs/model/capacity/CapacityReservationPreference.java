package io.stowage.ecs.model.capacity;

import io.stowage.ecs.model.OpenEnum;
import java.util.List;
import java.util.Objects;

/**
 * How managed instances use EC2 Capacity Reservations that match their requirements.
 *
 * <p>Open: a text that is none of the constants is kept as it was written. Two values are equal when their texts are.
 *
 * @param value the text on the wire
 */
public record CapacityReservationPreference(String value) implements OpenEnum {
    /** Instances are launched into a reservation or not at all. */
    public static final CapacityReservationPreference RESERVATIONS_ONLY =
            new CapacityReservationPreference("RESERVATIONS_ONLY");

    /** Instances are launched into a reservation if there is one, otherwise on demand. */
    public static final CapacityReservationPreference RESERVATIONS_FIRST =
            new CapacityReservationPreference("RESERVATIONS_FIRST");

    /** Instances are launched on demand, reservations stay untouched. */
    public static final CapacityReservationPreference RESERVATIONS_EXCLUDED =
            new CapacityReservationPreference("RESERVATIONS_EXCLUDED");

    private static final List<CapacityReservationPreference> KNOWN =
            List.of(RESERVATIONS_ONLY, RESERVATIONS_FIRST, RESERVATIONS_EXCLUDED);

    /**
     * Takes any text.
     *
     * @throws NullPointerException if value is null
     */
    public CapacityReservationPreference {
        Objects.requireNonNull(value, "value");
    }

    /**
     * The values that the ECS API lists.
     *
     * @return the constants of this class in the order of the API; unmodifiable
     */
    public static List<CapacityReservationPreference> known() {
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
