package io.stowage.ecs.placement.internal.engine;

import io.stowage.ecs.model.diagnostic.Diagnostic;
import io.stowage.ecs.model.diagnostic.Severity;
import io.stowage.ecs.placement.Placement;
import io.stowage.ecs.placement.PlacementRequest;
import io.stowage.ecs.placement.PlacementRequestException;
import io.stowage.ecs.placement.snapshot.TaskSnapshot;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The changes of one call. If the call fails half-way, all of them are taken back, and the session is as it was. */
final class Transaction {
    private final EngineCore core;
    private final TaskNames names;
    private final Deque<Runnable> undo = new ArrayDeque<>();
    private final Set<Integer> reservations = new LinkedHashSet<>();

    Transaction(EngineCore core, TaskNames names) {
        this.core = core;
        this.names = names;
    }

    /** Puts the next task of a plan on an instance whose checks have passed, under a name of the session. */
    Placement place(Plan plan, int instance) {
        return place(plan, plan.request(), instance, name(plan.task().group()));
    }

    /**
     * Puts a task on an instance whose checks have passed, under the id that the request gave the task, or else a name of the session.
     *
     * @param request one of the rules of the plan
     * @param index which task of the request it is
     */
    Placement placeNamed(Plan plan, PlacementRequest request, int instance, int index) {
        List<String> given = request.taskIds();
        String id = given.isEmpty() ? name(plan.task().group()) : given.get(index);
        return place(plan, request, instance, id);
    }

    private Placement place(Plan plan, PlacementRequest request, int instance, String id) {
        String instanceId = core.candidate(instance).id();
        add(new TaskSnapshot(
                id,
                instanceId,
                plan.task().group(),
                true,
                request.createdAt(),
                false,
                plan.pool().providerOn(core.candidate(instance)),
                Grant.of(plan, core.candidate(instance))));
        return new Placement(id, instanceId);
    }

    private String name(String group) {
        Integer before = names.next.get(group);
        undo.push(() -> names.restore(group, before));
        return names.name(group, core);
    }

    /** Keeps room for a task without counting one; where it does not fit, less than nothing is left. */
    int reserve(Plan plan, int instance) {
        String instanceId = core.candidate(instance).id();
        int handle = core.add(new TaskSnapshot(
                names.reservation(plan.task().group(), instanceId, core),
                instanceId,
                plan.task().group(),
                false,
                null,
                false,
                null,
                Grant.of(plan, core.candidate(instance))));
        reservations.add(handle);
        return handle;
    }

    private void add(TaskSnapshot task) {
        int handle = core.add(task);
        undo.push(() -> core.remove(handle));
    }

    /** Gives up a reservation: what the call placed since stays. */
    void release(int reservation) {
        if (reservations.remove(reservation)) {
            core.remove(reservation);
        }
    }

    /** Gives a task the desired status STOPPED. */
    TaskSnapshot beginStop(int task) {
        TaskSnapshot before = core.describeTask(task);
        core.changeTask(task, before.withCounted(false));
        undo.push(() -> core.changeTask(task, before));
        return before;
    }

    /** Takes everything back, reservations included. */
    void rollBack() {
        List.copyOf(reservations).forEach(this::release);
        while (!undo.isEmpty()) {
            undo.pop().run();
        }
    }

    /** The names of tasks that the caller has not named. */
    static final class TaskNames {
        private final Map<String, Integer> next;

        TaskNames() {
            this.next = new HashMap<>();
        }

        private TaskNames(Map<String, Integer> next) {
            this.next = new HashMap<>(next);
        }

        TaskNames copy() {
            return new TaskNames(next);
        }

        private void restore(String group, @Nullable Integer before) {
            if (before == null) {
                next.remove(group);
            } else {
                next.put(group, before);
            }
        }

        private String name(String group, EngineCore core) {
            int number = next.getOrDefault(group, 1);
            while (core.task(group + "/placed-" + number) != EngineCore.NONE) {
                number++;
            }
            next.put(group, number + 1);
            return group + "/placed-" + number;
        }

        private String reservation(String group, String instanceId, EngineCore core) {
            String name = group + "/reserved-on-" + instanceId;
            String free = name;
            for (int i = 2; core.task(free) != EngineCore.NONE; i++) {
                free = name + "-" + i;
            }
            return free;
        }

        /**
         * Makes sure that no task has one of the ids.
         *
         * @throws PlacementRequestException if one has
         */
        static void checkFree(List<String> ids, EngineCore core) {
            for (String id : ids) {
                if (core.task(id) != EngineCore.NONE) {
                    Diagnostic taken = new Diagnostic(
                            "request.task-ids",
                            Severity.ERROR,
                            "there is a task " + id + " already",
                            "/taskIds",
                            null,
                            null);
                    throw new PlacementRequestException(List.of(new PlacementRequestException.Fault(taken, 0)));
                }
            }
        }
    }
}
