package io.stowage.ecs.model.capacity;

import io.stowage.ecs.model.OpenEnum;
import java.util.List;
import java.util.Objects;

/**
 * Whether ECS replaces managed instances whose health is {@link io.stowage.ecs.model.cluster.InstanceHealthCheckState#IMPAIRED}.
 *
 * <p>Open: a text that is none of the constants is kept as it was written. Two values are equal when their texts are.
 *
 * @param value the text on the wire
 */
public record AutoRepairActionsStatus(String value) implements OpenEnum {
    /** They are replaced. */
    public static final AutoRepairActionsStatus ENABLED = new AutoRepairActionsStatus("ENABLED");

    /** They are left alone; their health is still watched. */
    public static final AutoRepairActionsStatus DISABLED = new AutoRepairActionsStatus("DISABLED");

    private static final List<AutoRepairActionsStatus> KNOWN = List.of(ENABLED, DISABLED);

    /**
     * Takes any text.
     *
     * @throws NullPointerException if value is null
     */
    public AutoRepairActionsStatus {
        Objects.requireNonNull(value, "value");
    }

    /**
     * The values that the ECS API lists.
     *
     * @return the constants of this class in the order of the API; unmodifiable
     */
    public static List<AutoRepairActionsStatus> known() {
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
