package io.stowage.ecs.placement;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How it was decided which task stops. Immutable.
 *
 * @param group the group of the task
 * @param index which task of its request it is, from 0
 * @param candidates how many tasks could stop: counted, of the group, not protected
 * @param steps what each strategy did, in order; a strategy that found only one task left has no step; unmodifiable
 * @param tied how many tasks were equal after all strategies; of several the newest was taken, then the one with the smallest id
 * @param stopped the task that was chosen, {@code null} if there was no candidate
 */
public record StopDecision(
        String group,
        int index,
        int candidates,
        List<StrategyStep> steps,
        int tied,
        @Nullable StoppedTask stopped) {
    /** Copies the list. */
    public StopDecision {
        steps = List.copyOf(steps);
    }
}
