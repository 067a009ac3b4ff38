package io.stowage.ecs.model.taskdef;

import io.stowage.ecs.model.OpenEnum;
import java.util.List;
import java.util.Objects;

/**
 * The transport protocol of a port. TCP and UDP ports of an instance do not get in each other's way.
 *
 * <p>Open: a text that is none of the constants is kept as it was written. Two values are equal when their texts are.
 *
 * @param value the text on the wire
 */
public record TransportProtocol(String value) implements OpenEnum {
    /** {@code tcp}: Transmission Control Protocol; the default. */
    public static final TransportProtocol TCP = new TransportProtocol("tcp");

    /** {@code udp}: User Datagram Protocol. */
    public static final TransportProtocol UDP = new TransportProtocol("udp");

    private static final List<TransportProtocol> KNOWN = List.of(TCP, UDP);

    /**
     * Takes any text.
     *
     * @throws NullPointerException if value is null
     */
    public TransportProtocol {
        Objects.requireNonNull(value, "value");
    }

    /**
     * The values that the ECS API lists.
     *
     * @return the constants of this class in the order of the API; unmodifiable
     */
    public static List<TransportProtocol> known() {
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
