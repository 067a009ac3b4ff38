package io.stowage.ecs.placement.internal.engine;

import java.util.List;

/** A placement strategy: says how good each candidate is for the next task. */
interface Ranking {
    /** The strategy as a person writes it. */
    String name();

    /** Scores for the next task. The whole cluster is given because a spread counts on all of it. */
    Scores scores(List<Node> cluster, List<Node> candidates);

    /** How good the candidates are: the lowest score is best. */
    interface Scores {
        long of(Node candidate);

        /** What makes the candidate as good as it is; asked before the task is on it. */
        String because(Node candidate);
    }
}
