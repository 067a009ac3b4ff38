package io.stowage.ecs.model.cluster;

import io.stowage.ecs.model.OpenEnum;
import java.util.List;
import java.util.Objects;

/**
 * What a health check of a container instance looks at.
 *
 * <p>Open: a text that is none of the constants is kept as it was written. Two values are equal when their texts are.
 *
 * @param value the text on the wire
 */
public record InstanceHealthCheckType(String value) implements OpenEnum {
    /** The software that runs the containers, such as Docker. */
    public static final InstanceHealthCheckType CONTAINER_RUNTIME = new InstanceHealthCheckType("CONTAINER_RUNTIME");

    /** GPUs and other accelerator devices. */
    public static final InstanceHealthCheckType ACCELERATED_COMPUTE =
            new InstanceHealthCheckType("ACCELERATED_COMPUTE");

    /** The managed daemons that belong on the instance. */
    public static final InstanceHealthCheckType DAEMON = new InstanceHealthCheckType("DAEMON");

    /** The connection of the agent to ECS. */
    public static final InstanceHealthCheckType AGENT_CONNECTIVITY = new InstanceHealthCheckType("AGENT_CONNECTIVITY");

    private static final List<InstanceHealthCheckType> KNOWN =
            List.of(CONTAINER_RUNTIME, ACCELERATED_COMPUTE, DAEMON, AGENT_CONNECTIVITY);

    /**
     * Takes any text.
     *
     * @throws NullPointerException if value is null
     */
    public InstanceHealthCheckType {
        Objects.requireNonNull(value, "value");
    }

    /**
     * The values that the ECS API lists.
     *
     * @return the constants of this class in the order of the API; unmodifiable
     */
    public static List<InstanceHealthCheckType> known() {
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
