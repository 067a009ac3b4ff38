package io.stowage.ecs.placement.internal.engine;

import io.stowage.ecs.placement.ScaleInResult;
import io.stowage.ecs.placement.StoppedTask;
import io.stowage.ecs.placement.plugin.Candidate;
import io.stowage.ecs.placement.snapshot.TaskSnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.ToIntFunction;

/**
 * Chooses tasks to stop, one at a time: one that was chosen no longer counts, but holds what it holds. Protected tasks are passed over.
 */
final class ScaleIn {
    private final EngineConfig config;
    private final EngineCore core;
    private final Transaction transaction;
    private final StopPlan plan;

    ScaleIn(EngineConfig config, EngineCore core, Transaction transaction, StopPlan plan) {
        this.config = config;
        this.core = core;
        this.transaction = transaction;
        this.plan = plan;
    }

    ScaleInResult stop(int count, long seed) {
        ToIntFunction<Turn> chooser = new StopChooser(config, core).forCall(plan);
        Turns turns = new Turns(config, core, plan.task(), seed);
        List<StoppedTask> stopped = new ArrayList<>();
        while (stopped.size() < count) {
            int task = chooser.applyAsInt(turns.turn(stopped.size()));
            if (task == EngineCore.NONE) {
                break;
            }
            TaskSnapshot chosen = transaction.beginStop(task);
            stopped.add(new StoppedTask(chosen.id(), chosen.instanceId()));
        }
        return new ScaleInResult(
                stopped, count - stopped.size(), stopped.size() == count ? List.of() : protectedTasks());
    }

    private List<String> protectedTasks() {
        TreeSet<String> ids = new TreeSet<>();
        for (Candidate instance : core.cluster()) {
            for (TaskSnapshot task : instance.tasks()) {
                if (task.scaleInProtected() && plan.belongs(task, instance)) {
                    ids.add(task.id());
                }
            }
        }
        return List.copyOf(ids);
    }
}
