package io.stowage.ecs.model.capacity;

import io.stowage.ecs.model.OpenEnum;
import java.util.List;
import java.util.Objects;

/**
 * Where a capacity provider is in its life.
 *
 * <p>Open: a text that is none of the constants is kept as it was written. Two values are equal when their texts are.
 *
 * @param value the text on the wire
 */
public record CapacityProviderStatus(String value) implements OpenEnum {
    /** It is being created. */
    public static final CapacityProviderStatus PROVISIONING = new CapacityProviderStatus("PROVISIONING");

    /** It can be used by clusters. */
    public static final CapacityProviderStatus ACTIVE = new CapacityProviderStatus("ACTIVE");

    /** It is being deleted. */
    public static final CapacityProviderStatus DEPROVISIONING = new CapacityProviderStatus("DEPROVISIONING");

    /** It has been deleted. */
    public static final CapacityProviderStatus INACTIVE = new CapacityProviderStatus("INACTIVE");

    private static final List<CapacityProviderStatus> KNOWN = List.of(PROVISIONING, ACTIVE, DEPROVISIONING, INACTIVE);

    /**
     * Takes any text.
     *
     * @throws NullPointerException if value is null
     */
    public CapacityProviderStatus {
        Objects.requireNonNull(value, "value");
    }

    /**
     * The values that the ECS API lists.
     *
     * @return the constants of this class in the order of the API; unmodifiable
     */
    public static List<CapacityProviderStatus> known() {
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
