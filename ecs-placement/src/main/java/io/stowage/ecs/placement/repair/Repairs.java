package io.stowage.ecs.placement.repair;

import io.stowage.ecs.placement.PlacementResult;
import java.util.List;
import java.util.Optional;

/**
 * What was found for a request. Immutable.
 *
 * @param result what comes of the request without a change
 * @param wanted how many tasks had to be placed for a change to count; the number that is placed without one if there is nothing to
 *     mend
 * @param repairs in the order of rank, see {@link RepairSearch}; unmodifiable. Empty if all tasks are placed, or if nothing was
 *     found
 * @param trials how many placements were tried
 * @param stoppedEarly whether a kind or a pair of kinds was given up because it had used up its trials: then there may be more, and
 *     better ones
 */
public record Repairs(PlacementResult result, int wanted, List<Repair> repairs, int trials, boolean stoppedEarly) {
    /** Copies the list. */
    public Repairs {
        repairs = List.copyOf(repairs);
    }

    /**
     * The first by rank.
     *
     * @return empty if there is none
     */
    public Optional<Repair> smallest() {
        return repairs.stream().findFirst();
    }
}
