package io.stowage.ecs.placement.internal.engine;

import io.stowage.ecs.placement.Placement;
import io.stowage.ecs.placement.PlacementRequest;
import io.stowage.ecs.placement.plugin.Candidate;
import io.stowage.ecs.placement.snapshot.TaskSnapshot;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The changes of one call. If the call fails half-way, all of them are taken back, and the session is as it was. Serves one call after the
 * other: what it has to remember of a placement is a number.
 */
final class Transaction {
    private static final int[] NOTHING = {};

    /** A log that has become longer is not kept for the next call. */
    private static final int LONG = 4_096;

    private final EngineCore core;
    private final TaskNames names;
    private final Set<Integer> reservations = new LinkedHashSet<>();
    /** The tasks that were placed, by their handles, and those that were told to stop, by the complements of theirs; in order. */
    private int[] log = NOTHING;

    private int logged;
    /** The tasks that were told to stop, as they were before; in order. */
    private final List<TaskSnapshot> stopped = new ArrayList<>();
    /** All tasks that a call names are of one group. */
    private TaskNames.@Nullable Series series;

    private int firstNumber;

    Transaction(EngineCore core, TaskNames names) {
        this.core = core;
        this.names = names;
    }

    /** Puts the next task of a plan on an instance whose checks have passed, under a name of the session. */
    Placement place(Plan plan, int instance) {
        return place(plan, plan.request(), instance);
    }

    /**
     * Puts a task on an instance whose checks have passed, under the id that the request gave the task, or else a name of the session.
     *
     * @param request one of the rules of the plan
     * @param index which task of the request it is
     */
    Placement placeNamed(Plan plan, PlacementRequest request, int instance, int index) {
        List<String> given = request.taskIds();
        return given.isEmpty() ? place(plan, request, instance) : place(plan, request, instance, given.get(index));
    }

    private Placement place(Plan plan, PlacementRequest request, int instance) {
        Candidate candidate = core.glance(instance);
        TaskNames.Series named = series(plan.task().group());
        TaskPattern pattern =
                named.pattern(request.createdAt(), plan.pool().providerOn(candidate), Grant.of(plan, candidate));
        int number = named.number(core);
        log(core.add(instance, pattern, number));
        return Placement.numbered(pattern.prefix(), number, candidate.id());
    }

    private Placement place(Plan plan, PlacementRequest request, int instance, String id) {
        Candidate candidate = core.glance(instance);
        String instanceId = candidate.id();
        log(core.add(
                instance,
                new TaskSnapshot(
                        id,
                        instanceId,
                        plan.task().group(),
                        true,
                        request.createdAt(),
                        false,
                        plan.pool().providerOn(candidate),
                        Grant.of(plan, candidate))));
        return new Placement(id, instanceId);
    }

    private TaskNames.Series series(String group) {
        TaskNames.Series known = series;
        if (known == null || !known.group().equals(group)) {
            if (known != null) {
                throw new IllegalStateException("a call names tasks of " + known.group() + ", and of " + group);
            }
            known = names.of(group);
            series = known;
            firstNumber = known.next();
        }
        return known;
    }

    private void log(int entry) {
        if (logged == log.length) {
            log = Arrays.copyOf(log, Math.max(8, logged * 2));
        }
        log[logged++] = entry;
    }

    /** Keeps room for a task without counting one; where it does not fit, less than nothing is left. */
    int reserve(Plan plan, int instance) {
        Candidate candidate = core.glance(instance);
        String instanceId = candidate.id();
        int handle = core.add(
                instance,
                new TaskSnapshot(
                        TaskNames.reservation(plan.task().group(), instanceId, core),
                        instanceId,
                        plan.task().group(),
                        false,
                        null,
                        false,
                        null,
                        Grant.of(plan, candidate)));
        reservations.add(handle);
        return handle;
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
        stopped.add(before);
        log(~task);
        return before;
    }

    /** The call has succeeded: its changes stay. */
    void commit() {
        logged = 0;
        if (log.length > LONG) {
            log = NOTHING;
        }
        stopped.clear();
        reservations.clear();
        series = null;
    }

    /** Takes everything back, reservations included. */
    void rollBack() {
        List.copyOf(reservations).forEach(this::release);
        while (logged > 0) {
            int entry = log[--logged];
            if (entry >= 0) {
                core.remove(entry);
            } else {
                core.changeTask(~entry, stopped.remove(stopped.size() - 1));
            }
        }
        TaskNames.Series named = series;
        if (named != null) {
            named.backTo(firstNumber);
        }
        commit();
    }
}
