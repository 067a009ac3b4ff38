package io.stowage.ecs.model.service;

import io.stowage.ecs.model.EcsStructure;
import io.stowage.ecs.model.Presence;
import io.stowage.ecs.model.internal.WithBuilder;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The equal steps in which production traffic moves in a {@link DeploymentStrategy#LINEAR} deployment.
 *
 * <p>Mirrors
 * <a href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LinearConfiguration.html">LinearConfiguration</a>.
 * Immutable; made with {@link #builder()}. The canonical constructor grows with the API: it is no part of what stays compatible.
 *
 * @param stepBakeTimeInMinutes minutes between two steps, 0 to 1440; absent: 6. There is no such wait after the last step
 * @param stepPercent percent of the production traffic that moves in a step, 3.0 to 100.0 in tenths; absent: 10.0
 * @param otherMembers members that have no component here; see {@link EcsStructure#otherMembers()}
 */
@WithBuilder
public record LinearConfiguration(
        @Nullable Integer stepBakeTimeInMinutes,
        @Nullable Double stepPercent,
        Map<String, @Nullable Object> otherMembers)
        implements EcsStructure {

    /** Copies lists and maps; null stands for absent. */
    public LinearConfiguration {
        otherMembers = Presence.freeze(otherMembers);
    }

    /**
     * Starts an empty one.
     *
     * @return a new builder in which everything is absent
     */
    public static LinearConfigurationBuilder builder() {
        return LinearConfigurationBuilder.builder();
    }

    /**
     * Starts from this one.
     *
     * @return a new builder that holds what this object holds
     */
    public LinearConfigurationBuilder toBuilder() {
        return LinearConfigurationBuilder.builder(this);
    }

    /**
     * Minutes to watch each step: what is written, or 6.
     *
     * @return the value that counts
     */
    public int effectiveStepBakeTimeInMinutes() {
        return stepBakeTimeInMinutes == null ? 6 : stepBakeTimeInMinutes;
    }

    /**
     * Percent of the traffic that each step shifts: what is written, or 10.
     *
     * @return the value that counts
     */
    public double effectiveStepPercent() {
        return stepPercent == null ? 10.0 : stepPercent;
    }
}
