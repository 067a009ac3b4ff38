package io.stowage.ecs.model.capacity;

import io.stowage.ecs.model.EcsStructure;
import io.stowage.ecs.model.Presence;
import io.stowage.ecs.model.internal.WithBuilder;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How ECS sizes the Auto Scaling group of a capacity provider: by target tracking on the metric {@code CapacityProviderReservation}, the
 * instances needed in percent of those there are. The step sizes bound scale-out only.
 *
 * <p>Mirrors
 * <a href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ManagedScaling.html">ManagedScaling</a>.
 * Immutable; made with {@link #builder()}. The canonical constructor grows with the API: it is no part of what stays compatible.
 *
 * @param instanceWarmupPeriod the seconds after which a new instance counts for the metric, 0 to 10000; absent: 300
 * @param maximumScalingStepSize the most instances to add at once, 1 to 10000; absent: 10000
 * @param minimumScalingStepSize the fewest instances to add at once, even if fewer are needed, 1 to 10000; absent: 1
 * @param status whether ECS scales the group at all
 * @param targetCapacity the value of the metric to aim at, in percent, 1 to 100; absent: 100. Less than 100 keeps spare instances
 * @param otherMembers members that have no component here; see {@link EcsStructure#otherMembers()}
 */
@WithBuilder
public record ManagedScaling(
        @Nullable Integer instanceWarmupPeriod,
        @Nullable Integer maximumScalingStepSize,
        @Nullable Integer minimumScalingStepSize,
        @Nullable ManagedScalingStatus status,
        @Nullable Integer targetCapacity,
        Map<String, @Nullable Object> otherMembers)
        implements EcsStructure {

    /** Copies lists and maps; null stands for absent. */
    public ManagedScaling {
        otherMembers = Presence.freeze(otherMembers);
    }

    /**
     * Starts an empty one.
     *
     * @return a new builder in which everything is absent
     */
    public static ManagedScalingBuilder builder() {
        return ManagedScalingBuilder.builder();
    }

    /**
     * Starts from this one.
     *
     * @return a new builder that holds what this object holds
     */
    public ManagedScalingBuilder toBuilder() {
        return ManagedScalingBuilder.builder(this);
    }

    /**
     * Seconds after which a new instance counts: what is written, or 300.
     *
     * @return the value that counts
     */
    public int effectiveInstanceWarmupPeriod() {
        return instanceWarmupPeriod == null ? 300 : instanceWarmupPeriod;
    }

    /**
     * The most instances added at once: what is written, or 10000.
     *
     * @return the value that counts
     */
    public int effectiveMaximumScalingStepSize() {
        return maximumScalingStepSize == null ? 10_000 : maximumScalingStepSize;
    }

    /**
     * The fewest instances added at once: what is written, or 1.
     *
     * @return the value that counts
     */
    public int effectiveMinimumScalingStepSize() {
        return minimumScalingStepSize == null ? 1 : minimumScalingStepSize;
    }

    /**
     * Percent of the group that is to be in use: what is written, or 100.
     *
     * @return the value that counts
     */
    public int effectiveTargetCapacity() {
        return targetCapacity == null ? 100 : targetCapacity;
    }
}
