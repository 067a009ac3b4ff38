package io.stowage.ecs.model.service;

import io.stowage.ecs.model.OpenEnum;
import java.util.List;
import java.util.Objects;

/**
 * Who looks after the resources around a service.
 *
 * <p>Open: a text that is none of the constants is kept as it was written. Two values are equal when their texts are.
 *
 * @param value the text on the wire
 */
public record ResourceManagementType(String value) implements OpenEnum {
    /** The user; an ordinary service. */
    public static final ResourceManagementType CUSTOMER = new ResourceManagementType("CUSTOMER");

    /** Amazon ECS; the service is an Express service, and {@link ECSManagedResources} tells what belongs to it. */
    public static final ResourceManagementType ECS = new ResourceManagementType("ECS");

    private static final List<ResourceManagementType> KNOWN = List.of(CUSTOMER, ECS);

    /**
     * Takes any text.
     *
     * @throws NullPointerException if value is null
     */
    public ResourceManagementType {
        Objects.requireNonNull(value, "value");
    }

    /**
     * The values that the ECS API lists.
     *
     * @return the constants of this class in the order of the API; unmodifiable
     */
    public static List<ResourceManagementType> known() {
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
