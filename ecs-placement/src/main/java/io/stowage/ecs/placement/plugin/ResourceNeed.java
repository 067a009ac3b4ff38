package io.stowage.ecs.placement.plugin;

import java.util.List;

/**
 * What a task needs of a custom resource.
 *
 * @param devices how many devices; 0 for nothing
 * @param amountEach how much of each of them
 * @param askedBy JSON pointers into the request to the members that ask for it; unmodifiable, may be empty
 */
public record ResourceNeed(int devices, long amountEach, List<String> askedBy) {
    /** Nothing needed. */
    public static final ResourceNeed NONE = new ResourceNeed(0, 0, List.of());

    /**
     * Copies the list.
     *
     * @throws IllegalArgumentException if a number is negative
     */
    public ResourceNeed {
        if (devices < 0 || amountEach < 0) {
            throw new IllegalArgumentException("a task cannot need " + amountEach + " of " + devices + " devices");
        }
        askedBy = List.copyOf(askedBy);
    }

    /**
     * A plain amount.
     *
     * @param amount how much
     * @param askedBy JSON pointers into the request
     * @return the need of that amount from one device
     * @throws IllegalArgumentException if the amount is negative
     */
    public static ResourceNeed amount(long amount, List<String> askedBy) {
        return amount == 0 ? NONE : new ResourceNeed(1, amount, askedBy);
    }
}
