package io.stowage.ecs.placement.plugin;

import java.util.List;

/** The tie-breakers that come with the engine. */
enum TieBreakers implements TieBreaker {
    SMALLEST_ID {
        @Override
        public Candidate choose(List<Candidate> tied, PlacementContext context) {
            return tied.get(0);
        }
    },
    RANDOM {
        @Override
        public Candidate choose(List<Candidate> tied, PlacementContext context) {
            return tied.get(context.random().nextInt(tied.size()));
        }
    };

    @Override
    public String toString() {
        return this == SMALLEST_ID ? "smallest id" : "drawn by lot";
    }
}
