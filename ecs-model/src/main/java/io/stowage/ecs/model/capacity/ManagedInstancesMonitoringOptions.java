package io.stowage.ecs.model.capacity;

import io.stowage.ecs.model.OpenEnum;
import java.util.List;
import java.util.Objects;

/**
 * How closely EC2 reports the metrics of managed instances to CloudWatch.
 *
 * <p>Open: a text that is none of the constants is kept as it was written. Two values are equal when their texts are.
 *
 * @param value the text on the wire
 */
public record ManagedInstancesMonitoringOptions(String value) implements OpenEnum {
    /** Every five minutes; taken when none is given. */
    public static final ManagedInstancesMonitoringOptions BASIC = new ManagedInstancesMonitoringOptions("BASIC");

    /** Every minute, at extra cost. */
    public static final ManagedInstancesMonitoringOptions DETAILED = new ManagedInstancesMonitoringOptions("DETAILED");

    private static final List<ManagedInstancesMonitoringOptions> KNOWN = List.of(BASIC, DETAILED);

    /**
     * Takes any text.
     *
     * @throws NullPointerException if value is null
     */
    public ManagedInstancesMonitoringOptions {
        Objects.requireNonNull(value, "value");
    }

    /**
     * The values that the ECS API lists.
     *
     * @return the constants of this class in the order of the API; unmodifiable
     */
    public static List<ManagedInstancesMonitoringOptions> known() {
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
