package io.stowage.ecs.model.service;

import io.stowage.ecs.model.OpenEnum;
import java.util.List;
import java.util.Objects;

/**
 * Whether the access log of the Service Connect proxy holds the query parameters of requests.
 *
 * <p>Open: a text that is none of the constants is kept as it was written. Two values are equal when their texts are.
 *
 * @param value the text on the wire
 */
public record ServiceConnectIncludeQueryParameters(String value) implements OpenEnum {
    /** They are left out; the default. */
    public static final ServiceConnectIncludeQueryParameters DISABLED =
            new ServiceConnectIncludeQueryParameters("DISABLED");

    /** They are written, with whatever secrets they hold. */
    public static final ServiceConnectIncludeQueryParameters ENABLED =
            new ServiceConnectIncludeQueryParameters("ENABLED");

    private static final List<ServiceConnectIncludeQueryParameters> KNOWN = List.of(DISABLED, ENABLED);

    /**
     * Takes any text.
     *
     * @throws NullPointerException if value is null
     */
    public ServiceConnectIncludeQueryParameters {
        Objects.requireNonNull(value, "value");
    }

    /**
     * The values that the ECS API lists.
     *
     * @return the constants of this class in the order of the API; unmodifiable
     */
    public static List<ServiceConnectIncludeQueryParameters> known() {
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
