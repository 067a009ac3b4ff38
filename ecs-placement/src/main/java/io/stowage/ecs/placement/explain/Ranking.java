package io.stowage.ecs.placement.explain;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How one of the instances that can take a task was chosen. Immutable.
 *
 * @param candidates the ids of the instances that can take it, in their order; unmodifiable, never empty
 * @param steps what each strategy did, in order; a strategy that found one instance left has no step; unmodifiable
 * @param tied the ids of the instances that were equally good after all strategies, in their order; unmodifiable, never empty
 * @param tieBreaker what decides between several of those, for example {@code smallest id}
 * @param chosen the id of the instance that the task goes to
 * @param runnerUp the id of the instance that the task would go to if the chosen one did not take it; {@code null} if no other takes it, or
 *     if it would be drawn by lot
 */
public record Ranking(
        List<String> candidates,
        List<RankingStep> steps,
        List<String> tied,
        String tieBreaker,
        String chosen,
        @Nullable String runnerUp) {
    /** Copies the lists. */
    public Ranking {
        candidates = List.copyOf(candidates);
        steps = List.copyOf(steps);
        tied = List.copyOf(tied);
        Objects.requireNonNull(tieBreaker, "tieBreaker");
        Objects.requireNonNull(chosen, "chosen");
    }
}
