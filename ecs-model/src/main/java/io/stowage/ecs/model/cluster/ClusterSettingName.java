package io.stowage.ecs.model.cluster;

import io.stowage.ecs.model.OpenEnum;
import java.util.List;
import java.util.Objects;

/**
 * Which setting of a cluster a {@link ClusterSetting} is about.
 *
 * <p>Open: a text that is none of the constants is kept as it was written. Two values are equal when their texts are.
 *
 * @param value the text on the wire
 */
public record ClusterSettingName(String value) implements OpenEnum {
    /** Whether CloudWatch Container Insights collects metrics of the cluster, and in which depth. */
    public static final ClusterSettingName CONTAINER_INSIGHTS = new ClusterSettingName("containerInsights");

    private static final List<ClusterSettingName> KNOWN = List.of(CONTAINER_INSIGHTS);

    /**
     * Takes any text.
     *
     * @throws NullPointerException if value is null
     */
    public ClusterSettingName {
        Objects.requireNonNull(value, "value");
    }

    /**
     * The values that the ECS API lists.
     *
     * @return the constants of this class in the order of the API; unmodifiable
     */
    public static List<ClusterSettingName> known() {
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
