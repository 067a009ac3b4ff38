package io.stowage.ecs.placement.scaling;

import org.jspecify.annotations.Nullable;

/**
 * What a scheduled action sets: new limits, within which the desired count is brought. It ignores cooldowns, and nothing is restored when it
 * ends. Immutable.
 *
 * @param minCapacity the new smallest size, {@code null} to leave it
 * @param maxCapacity the new greatest size, {@code null} to leave it
 * @see <a href="https://docs.aws.amazon.com/autoscaling/application/APIReference/API_PutScheduledAction.html">PutScheduledAction</a>
 */
public record ScheduledAction(
        @Nullable Integer minCapacity, @Nullable Integer maxCapacity) {
    /**
     * What it leaves behind.
     *
     * @param limits the limits from now on
     * @param desiredCount the desired count from now on
     * @param why one sentence
     */
    public record Result(CapacityLimits limits, int desiredCount, String why) {}

    /**
     * Checks that something is set.
     *
     * @throws IllegalArgumentException if nothing is set
     */
    public ScheduledAction {
        if (minCapacity == null && maxCapacity == null) {
            throw new IllegalArgumentException("a scheduled action sets minCapacity, maxCapacity or both");
        }
    }

    /**
     * Applies it.
     *
     * @param limits the limits so far
     * @param desiredCount the desired count so far
     * @return the limits and the desired count from now on
     * @throws IllegalArgumentException if the limits would exclude each other
     */
    public Result apply(CapacityLimits limits, int desiredCount) {
        CapacityLimits now = new CapacityLimits(
                minCapacity == null ? limits.min() : minCapacity, maxCapacity == null ? limits.max() : maxCapacity);
        int desired = now.clamp(desiredCount);
        return new Result(
                now,
                desired,
                desired == desiredCount
                        ? desiredCount + " is within " + now.min() + " to " + now.max()
                        : desiredCount + " is outside " + now.min() + " to " + now.max() + ": now " + desired);
    }
}
