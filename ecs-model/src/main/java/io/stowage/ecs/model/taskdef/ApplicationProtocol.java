package io.stowage.ecs.model.taskdef;

import io.stowage.ecs.model.OpenEnum;
import java.util.List;
import java.util.Objects;

/**
 * The protocol that Service Connect speaks at a port.
 *
 * <p>Open: a text that is none of the constants is kept as it was written. Two values are equal when their texts are.
 *
 * @param value the text on the wire
 */
public record ApplicationProtocol(String value) implements OpenEnum {
    /** {@code http}: HTTP 1; the proxy adds protocol-aware routing and metrics. */
    public static final ApplicationProtocol HTTP = new ApplicationProtocol("http");

    /** {@code http2}: HTTP/2. */
    public static final ApplicationProtocol HTTP2 = new ApplicationProtocol("http2");

    /** {@code grpc}: gRPC, carried over HTTP/2. */
    public static final ApplicationProtocol GRPC = new ApplicationProtocol("grpc");

    private static final List<ApplicationProtocol> KNOWN = List.of(HTTP, HTTP2, GRPC);

    /**
     * Takes any text.
     *
     * @throws NullPointerException if value is null
     */
    public ApplicationProtocol {
        Objects.requireNonNull(value, "value");
    }

    /**
     * The values that the ECS API lists.
     *
     * @return the constants of this class in the order of the API; unmodifiable
     */
    public static List<ApplicationProtocol> known() {
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
