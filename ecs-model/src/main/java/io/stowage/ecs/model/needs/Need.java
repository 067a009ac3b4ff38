package io.stowage.ecs.model.needs;

import java.util.List;

/**
 * An amount that a task asks for, and the members of the task definition that ask for it.
 *
 * @param amount how much: CPU units, MiB, interfaces or devices
 * @param askedBy JSON pointers into the task definition, in its order ({@code /cpu}, {@code
 *     /containerDefinitions/0/memoryReservation}); a pointer that begins with {@code /overrides} leads into the overrides of the
 *     request. Empty if nothing asks
 */
public record Need(long amount, List<String> askedBy) {
    /** Nothing needed, nobody asking. */
    public static final Need NONE = new Need(0, List.of());

    /**
     * Copies the list.
     *
     * @throws IllegalArgumentException if the amount is negative
     */
    public Need {
        if (amount < 0) {
            throw new IllegalArgumentException("a task cannot need " + amount);
        }
        askedBy = List.copyOf(askedBy);
    }
}
