package io.stowage.ecs.placement.plugin;

import java.util.List;

/** Chooses between instances that are equal after all strategies. */
@FunctionalInterface
public interface TieBreaker {
    /**
     * Chooses one.
     *
     * @param tied at least two instances, in the order of their ids; unmodifiable
     * @param context what surrounds the decision
     * @return one of them
     */
    Candidate choose(List<Candidate> tied, PlacementContext context);

    /**
     * The rule unless another is given: the smallest id, compared as text.
     *
     * @return always the same object
     */
    static TieBreaker smallestId() {
        return TieBreakers.SMALLEST_ID;
    }

    /**
     * One of them by lot, drawn from the seed of the request.
     *
     * @return always the same object
     */
    static TieBreaker random() {
        return TieBreakers.RANDOM;
    }
}
