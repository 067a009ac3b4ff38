package io.stowage.ecs.placement.internal.engine;

import io.stowage.ecs.model.common.CapacityProviderStrategyItem;
import io.stowage.ecs.placement.CapacityProviderDistribution;
import io.stowage.ecs.placement.Placement;
import io.stowage.ecs.placement.PlacementFailure;
import io.stowage.ecs.placement.PlacementRequest;
import io.stowage.ecs.placement.PlacementResult;
import io.stowage.ecs.placement.plugin.Candidate;
import io.stowage.ecs.placement.snapshot.TaskSnapshot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Places the tasks of a request one after the other. All are alike, so once one does not fit in a pool, none after it would; with a
 * capacity provider strategy each provider is a pool of its own.
 */
final class RunScheduler {
    private final EngineConfig config;
    private final EngineCore core;
    private final Transaction transaction;
    private final Plan plan;
    private final PlacementRequest request;
    private final Decider decider;
    private final List<Placement> placements = new ArrayList<>();
    private final Set<String> full = new HashSet<>();
    private final List<PlacementFailure> failures = new ArrayList<>();
    private Refusals.@Nullable Closest closest;
    private @Nullable String error;

    RunScheduler(EngineConfig config, EngineCore core, Transaction transaction, Plan plan, PlacementRequest request) {
        this(config, core, transaction, plan, request, alone(new Chooser(config, core)));
    }

    RunScheduler(
            EngineConfig config,
            EngineCore core,
            Transaction transaction,
            Plan plan,
            PlacementRequest request,
            Decider decider) {
        this.config = config;
        this.core = core;
        this.transaction = transaction;
        this.plan = plan;
        this.request = request;
        this.decider = decider;
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
    }

    private static Decider alone(Chooser chooser) {
        return (plan, turn, before) -> chooser.choose(plan, turn);
    }

    PlacementResult run() {
        Transaction.TaskNames.checkFree(request.taskIds(), core);
        List<Integer> reservations = DaemonScheduler.reserve(config, core, transaction, request.daemonServices());
        place(request.count());
        reservations.forEach(transaction::release);
        int unplaced = request.count() - placements.size();
        boolean waits = request.waitsForCapacity();
        if (full.size() > 1) {
            failures.sort(Comparator.comparing(PlacementFailure::containerInstance));
        }
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
        Transaction.TaskNames.checkFree(request.taskIds(), core);
        DaemonScheduler.reserve(config, core, transaction, request.daemonServices());
        return place(tasks);
    }

    /** Gives back the plan of the last task. */
    private Plan place(int tasks) {
        Turns turns = new Turns(config, core, plan.task(), request.seed());
        List<@Nullable String> providers = providers(tasks);
        for (int i = 0; i < tasks; i++) {
            String provider = providers.get(i);
            if (full.contains(String.valueOf(provider))) {
                continue;
            }
            Plan here = of(provider);
            Turn turn = turns.turn(i);
            int chosen = decider.choose(here, turn, placements);
            if (chosen == EngineCore.NONE) {
                full.add(String.valueOf(provider));
                refused(here, turn);
            } else {
                placements.add(transaction.placeNamed(here, request, chosen, i));
            }
            if (provider == null && chosen == EngineCore.NONE) {
                return plan;
            }
        }
        return of(providers.get(tasks - 1));
    }

    private Plan of(@Nullable String provider) {
        return provider == null ? plan : plan.ofProvider(provider);
    }

    private void refused(Plan here, Turn turn) {
        Refusals refusals = core.refusals(here, turn);
        if (refusals.all().isEmpty() && error == null) {
            error = here.pool().empty();
        }
        failures.addAll(refusals.all());
        closest = Refusals.Closest.of(closest, refusals.closest());
    }

    /** The provider of each task; null for those that no strategy distributes. */
    private List<@Nullable String> providers(int tasks) {
        List<CapacityProviderStrategyItem> strategy = request.capacityProviderStrategy();
        List<@Nullable String> providers = new ArrayList<>();
        if (strategy.isEmpty()) {
            for (int i = 0; i < tasks; i++) {
                providers.add(null);
            }
            return providers;
        }
        // ECS keeps the balance of a service over its life; the tasks of RunTask are balanced among themselves.
        Map<String, Integer> running = new HashMap<>();
        if (request.service() != null) {
            for (Candidate instance : core.cluster()) {
                for (TaskSnapshot task : instance.tasks()) {
                    String provider = task.capacityProvider();
                    if (provider != null
                            && task.counted()
                            && plan.task().group().equals(task.group())) {
                        running.merge(provider, 1, Integer::sum);
                    }
                }
            }
        }
        providers.addAll(CapacityProviderDistribution.assign(tasks, strategy, running, config.quotas()));
        return providers;
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
