package io.stowage.ecs.model.service;

import io.stowage.ecs.model.EcsStructure;
import io.stowage.ecs.model.Presence;
import io.stowage.ecs.model.internal.WithBuilder;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How many task failures make the {@link DeploymentCircuitBreaker} fail a deployment. Absent there: {@code BOUNDED_PERCENT} with 50.
 *
 * <p>Mirrors
 * <a href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ThresholdConfiguration.html">ThresholdConfiguration</a>.
 * Immutable; made with {@link #builder()}. The canonical constructor grows with the API: it is no part of what stays compatible.
 *
 * @param type what {@code value} means; required
 * @param value a count of failures for {@code COUNT}, else percent of the latest desired count; required
 * @param otherMembers members that have no component here; see {@link EcsStructure#otherMembers()}
 */
@WithBuilder
public record ThresholdConfiguration(
        @Nullable ThresholdType type, @Nullable Integer value, Map<String, @Nullable Object> otherMembers)
        implements EcsStructure {

    /** Copies lists and maps; null stands for absent. */
    public ThresholdConfiguration {
        otherMembers = Presence.freeze(otherMembers);
    }

    /**
     * Starts an empty one.
     *
     * @return a new builder in which everything is absent
     */
    public static ThresholdConfigurationBuilder builder() {
        return ThresholdConfigurationBuilder.builder();
    }

    /**
     * Starts from this one.
     *
     * @return a new builder that holds what this object holds
     */
    public ThresholdConfigurationBuilder toBuilder() {
        return ThresholdConfigurationBuilder.builder(this);
    }
}
