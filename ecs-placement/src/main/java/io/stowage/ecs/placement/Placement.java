package io.stowage.ecs.placement;

import java.util.List;

/**
 * One task that was placed.
 *
 * @param containerInstance the id of the instance it goes to
 * @param candidates how many instances passed all checks
 * @param steps what each strategy did, in order; unmodifiable. A strategy that found only one instance left has no step
 * @param tied how many instances were equal after all strategies; of several the one with the smallest id was taken
 */
public record Placement(String containerInstance, int candidates, List<StrategyStep> steps, int tied) {
    /** Copies the list. */
    public Placement {
        steps = List.copyOf(steps);
    }
}
