package io.stowage.ecs.placement.internal.engine;

import io.stowage.ecs.placement.plugin.Candidate;
import io.stowage.ecs.placement.plugin.PlacementContext;
import io.stowage.ecs.placement.plugin.PluginInfo;
import io.stowage.ecs.placement.plugin.RuleDefinition;
import io.stowage.ecs.placement.plugin.RunningTask;
import io.stowage.ecs.placement.plugin.Score;
import io.stowage.ecs.placement.plugin.StrategyPlugin;
import java.util.List;

/**
 * The strategy {@code random}: one of the candidates, drawn from the seed of the request. No strategy after it has a choice. ECS does not
 * use a {@code field} here, and neither do we.
 */
final class RandomChoice implements StrategyPlugin {
    @Override
    public PluginInfo info() {
        return new PluginInfo("random", "One of the candidates by lot.");
    }

    @Override
    public Ranking prepare(RuleDefinition definition) {
        return new ByLot();
    }

    /** The strategy of one request. */
    record ByLot() implements Ranking {
        @Override
        public Scores<Candidate> forPlacement(List<Candidate> tied, PlacementContext context) {
            return draw(tied, context);
        }

        @Override
        public Scores<RunningTask> forStopping(List<RunningTask> tied, PlacementContext context) {
            return draw(tied, context);
        }

        private static <T> Scores<T> draw(List<T> tied, PlacementContext context) {
            T drawn = tied.get(context.random().nextInt(tied.size()));
            return new Scores<>() {
                @Override
                public Score of(T choice) {
                    return Score.of(choice.equals(drawn) ? 0 : 1);
                }

                @Override
                public String because(T choice) {
                    return "drawn by lot";
                }

                @Override
                public String value(T choice) {
                    return choice.equals(drawn) ? "drawn by lot" : "not drawn";
                }
            };
        }

        @Override
        public boolean terminal() {
            return true;
        }
    }
}
