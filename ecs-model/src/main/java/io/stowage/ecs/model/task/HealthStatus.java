package io.stowage.ecs.model.task;

import io.stowage.ecs.model.OpenEnum;
import java.util.List;
import java.util.Objects;

/**
 * What the health checks of a container or of a task's essential containers say.
 *
 * <p>Open: a text that is none of the constants is kept as it was written. Two values are equal when their texts are.
 *
 * @param value the text on the wire
 */
public record HealthStatus(String value) implements OpenEnum {
    /** The last check passed; for a task, so it did in every essential container that has one. */
    public static final HealthStatus HEALTHY = new HealthStatus("HEALTHY");

    /** The check failed as often as its retries allow; for a task, so it did in an essential container. */
    public static final HealthStatus UNHEALTHY = new HealthStatus("UNHEALTHY");

    /** There is no check, or no result yet. */
    public static final HealthStatus UNKNOWN = new HealthStatus("UNKNOWN");

    private static final List<HealthStatus> KNOWN = List.of(HEALTHY, UNHEALTHY, UNKNOWN);

    /**
     * Takes any text.
     *
     * @throws NullPointerException if value is null
     */
    public HealthStatus {
        Objects.requireNonNull(value, "value");
    }

    /**
     * The values that the ECS API lists.
     *
     * @return the constants of this class in the order of the API; unmodifiable
     */
    public static List<HealthStatus> known() {
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
