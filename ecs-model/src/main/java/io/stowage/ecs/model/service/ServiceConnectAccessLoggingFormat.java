package io.stowage.ecs.model.service;

import io.stowage.ecs.model.OpenEnum;
import java.util.List;
import java.util.Objects;

/**
 * How the Service Connect proxy writes an entry of its access log.
 *
 * <p>Open: a text that is none of the constants is kept as it was written. Two values are equal when their texts are.
 *
 * @param value the text on the wire
 */
public record ServiceConnectAccessLoggingFormat(String value) implements OpenEnum {
    /** As a line of plain text. */
    public static final ServiceConnectAccessLoggingFormat TEXT = new ServiceConnectAccessLoggingFormat("TEXT");

    /** As a JSON object. */
    public static final ServiceConnectAccessLoggingFormat JSON = new ServiceConnectAccessLoggingFormat("JSON");

    private static final List<ServiceConnectAccessLoggingFormat> KNOWN = List.of(TEXT, JSON);

    /**
     * Takes any text.
     *
     * @throws NullPointerException if value is null
     */
    public ServiceConnectAccessLoggingFormat {
        Objects.requireNonNull(value, "value");
    }

    /**
     * The values that the ECS API lists.
     *
     * @return the constants of this class in the order of the API; unmodifiable
     */
    public static List<ServiceConnectAccessLoggingFormat> known() {
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
