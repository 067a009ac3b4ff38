package io.stowage.ecs.placement.internal.engine;

import io.stowage.ecs.placement.plugin.Candidate;
import io.stowage.ecs.placement.plugin.RunningTask;
import io.stowage.ecs.placement.plugin.TaskToPlace;
import io.stowage.ecs.placement.snapshot.TaskSnapshot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A request to stop tasks made ready. Immutable.
 *
 * @param task stands for the group
 * @param strategies in order, the defaults filled in
 * @param zone the zone that rebalancing stops a task in, {@code null} for all
 * @param among the ids of the tasks that may be stopped, {@code null} for all of the group
 */
public record StopPlan(
        TaskToPlace task,
        List<Strategy> strategies,
        @Nullable String zone,
        @Nullable Set<String> among) {

    /** The newest first; of equally old ones the smallest id. */
    static final Comparator<TaskSnapshot> LAST_WORD =
            Comparator.comparing(StopPlan::age, Comparator.reverseOrder()).thenComparing(TaskSnapshot::id);

    private static Instant age(TaskSnapshot task) {
        Instant createdAt = task.createdAt();
        return createdAt == null ? Instant.MIN : createdAt;
    }

    StopPlan inZone(String name) {
        return new StopPlan(task, strategies, name, among);
    }

    /** Whether the task is one that may be stopped: counted, of the group, not protected. */
    boolean mayStop(TaskSnapshot running, Candidate instance) {
        return !running.scaleInProtected() && belongs(running, instance);
    }

    /** Whether it is one that is meant, protected or not. */
    boolean belongs(TaskSnapshot running, Candidate instance) {
        return running.counted()
                && task.group().equals(running.group())
                && (among == null || among.contains(running.id()))
                && (zone == null || zone.equals(instance.zone()));
    }

    /** The tasks that may be stopped. */
    List<RunningTask> candidates(List<Candidate> cluster) {
        List<RunningTask> candidates = new ArrayList<>();
        for (Candidate instance : cluster) {
            for (TaskSnapshot running : instance.tasks()) {
                if (mayStop(running, instance)) {
                    candidates.add(new RunningTask(running, instance));
                }
            }
        }
        return candidates;
    }

    Narrowing<RunningTask> narrow(List<RunningTask> tasks, Turn turn) {
        List<RunningTask> byId = tasks.stream()
                .sorted(Comparator.comparing(choice -> choice.task().id()))
                .toList();
        return Narrowing.of(
                byId,
                strategies,
                (ranking, tied) -> ranking.forStopping(tied, turn),
                tied -> tied.stream()
                        .min(Comparator.comparing(RunningTask::task, LAST_WORD))
                        .orElseThrow());
    }
}
