package io.stowage.ecs.placement.internal.engine;

import io.stowage.ecs.placement.PlacementListener;
import io.stowage.ecs.placement.StopDecision;
import io.stowage.ecs.placement.StoppedTask;
import io.stowage.ecs.placement.plugin.RunningTask;
import io.stowage.ecs.placement.snapshot.TaskSnapshot;
import java.util.List;
import java.util.function.ToIntFunction;

/** Decides which task stops, and says why to whoever listens; the counterpart of {@link Chooser}. */
final class StopChooser {
    private final EngineConfig config;
    private final EngineCore core;

    StopChooser(EngineConfig config, EngineCore core) {
        this.config = config;
        this.core = core;
    }

    int choose(StopPlan plan, Turn turn) {
        return config.listeners().isEmpty() ? core.chooseToStop(plan, turn) : chooseAloud(plan, turn);
    }

    /** The same for a call that does nothing between two choices but that the chosen task no longer counts. */
    ToIntFunction<Turn> forCall(StopPlan plan) {
        return config.listeners().isEmpty() ? core.choosesToStop(plan) : turn -> chooseAloud(plan, turn);
    }

    private int chooseAloud(StopPlan plan, Turn turn) {
        List<RunningTask> candidates = plan.candidates(core.cluster());
        Narrowing<RunningTask> narrowing = candidates.isEmpty() ? null : plan.narrow(candidates, turn);
        TaskSnapshot chosen = narrowing == null ? null : narrowing.chosen().task();
        StopDecision decision = new StopDecision(
                plan.task().group(),
                turn.index(),
                candidates.size(),
                narrowing == null ? List.of() : narrowing.told(),
                narrowing == null ? 0 : narrowing.tied().size(),
                chosen == null ? null : new StoppedTask(chosen.id(), chosen.instanceId()));
        for (PlacementListener listener : config.listeners()) {
            listener.stopping(decision);
        }
        return chosen == null ? EngineCore.NONE : core.task(chosen.id());
    }
}
