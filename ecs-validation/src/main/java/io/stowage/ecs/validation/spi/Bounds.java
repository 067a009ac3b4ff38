package io.stowage.ecs.validation.spi;

/**
 * The smallest and the largest number that ECS takes, both included.
 *
 * @param min the smallest
 * @param max the largest
 */
public record Bounds(long min, long max) {
    /**
     * Checks the order.
     *
     * @throws IllegalArgumentException if the smallest is above the largest
     */
    public Bounds {
        if (min > max) {
            throw new IllegalArgumentException("nothing lies between " + min + " and " + max);
        }
    }

    /**
     * Whether the number is accepted.
     *
     * @param number the number
     * @return true from {@code min} to {@code max}
     */
    public boolean contains(long number) {
        return number >= min && number <= max;
    }
}
