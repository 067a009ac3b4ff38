package io.stowage.ecs.model.taskdef;

import io.stowage.ecs.model.OpenEnum;
import java.util.List;
import java.util.Objects;

/**
 * How the containers of a task are connected.
 *
 * <p>Open: a text that is none of the constants is kept as it was written. Two values are equal when their texts are.
 *
 * @param value the text on the wire
 */
public record NetworkMode(String value) implements OpenEnum {
    /**
     * {@code bridge}: Docker's virtual network within each instance; host ports are mapped and may be dynamic. Linux on EC2 and
     * external instances only.
     */
    public static final NetworkMode BRIDGE = new NetworkMode("bridge");

    /** {@code host}: The network of the instance itself; container port and host port are the same. Not on Fargate or Windows. */
    public static final NetworkMode HOST = new NetworkMode("host");

    /**
     * {@code awsvpc}: A network interface of its own for the task, with its own address and security groups. The only mode on
     * Fargate; not on external instances.
     */
    public static final NetworkMode AWSVPC = new NetworkMode("awsvpc");

    /** {@code none}: No connection to the outside, and no port mappings. Not on Fargate or Windows. */
    public static final NetworkMode NONE = new NetworkMode("none");

    private static final List<NetworkMode> KNOWN = List.of(BRIDGE, HOST, AWSVPC, NONE);

    /**
     * Takes any text.
     *
     * @throws NullPointerException if value is null
     */
    public NetworkMode {
        Objects.requireNonNull(value, "value");
    }

    /**
     * The values that the ECS API lists.
     *
     * @return the constants of this class in the order of the API; unmodifiable
     */
    public static List<NetworkMode> known() {
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
