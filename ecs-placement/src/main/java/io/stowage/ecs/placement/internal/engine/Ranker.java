package io.stowage.ecs.placement.internal.engine;

import io.stowage.ecs.placement.explain.Ranked;
import io.stowage.ecs.placement.explain.Ranking;
import io.stowage.ecs.placement.explain.RankingStep;
import io.stowage.ecs.placement.plugin.Candidate;
import io.stowage.ecs.placement.plugin.RandomSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** Tells how the strategies chose: what each of them compared, who stayed, and who would have been next. */
final class Ranker {
    private Ranker() {}

    /** Chooses as the engine does, random numbers included, and tells how. */
    static Ranking rank(EngineConfig config, EngineCore core, Plan plan, List<Candidate> candidates, Turn turn) {
        Narrowing<Candidate> narrowing = plan.narrow(candidates, turn);
        String chosen = narrowing.chosen().id();
        return new Ranking(
                ids(candidates),
                narrowing.steps().stream().map(Ranker::step).toList(),
                ids(narrowing.tied()),
                plan.tieBreaker().toString(),
                chosen,
                runnerUp(config, core, plan, candidates, turn.index(), chosen));
    }

    private static List<String> ids(List<Candidate> instances) {
        return instances.stream().map(Candidate::id).toList();
    }

    private static RankingStep step(Narrowing.Step<Candidate> step) {
        List<Ranked> ranked = new ArrayList<>();
        for (int i = 0; i < step.before().size(); i++) {
            Candidate candidate = step.before().get(i);
            ranked.add(new Ranked(
                    candidate.id(),
                    step.each().get(i),
                    step.scores().value(candidate),
                    step.each().get(i).equals(step.lowest())));
        }
        // The order of equal scores stays, which is that of the ids.
        ranked.sort(Comparator.comparing(Ranked::score));
        return new RankingStep(step.strategy().name(), ranked);
    }

    /** A choice by lot has no second winner, so its numbers are not those of the request. */
    private static @Nullable String runnerUp(
            EngineConfig config, EngineCore core, Plan plan, List<Candidate> candidates, int index, String chosen) {
        List<Candidate> others = candidates.stream()
                .filter(candidate -> !candidate.id().equals(chosen))
                .toList();
        if (others.isEmpty()) {
            return null;
        }
        AtomicBoolean drawn = new AtomicBoolean();
        RandomSource source = config.random().of(plan.request().seed());
        RandomSource lot = bound -> {
            drawn.set(true);
            return source.nextInt(bound);
        };
        String next = plan.narrow(others, new Turn(core, plan.task(), index, lot))
                .chosen()
                .id();
        return drawn.get() ? null : next;
    }
}
