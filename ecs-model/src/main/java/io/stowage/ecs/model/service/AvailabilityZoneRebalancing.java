package io.stowage.ecs.model.service;

import io.stowage.ecs.model.OpenEnum;
import java.util.List;
import java.util.Objects;

/**
 * Whether ECS evens out the tasks of a running service between Availability Zones, by starting tasks in the emptiest zones and then
 * stopping others in the fullest.
 *
 * <p>Open: a text that is none of the constants is kept as it was written. Two values are equal when their texts are.
 *
 * @param value the text on the wire
 */
public record AvailabilityZoneRebalancing(String value) implements OpenEnum {
    /**
     * ECS moves tasks when the zones differ by more than one task. Not for daemon services, launch type {@code EXTERNAL},
     * {@code maximumPercent} 100 or Classic Load Balancers.
     */
    public static final AvailabilityZoneRebalancing ENABLED = new AvailabilityZoneRebalancing("ENABLED");

    /** Tasks stay where they were placed; zones count only when a task is started. */
    public static final AvailabilityZoneRebalancing DISABLED = new AvailabilityZoneRebalancing("DISABLED");

    private static final List<AvailabilityZoneRebalancing> KNOWN = List.of(ENABLED, DISABLED);

    /**
     * Takes any text.
     *
     * @throws NullPointerException if value is null
     */
    public AvailabilityZoneRebalancing {
        Objects.requireNonNull(value, "value");
    }

    /**
     * The values that the ECS API lists.
     *
     * @return the constants of this class in the order of the API; unmodifiable
     */
    public static List<AvailabilityZoneRebalancing> known() {
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
