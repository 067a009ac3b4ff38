package io.stowage.ecs.model.service;

import io.stowage.ecs.model.EcsStructure;
import io.stowage.ecs.model.Presence;
import io.stowage.ecs.model.internal.WithBuilder;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * At which resolution ECS publishes the CloudWatch metrics of a service. Absent in a service: every 60 seconds.
 *
 * <p>Mirrors
 * <a href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_MonitoringConfiguration.html">MonitoringConfiguration</a>.
 * Immutable; made with {@link #builder()}. The canonical constructor grows with the API: it is no part of what stays compatible.
 *
 * @param metricConfigurations the settings of the metrics, at most 5; a metric that none names stays at 60 seconds
 * @param otherMembers members that have no component here; see {@link EcsStructure#otherMembers()}
 */
@WithBuilder
public record MonitoringConfiguration(
        List<MetricConfiguration> metricConfigurations, Map<String, @Nullable Object> otherMembers)
        implements EcsStructure {

    /** Copies lists and maps; null stands for absent. */
    public MonitoringConfiguration {
        metricConfigurations = Presence.listOf(metricConfigurations);
        otherMembers = Presence.freeze(otherMembers);
    }

    /**
     * Starts an empty one.
     *
     * @return a new builder in which everything is absent
     */
    public static MonitoringConfigurationBuilder builder() {
        return MonitoringConfigurationBuilder.builder();
    }

    /**
     * Starts from this one.
     *
     * @return a new builder that holds what this object holds
     */
    public MonitoringConfigurationBuilder toBuilder() {
        return MonitoringConfigurationBuilder.builder(this);
    }
}
