package io.stowage.ecs.model.service;

import io.stowage.ecs.model.OpenEnum;
import java.util.List;
import java.util.Objects;

/**
 * From where an ingress path of an Express service can be reached; see {@link ManagedIngressPath}.
 *
 * <p>Open: a text that is none of the constants is kept as it was written. Two values are equal when their texts are.
 *
 * @param value the text on the wire
 */
public record AccessType(String value) implements OpenEnum {
    /** From the internet. */
    public static final AccessType PUBLIC = new AccessType("PUBLIC");

    /** From within the VPC only. */
    public static final AccessType PRIVATE = new AccessType("PRIVATE");

    private static final List<AccessType> KNOWN = List.of(PUBLIC, PRIVATE);

    /**
     * Takes any text.
     *
     * @throws NullPointerException if value is null
     */
    public AccessType {
        Objects.requireNonNull(value, "value");
    }

    /**
     * The values that the ECS API lists.
     *
     * @return the constants of this class in the order of the API; unmodifiable
     */
    public static List<AccessType> known() {
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
