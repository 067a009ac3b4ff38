package io.stowage.ecs.model.service;

import io.stowage.ecs.model.OpenEnum;
import java.util.List;
import java.util.Objects;

/**
 * How many tasks of a service the scheduler keeps, and where.
 *
 * <p>Open: a text that is none of the constants is kept as it was written. Two values are equal when their texts are.
 *
 * @param value the text on the wire
 */
public record SchedulingStrategy(String value) implements OpenEnum {
    /** The desired count of tasks, spread over zones unless a placement strategy says otherwise. */
    public static final SchedulingStrategy REPLICA = new SchedulingStrategy("REPLICA");

    /**
     * Exactly one task on each active container instance that meets the placement constraints. Not on Fargate, and only with the
     * controller {@code ECS}.
     */
    public static final SchedulingStrategy DAEMON = new SchedulingStrategy("DAEMON");

    private static final List<SchedulingStrategy> KNOWN = List.of(REPLICA, DAEMON);

    /**
     * Takes any text.
     *
     * @throws NullPointerException if value is null
     */
    public SchedulingStrategy {
        Objects.requireNonNull(value, "value");
    }

    /**
     * The values that the ECS API lists.
     *
     * @return the constants of this class in the order of the API; unmodifiable
     */
    public static List<SchedulingStrategy> known() {
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
