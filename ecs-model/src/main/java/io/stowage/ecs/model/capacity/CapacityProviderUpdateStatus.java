package io.stowage.ecs.model.capacity;

import io.stowage.ecs.model.OpenEnum;
import java.util.List;
import java.util.Objects;

/**
 * How the last change of a capacity provider went. It says what became of the request; {@link CapacityProviderStatus} says what the
 * provider is.
 *
 * <p>Open: a text that is none of the constants is kept as it was written. Two values are equal when their texts are.
 *
 * @param value the text on the wire
 */
public record CapacityProviderUpdateStatus(String value) implements OpenEnum {
    /** It is being created. */
    public static final CapacityProviderUpdateStatus CREATE_IN_PROGRESS =
            new CapacityProviderUpdateStatus("CREATE_IN_PROGRESS");

    /** It was created. */
    public static final CapacityProviderUpdateStatus CREATE_COMPLETE =
            new CapacityProviderUpdateStatus("CREATE_COMPLETE");

    /** It could not be created. */
    public static final CapacityProviderUpdateStatus CREATE_FAILED = new CapacityProviderUpdateStatus("CREATE_FAILED");

    /** It is being deleted. */
    public static final CapacityProviderUpdateStatus DELETE_IN_PROGRESS =
            new CapacityProviderUpdateStatus("DELETE_IN_PROGRESS");

    /** It was deleted, its status is {@link CapacityProviderStatus#INACTIVE}. */
    public static final CapacityProviderUpdateStatus DELETE_COMPLETE =
            new CapacityProviderUpdateStatus("DELETE_COMPLETE");

    /** It could not be deleted. */
    public static final CapacityProviderUpdateStatus DELETE_FAILED = new CapacityProviderUpdateStatus("DELETE_FAILED");

    /** Its settings are being changed. */
    public static final CapacityProviderUpdateStatus UPDATE_IN_PROGRESS =
            new CapacityProviderUpdateStatus("UPDATE_IN_PROGRESS");

    /** Its settings were changed. */
    public static final CapacityProviderUpdateStatus UPDATE_COMPLETE =
            new CapacityProviderUpdateStatus("UPDATE_COMPLETE");

    /** Its settings could not be changed. */
    public static final CapacityProviderUpdateStatus UPDATE_FAILED = new CapacityProviderUpdateStatus("UPDATE_FAILED");

    private static final List<CapacityProviderUpdateStatus> KNOWN = List.of(
            CREATE_IN_PROGRESS,
            CREATE_COMPLETE,
            CREATE_FAILED,
            DELETE_IN_PROGRESS,
            DELETE_COMPLETE,
            DELETE_FAILED,
            UPDATE_IN_PROGRESS,
            UPDATE_COMPLETE,
            UPDATE_FAILED);

    /**
     * Takes any text.
     *
     * @throws NullPointerException if value is null
     */
    public CapacityProviderUpdateStatus {
        Objects.requireNonNull(value, "value");
    }

    /**
     * The values that the ECS API lists.
     *
     * @return the constants of this class in the order of the API; unmodifiable
     */
    public static List<CapacityProviderUpdateStatus> known() {
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
