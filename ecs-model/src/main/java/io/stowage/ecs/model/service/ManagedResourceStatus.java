package io.stowage.ecs.model.service;

import io.stowage.ecs.model.OpenEnum;
import java.util.List;
import java.util.Objects;

/**
 * How far ECS is with creating or removing a resource of an Express service.
 *
 * <p>Open: a text that is none of the constants is kept as it was written. Two values are equal when their texts are.
 *
 * @param value the text on the wire
 */
public record ManagedResourceStatus(String value) implements OpenEnum {
    /** It is being created. */
    public static final ManagedResourceStatus PROVISIONING = new ManagedResourceStatus("PROVISIONING");

    /** It exists and is in use. */
    public static final ManagedResourceStatus ACTIVE = new ManagedResourceStatus("ACTIVE");

    /** It is being removed. */
    public static final ManagedResourceStatus DEPROVISIONING = new ManagedResourceStatus("DEPROVISIONING");

    /** It has been removed. */
    public static final ManagedResourceStatus DELETED = new ManagedResourceStatus("DELETED");

    /** Creating or removing it failed; the reason is in {@code statusReason}. */
    public static final ManagedResourceStatus FAILED = new ManagedResourceStatus("FAILED");

    private static final List<ManagedResourceStatus> KNOWN =
            List.of(PROVISIONING, ACTIVE, DEPROVISIONING, DELETED, FAILED);

    /**
     * Takes any text.
     *
     * @throws NullPointerException if value is null
     */
    public ManagedResourceStatus {
        Objects.requireNonNull(value, "value");
    }

    /**
     * The values that the ECS API lists.
     *
     * @return the constants of this class in the order of the API; unmodifiable
     */
    public static List<ManagedResourceStatus> known() {
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
