package io.stowage.ecs.placement.internal.engine;

import io.stowage.ecs.placement.StrategyStep;
import io.stowage.ecs.placement.plugin.Score;
import io.stowage.ecs.placement.plugin.StrategyPlugin.Ranking;
import io.stowage.ecs.placement.plugin.StrategyPlugin.Scores;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * What the strategies made of the choices, one strategy after the other, the next only among the ties of the one before.
 *
 * @param steps what each strategy did; one that found a single choice has no step
 * @param tied what was equal after all strategies
 * @param chosen the one of them that was taken
 */
record Narrowing<T>(List<Step<T>> steps, List<T> tied, T chosen) {

    static <T> Narrowing<T> of(
            List<T> choices,
            List<Strategy> strategies,
            BiFunction<Ranking, List<T>, Scores<T>> scoring,
            Function<List<T>, T> tieBreaker) {
        List<Step<T>> steps = new ArrayList<>();
        List<T> best = List.copyOf(choices);
        for (Strategy strategy : strategies) {
            if (best.size() == 1) {
                break;
            }
            Scores<T> scores = scoring.apply(strategy.ranking(), best);
            List<Score> each = new ArrayList<>();
            best.forEach(choice -> each.add(scores.of(choice)));
            Score lowest = each.stream().min(Score::compareTo).orElseThrow();
            List<T> lowestOnes = new ArrayList<>();
            for (int i = 0; i < best.size(); i++) {
                if (each.get(i).compareTo(lowest) == 0) {
                    lowestOnes.add(best.get(i));
                }
            }
            steps.add(new Step<>(strategy, scores, best, each, List.copyOf(lowestOnes)));
            best = List.copyOf(lowestOnes);
            if (strategy.ranking().terminal()) {
                break;
            }
        }
        return new Narrowing<>(List.copyOf(steps), best, best.size() == 1 ? best.get(0) : tieBreaker.apply(best));
    }

    /** The steps in words about the chosen one; asked before it takes effect. */
    List<StrategyStep> told() {
        return steps.stream()
                .map(step -> new StrategyStep(
                        step.strategy.name(),
                        step.before.size(),
                        step.after.size(),
                        step.lowest(),
                        step.scores.because(chosen)))
                .toList();
    }

    /**
     * What one strategy did.
     *
     * @param before what it chose between
     * @param each the score of each of those
     * @param after the best of them
     */
    record Step<T>(Strategy strategy, Scores<T> scores, List<T> before, List<Score> each, List<T> after) {
        Score lowest() {
            return each.get(before.indexOf(after.get(0)));
        }
    }
}
