package io.stowage.ecs.placement.internal.engine;

import io.stowage.ecs.placement.Placement;
import io.stowage.ecs.placement.PlacementDecision;
import io.stowage.ecs.placement.PlacementFailure;
import io.stowage.ecs.placement.PlacementListener;
import io.stowage.ecs.placement.UnconsideredInstance;
import io.stowage.ecs.placement.plugin.Candidate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Decides where a task goes, and says why to whoever listens. With listeners the decision is made by the same second pass over all
 * instances that explains it; without them the core decides alone.
 */
final class Chooser implements RunScheduler.Decider {
    private final EngineConfig config;
    private final EngineCore core;

    Chooser(EngineConfig config, EngineCore core) {
        this.config = config;
        this.core = core;
    }

    @Override
    public int choose(Plan plan, Turn turn, List<Placement> before) {
        return choose(plan, turn);
    }

    /** Who listens hears of each task. */
    @Override
    public int together(Plan plan, int instance, int most) {
        return config.listeners().isEmpty() ? core.together(plan, instance, most) : 1;
    }

    int choose(Plan plan, Turn turn) {
        return config.listeners().isEmpty() ? core.choose(plan, turn) : chooseAloud(plan, turn);
    }

    private int chooseAloud(Plan plan, Turn turn) {
        List<Candidate> candidates = new ArrayList<>();
        List<PlacementFailure> refusals = new ArrayList<>();
        List<UnconsideredInstance> unconsidered = new ArrayList<>();
        for (Candidate instance : core.cluster()) {
            String outside = plan.pool().outside(instance);
            if (outside != null) {
                unconsidered.add(new UnconsideredInstance(instance.id(), outside));
                continue;
            }
            Plan.Failed failed = plan.firstFailed(instance, turn);
            if (failed == null) {
                candidates.add(instance);
            } else {
                refusals.add(failed.of(instance));
            }
        }
        Narrowing<Candidate> narrowing = candidates.isEmpty() ? null : plan.narrow(candidates, turn);
        tell(plan, turn, candidates.size(), refusals, unconsidered, narrowing);
        return narrowing == null
                ? EngineCore.NONE
                : core.instance(narrowing.chosen().id());
    }

    private void tell(
            Plan plan,
            Turn turn,
            int candidates,
            List<PlacementFailure> refusals,
            List<UnconsideredInstance> unconsidered,
            @Nullable Narrowing<Candidate> narrowing) {
        PlacementDecision decision = new PlacementDecision(
                plan.task().group(),
                turn.index(),
                candidates,
                refusals,
                unconsidered,
                narrowing == null ? List.of() : narrowing.told(),
                narrowing == null ? 0 : narrowing.tied().size(),
                plan.tieBreaker().toString(),
                narrowing == null ? null : narrowing.chosen().id());
        for (PlacementListener listener : config.listeners()) {
            listener.decided(decision);
        }
    }
}
