package io.stowage.ecs.placement.explain;

import java.util.List;
import java.util.Objects;

/**
 * What one strategy made of the instances that were left. Immutable.
 *
 * @param strategy the strategy as a person writes it, for example {@code binpack(memory)}
 * @param candidates the instances it chose between, the best first, equally good ones by id; unmodifiable
 */
public record RankingStep(String strategy, List<Ranked> candidates) {
    /** Copies the list. */
    public RankingStep {
        Objects.requireNonNull(strategy, "strategy");
        candidates = List.copyOf(candidates);
    }

    /**
     * The best, between which the next strategy chooses.
     *
     * @return at least one, by id; unmodifiable
     */
    public List<Ranked> staying() {
        return candidates.stream().filter(Ranked::stays).toList();
    }
}
