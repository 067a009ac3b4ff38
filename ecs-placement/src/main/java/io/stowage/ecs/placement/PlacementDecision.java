package io.stowage.ecs.placement;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How it was decided where one task goes. Immutable.
 *
 * @param group the group of the task
 * @param index which task of its request it is, from 0
 * @param candidates how many instances passed all checks
 * @param refusals the first check that each of the others failed, ordered by id; unmodifiable
 * @param unconsidered the instances that the request does not look at, ordered by id; unmodifiable
 * @param steps what each strategy did, in order; a strategy that found only one instance left has no step; unmodifiable
 * @param tied how many instances were equal after all strategies; 0 if there was no candidate
 * @param tieBreaker what decided between them
 * @param containerInstance the id of the instance that was chosen, {@code null} if there was no candidate
 */
public record PlacementDecision(
        String group,
        int index,
        int candidates,
        List<PlacementFailure> refusals,
        List<UnconsideredInstance> unconsidered,
        List<StrategyStep> steps,
        int tied,
        String tieBreaker,
        @Nullable String containerInstance) {
    /** Copies the lists. */
    public PlacementDecision {
        refusals = List.copyOf(refusals);
        unconsidered = List.copyOf(unconsidered);
        steps = List.copyOf(steps);
    }

    /**
     * How many instances were looked at.
     *
     * @return candidates and refusals together
     */
    public int poolSize() {
        return candidates + refusals.size();
    }

    /**
     * How often each reason was given.
     *
     * @return reasons in the order of the alphabet; a new map
     */
    public Map<String, Integer> rejectionsByReason() {
        Map<String, Integer> counts = new TreeMap<>();
        refusals.forEach(refusal -> counts.merge(refusal.reason(), 1, Integer::sum));
        return counts;
    }
}
