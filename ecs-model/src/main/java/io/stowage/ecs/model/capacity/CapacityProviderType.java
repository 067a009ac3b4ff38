package io.stowage.ecs.model.capacity;

import io.stowage.ecs.model.OpenEnum;
import java.util.List;
import java.util.Objects;

/**
 * The kind of capacity that a capacity provider provides. A single strategy stays within one kind, where Fargate and Fargate Spot count
 * as one.
 *
 * <p>Open: a text that is none of the constants is kept as it was written. Two values are equal when their texts are.
 *
 * @param value the text on the wire
 */
public record CapacityProviderType(String value) implements OpenEnum {
    /** EC2 instances of the user's own Auto Scaling group. */
    public static final CapacityProviderType EC2_AUTOSCALING = new CapacityProviderType("EC2_AUTOSCALING");

    /** EC2 instances that ECS launches, patches and ends itself. */
    public static final CapacityProviderType MANAGED_INSTANCES = new CapacityProviderType("MANAGED_INSTANCES");

    /** Fargate at the ordinary price. */
    public static final CapacityProviderType FARGATE = new CapacityProviderType("FARGATE");

    /** Fargate on spare capacity, cheaper; tasks may be stopped with two minutes of notice. */
    public static final CapacityProviderType FARGATE_SPOT = new CapacityProviderType("FARGATE_SPOT");

    private static final List<CapacityProviderType> KNOWN =
            List.of(EC2_AUTOSCALING, MANAGED_INSTANCES, FARGATE, FARGATE_SPOT);

    /**
     * Takes any text.
     *
     * @throws NullPointerException if value is null
     */
    public CapacityProviderType {
        Objects.requireNonNull(value, "value");
    }

    /**
     * The values that the ECS API lists.
     *
     * @return the constants of this class in the order of the API; unmodifiable
     */
    public static List<CapacityProviderType> known() {
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
