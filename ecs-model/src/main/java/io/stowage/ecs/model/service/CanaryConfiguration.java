package io.stowage.ecs.model.service;

import io.stowage.ecs.model.EcsStructure;
import io.stowage.ecs.model.Presence;
import io.stowage.ecs.model.internal.WithBuilder;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The two steps of a {@link DeploymentStrategy#CANARY} deployment: a small part of the production traffic first, the rest after a wait.
 *
 * <p>Mirrors
 * <a href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CanaryConfiguration.html">CanaryConfiguration</a>.
 * Immutable; made with {@link #builder()}. The canonical constructor grows with the API: it is no part of what stays compatible.
 *
 * @param canaryBakeTimeInMinutes minutes between the two steps, 0 to 1440; absent: 10
 * @param canaryPercent percent of the production traffic that moves in the first step, 0.1 to 100.0 in tenths; absent: 5.0
 * @param otherMembers members that have no component here; see {@link EcsStructure#otherMembers()}
 */
@WithBuilder
public record CanaryConfiguration(
        @Nullable Integer canaryBakeTimeInMinutes,
        @Nullable Double canaryPercent,
        Map<String, @Nullable Object> otherMembers)
        implements EcsStructure {

    /** Copies lists and maps; null stands for absent. */
    public CanaryConfiguration {
        otherMembers = Presence.freeze(otherMembers);
    }

    /**
     * Starts an empty one.
     *
     * @return a new builder in which everything is absent
     */
    public static CanaryConfigurationBuilder builder() {
        return CanaryConfigurationBuilder.builder();
    }

    /**
     * Starts from this one.
     *
     * @return a new builder that holds what this object holds
     */
    public CanaryConfigurationBuilder toBuilder() {
        return CanaryConfigurationBuilder.builder(this);
    }

    /**
     * Minutes to watch the first share: what is written, or 10.
     *
     * @return the value that counts
     */
    public int effectiveCanaryBakeTimeInMinutes() {
        return canaryBakeTimeInMinutes == null ? 10 : canaryBakeTimeInMinutes;
    }

    /**
     * Percent of the traffic that goes to the new revision first: what is written, or 5.
     *
     * @return the value that counts
     */
    public double effectiveCanaryPercent() {
        return canaryPercent == null ? 5.0 : canaryPercent;
    }
}
