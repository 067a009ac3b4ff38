package io.stowage.ecs.placement.internal.engine;

import java.util.List;
import java.util.SplittableRandom;

/** The strategy {@code random}: one of the candidates, drawn from the seed of the request. No strategy after it has a choice. */
final class RandomChoice implements Ranking {
    private final SplittableRandom random;

    RandomChoice(long seed) {
        this.random = new SplittableRandom(seed);
    }

    @Override
    public String name() {
        return "random";
    }

    @Override
    public Scores scores(List<Node> cluster, List<Node> candidates) {
        Node drawn = candidates.get(random.nextInt(candidates.size()));
        return new Scores() {
            @Override
            public long of(Node candidate) {
                return candidate == drawn ? 0 : 1;
            }

            @Override
            public String because(Node candidate) {
                return "drawn by lot";
            }
        };
    }
}
