package io.stowage.ecs.model.cluster;

import io.stowage.ecs.model.OpenEnum;
import java.util.List;
import java.util.Objects;

/**
 * What a health check of a container instance found.
 *
 * <p>Open: a text that is none of the constants is kept as it was written. Two values are equal when their texts are.
 *
 * @param value the text on the wire
 */
public record InstanceHealthCheckState(String value) implements OpenEnum {
    /** No fault was found. */
    public static final InstanceHealthCheckState OK = new InstanceHealthCheckState("OK");

    /** A fault was found; see {@link io.stowage.ecs.model.capacity.AutoRepairConfiguration} for what may follow. */
    public static final InstanceHealthCheckState IMPAIRED = new InstanceHealthCheckState("IMPAIRED");

    /** Too little is known for a verdict. */
    public static final InstanceHealthCheckState INSUFFICIENT_DATA = new InstanceHealthCheckState("INSUFFICIENT_DATA");

    /** The check has only begun; there is no verdict yet. */
    public static final InstanceHealthCheckState INITIALIZING = new InstanceHealthCheckState("INITIALIZING");

    private static final List<InstanceHealthCheckState> KNOWN = List.of(OK, IMPAIRED, INSUFFICIENT_DATA, INITIALIZING);

    /**
     * Takes any text.
     *
     * @throws NullPointerException if value is null
     */
    public InstanceHealthCheckState {
        Objects.requireNonNull(value, "value");
    }

    /**
     * The values that the ECS API lists.
     *
     * @return the constants of this class in the order of the API; unmodifiable
     */
    public static List<InstanceHealthCheckState> known() {
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
