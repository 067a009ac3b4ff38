package io.stowage.ecs.placement.internal.engine;

import io.stowage.ecs.placement.DaemonResult;
import io.stowage.ecs.placement.Placement;
import io.stowage.ecs.placement.PlacementFailure;
import io.stowage.ecs.placement.PlacementRequest;
import io.stowage.ecs.placement.StoppedTask;
import io.stowage.ecs.placement.plugin.Candidate;
import io.stowage.ecs.placement.snapshot.TaskSnapshot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Daemon services: one task on every active instance that satisfies the constraints. Goes through the instances by id, stops what is no
 * longer eligible, places where a task is missing. Whether an instance is eligible is asked as if the service had no task on it, or a
 * constraint that counts tasks would stop and start the daemon in turn.
 */
final class DaemonScheduler {
    private final EngineConfig config;
    private final EngineCore core;
    private final Transaction transaction;
    private final Plan plan;

    DaemonScheduler(EngineConfig config, EngineCore core, Transaction transaction, Plan plan) {
        this.config = config;
        this.core = core;
        this.transaction = transaction;
        this.plan = plan;
    }

    DaemonResult run() {
        List<Placement> placements = new ArrayList<>();
        List<StoppedTask> stopped = new ArrayList<>();
        List<PlacementFailure> failures = new ArrayList<>();
        Turns turns = new Turns(config, core, plan.task(), plan.request().seed());
        for (Candidate instance : core.cluster()) {
            Turn turn = turns.turn(0);
            List<TaskSnapshot> running = own(instance);
            boolean eligible = eligible(instance, running, turn);
            // The oldest stays; an instance that is not eligible keeps none.
            for (int i = eligible ? 1 : 0; i < running.size(); i++) {
                transaction.beginStop(core.task(running.get(i).id()));
                stopped.add(new StoppedTask(running.get(i).id(), instance.id()));
            }
            if (!eligible || !running.isEmpty()) {
                continue;
            }
            Plan.Failed failed = plan.firstFailed(instance, turn);
            if (failed == null) {
                placements.add(transaction.place(plan, core.instance(instance.id())));
            } else {
                failures.add(failed.of(instance));
            }
        }
        return new DaemonResult(placements, stopped, failures);
    }

    /** Keeps what the daemons miss that are not there yet: they start before replicas. */
    static List<Integer> reserve(
            EngineConfig config, EngineCore core, Transaction transaction, List<PlacementRequest> daemons) {
        List<Integer> reservations = new ArrayList<>();
        for (PlacementRequest daemon : daemons) {
            Plan plan = PlanMaker.daemon(config, daemon);
            DaemonScheduler scheduler = new DaemonScheduler(config, core, transaction, plan);
            Turns turns = new Turns(config, core, plan.task(), daemon.seed());
            for (Candidate instance : core.cluster()) {
                if (scheduler.own(instance).isEmpty() && scheduler.eligible(instance, List.of(), turns.turn(0))) {
                    reservations.add(transaction.reserve(plan, core.instance(instance.id())));
                }
            }
        }
        return reservations;
    }

    /** The counted tasks of the service on the instance, the oldest first. */
    private List<TaskSnapshot> own(Candidate instance) {
        return instance.tasks().stream()
                .filter(task -> task.counted() && plan.task().group().equals(task.group()))
                .sorted(Comparator.comparing(TaskSnapshot::createdAt, Comparator.nullsFirst(Comparator.naturalOrder()))
                        .thenComparing(TaskSnapshot::id))
                .toList();
    }

    private boolean eligible(Candidate instance, List<TaskSnapshot> running, Turn turn) {
        if (plan.pool().outside(instance) != null) {
            return false;
        }
        running.forEach(task -> core.changeTask(core.task(task.id()), task.withCounted(false)));
        try {
            return plan.checks().stream()
                    .filter(check -> check.kind() == Check.Kind.CONSTRAINT)
                    .allMatch(check -> check.refusal(instance, turn) == null);
        } finally {
            running.forEach(task -> core.changeTask(core.task(task.id()), task));
        }
    }
}
