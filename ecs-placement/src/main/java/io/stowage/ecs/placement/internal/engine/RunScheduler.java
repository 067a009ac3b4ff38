package io.stowage.ecs.placement.internal.engine;

import io.stowage.ecs.placement.Placement;
import io.stowage.ecs.placement.PlacementFailure;
import io.stowage.ecs.placement.PlacementRequest;
import io.stowage.ecs.placement.PlacementResult;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Places the tasks of a request one after the other. All are alike, so once one does not fit in a pool, none after it would; with a
 * capacity provider strategy each provider is a pool of its own.
 */
final class RunScheduler {
    /** Lists are not made larger than this before it is known that so many tasks fit. */
    private static final int MANY = 1_024;

    private final EngineConfig config;
    private final EngineCore core;
    private final Transaction transaction;
    private final Plan plan;
    private final PlacementRequest request;
    private final Decider decider;
    private final BiFunction<Plan, String, Plan> ofProvider;
    private List<Placement> placements = List.of();
    private List<PlacementFailure> failures = List.of();
    private @Nullable Refused closest;
    private @Nullable String error;

    /**
     * A scheduler for one request.
     *
     * @param plan the plan of the request
     * @param ofProvider makes the plan that of a capacity provider
     */
    RunScheduler(
            EngineConfig config,
            EngineCore core,
            Transaction transaction,
            Plan plan,
            PlacementRequest request,
            Decider decider,
            BiFunction<Plan, String, Plan> ofProvider) {
        this.config = config;
        this.core = core;
        this.transaction = transaction;
        this.plan = plan;
        this.request = request;
        this.decider = decider;
        this.ofProvider = ofProvider;
    }

    /** Decides where the next task goes. */
    @FunctionalInterface
    interface Decider {
        /**
         * The instance, or {@link EngineCore#NONE}. Books nothing.
         *
         * @param before where the tasks before it went
         */
        int choose(Plan plan, Turn turn, List<Placement> before);

        /** How many tasks may go to the instance that was chosen without another decision: {@link EngineCore#together}. */
        default int together(Plan here, int instance, int most) {
            return 1;
        }
    }

    PlacementResult run() {
        TaskNames.checkFree(request.taskIds(), core);
        if (request.daemonServices().isEmpty()) {
            place(request.count());
        } else {
            List<Integer> reservations = DaemonScheduler.reserve(config, core, transaction, request.daemonServices());
            place(request.count());
            reservations.forEach(transaction::release);
        }
        return result(core, plan, request, placements, failures, closest, error);
    }

    /**
     * What came of a request: tasks that wait for capacity are no failures.
     *
     * @param error as far as there is nothing that waits
     */
    static PlacementResult result(
            EngineCore core,
            Plan plan,
            PlacementRequest request,
            List<Placement> placements,
            List<PlacementFailure> failures,
            @Nullable Refused closest,
            @Nullable String error) {
        int unplaced = request.count() - placements.size();
        boolean waits = request.waitsForCapacity();
        return new PlacementResult(
                placements,
                unplaced,
                waits ? unplaced : 0,
                waits ? List.of() : failures,
                closest == null ? null : closest.failure(),
                waits ? null : error,
                notes(core, plan));
    }

    /**
     * Places the first tasks alone, and keeps the room for daemons: for books that are thrown away.
     *
     * @return the plan of the last of them
     */
    Plan runFirst(int tasks) {
        TaskNames.checkFree(request.taskIds(), core);
        DaemonScheduler.reserve(config, core, transaction, request.daemonServices());
        return place(tasks);
    }

    /** Gives back the plan of the last task. */
    private Plan place(int tasks) {
        Turns turns = new Turns(config, core, plan.task(), request.seed());
        if (request.capacityProviderStrategy().isEmpty()) {
            placeInOnePool(tasks, turns);
            return plan;
        }
        Providers distributed = Providers.of(config, core, plan, ofProvider, request, tasks);
        for (int i = 0; i < tasks; i++) {
            Plan here = distributed.plan(i);
            if (!distributed.isFull(i) && !place(here, turns.turn(i), 1)) {
                distributed.full(i);
            }
        }
        return distributed.plan(tasks - 1);
    }

    private void placeInOnePool(int tasks, Turns turns) {
        int next = 0;
        while (next < tasks && place(plan, turns.turn(next), tasks - next)) {
            next = placements.size();
        }
    }

    /**
     * Places the next task, and those after it that are sure to go to the same instance.
     *
     * @param most how many tasks there are
     * @return false if there is no room
     */
    private boolean place(Plan here, Turn turn, int most) {
        int chosen = decider.choose(here, turn, placements);
        if (chosen == EngineCore.NONE) {
            refused(here, turn);
            return false;
        }
        int together = most == 1 ? 1 : decider.together(here, chosen, most);
        for (int i = 0; i < together; i++) {
            placed(transaction.placeNamed(here, request, chosen, turn.index() + i));
        }
        return true;
    }

    /** Most requests are for one task, and the list of that is ready. */
    private void placed(Placement placement) {
        if (request.count() == 1) {
            placements = List.of(placement);
            return;
        }
        if (placements.isEmpty()) {
            placements = new ArrayList<>(Math.min(request.count(), MANY));
        }
        placements.add(placement);
    }

    private void refused(Plan here, Turn turn) {
        Refusals refusals = core.refusals(here, turn);
        if (error == null) {
            error = refusals.error(here.pool());
        }
        failures = failures.isEmpty() ? refusals.all() : merged(failures, refusals.all());
        closest = Refused.closest(closest, refusals.closest());
    }

    /** Those of several pools; those of one are put into words only when somebody looks at them. */
    private static List<PlacementFailure> merged(List<PlacementFailure> some, List<PlacementFailure> others) {
        return Stream.concat(some.stream(), others.stream())
                .sorted(Comparator.comparing(PlacementFailure::containerInstance))
                .toList();
    }

    /** What is not known of the instances that a request looks at. */
    static List<String> notes(EngineCore core, Plan plan) {
        if (plan.task().needs().networkInterfaces().amount() == 0) {
            return List.of();
        }
        long unknown = core.cluster().stream()
                .filter(instance -> plan.pool().outside(instance) == null)
                .filter(instance -> instance.freeNetworkInterfaces() == null)
                .count();
        return unknown == 0
                ? List.of()
                : List.of("of " + unknown + (unknown == 1 ? " instance" : " instances")
                        + " it is not known how many network interfaces tasks can have; there they are no limit");
    }
}
