package io.stowage.ecs.placement.scaling;

/**
 * The smallest and the greatest size of something that scales. Immutable.
 *
 * @param min the smallest size, at least 0
 * @param max the greatest size, at least the smallest
 */
public record CapacityLimits(int min, int max) {
    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if the smallest size is negative or above the greatest
     */
    public CapacityLimits {
        if (min < 0 || max < min) {
            throw new IllegalArgumentException("minCapacity " + min + " and maxCapacity " + max
                    + "; 0 <= minCapacity <= maxCapacity was expected");
        }
    }

    /**
     * A size brought within the limits.
     *
     * @param size any size
     * @return the nearest one that is allowed
     */
    public int clamp(long size) {
        return (int) Math.max(min, Math.min(max, size));
    }
}
