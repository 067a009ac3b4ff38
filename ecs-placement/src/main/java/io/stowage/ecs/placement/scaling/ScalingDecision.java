package io.stowage.ecs.placement.scaling;

import org.jspecify.annotations.Nullable;

/**
 * What a target tracking policy wants. Immutable.
 *
 * @param alarm which of its two alarms is on
 * @param desiredCount the desired count from now on
 * @param blockedBy why an alarm changes nothing; {@code null} if nothing stands in its way
 * @param why one sentence with the numbers
 */
public record ScalingDecision(
        Alarm alarm, int desiredCount, @Nullable Block blockedBy, String why) {

    /** The alarms of a policy. */
    public enum Alarm {
        /** The metric is above the target. */
        HIGH,
        /** The metric is well below the target. */
        LOW,
        /** Neither. */
        NONE
    }

    /** What keeps an alarm from changing the desired count, in the order in which it is asked. The names are ours. */
    public enum Block {
        /** The desired count is at or above the greatest already. */
        MAX_CAPACITY,
        /** A scale-out is under way that asked for as much or more. */
        SCALE_OUT_COOLDOWN,
        /** The policy never scales in. */
        SCALE_IN_DISABLED,
        /** A deployment is in progress. */
        DEPLOYMENT,
        /** The last scale-in is too fresh. */
        SCALE_IN_COOLDOWN,
        /** The desired count is at or below the smallest already. */
        MIN_CAPACITY,
        /** One task less would bring the metric above the target. */
        WOULD_EXCEED_TARGET
    }
}
