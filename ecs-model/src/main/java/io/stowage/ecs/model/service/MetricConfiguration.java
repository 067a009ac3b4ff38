package io.stowage.ecs.model.service;

import io.stowage.ecs.model.EcsStructure;
import io.stowage.ecs.model.Presence;
import io.stowage.ecs.model.internal.WithBuilder;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * At which resolution ECS publishes some CloudWatch metrics of a service.
 *
 * <p>Mirrors
 * <a href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_MetricConfiguration.html">MetricConfiguration</a>.
 * Immutable; made with {@link #builder()}. The canonical constructor grows with the API: it is no part of what stays compatible.
 *
 * @param metricNames the metrics meant, 1 to 5 names out of {@code CPUUtilization} and {@code MemoryUtilization}; required
 * @param resolutionSeconds seconds between two data points, 20 or 60; required
 * @param otherMembers members that have no component here; see {@link EcsStructure#otherMembers()}
 */
@WithBuilder
public record MetricConfiguration(
        List<String> metricNames, @Nullable Integer resolutionSeconds, Map<String, @Nullable Object> otherMembers)
        implements EcsStructure {

    /** Copies lists and maps; null stands for absent. */
    public MetricConfiguration {
        metricNames = Presence.listOf(metricNames);
        otherMembers = Presence.freeze(otherMembers);
    }

    /**
     * Starts an empty one.
     *
     * @return a new builder in which everything is absent
     */
    public static MetricConfigurationBuilder builder() {
        return MetricConfigurationBuilder.builder();
    }

    /**
     * Starts from this one.
     *
     * @return a new builder that holds what this object holds
     */
    public MetricConfigurationBuilder toBuilder() {
        return MetricConfigurationBuilder.builder(this);
    }
}
