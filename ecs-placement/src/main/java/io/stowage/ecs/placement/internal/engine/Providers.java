package io.stowage.ecs.placement.internal.engine;

import io.stowage.ecs.model.common.CapacityProviderStrategyItem;
import io.stowage.ecs.placement.CapacityProviderDistribution;
import io.stowage.ecs.placement.PlacementRequest;
import io.stowage.ecs.placement.plugin.Candidate;
import io.stowage.ecs.placement.snapshot.TaskSnapshot;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;

/** The capacity providers that a strategy distributes the tasks of a request over. Each is a pool of its own, and full on its own. */
final class Providers {
    private final List<String> ofTasks;
    private final Plan plan;
    private final BiFunction<Plan, String, Plan> ofProvider;
    private final Map<String, Plan> plans = new HashMap<>();
    private final Set<String> full = new HashSet<>();

    private Providers(Plan plan, BiFunction<Plan, String, Plan> ofProvider, List<String> ofTasks) {
        this.plan = plan;
        this.ofProvider = ofProvider;
        this.ofTasks = ofTasks;
    }

    /**
     * Distributes the first tasks of a request that has a strategy.
     *
     * @param ofProvider makes the plan that of a provider
     */
    static Providers of(
            EngineConfig config,
            EngineCore core,
            Plan plan,
            BiFunction<Plan, String, Plan> ofProvider,
            PlacementRequest request,
            int tasks) {
        List<CapacityProviderStrategyItem> strategy = request.capacityProviderStrategy();
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
        return new Providers(
                plan, ofProvider, CapacityProviderDistribution.assign(tasks, strategy, running, config.quotas()));
    }

    /** The plan of a task on its provider: one for all tasks there. */
    Plan plan(int task) {
        return plans.computeIfAbsent(ofTasks.get(task), provider -> ofProvider.apply(plan, provider));
    }

    /** Whether the provider of a task has no room for another. */
    boolean isFull(int task) {
        return full.contains(ofTasks.get(task));
    }

    /** There was no room for a task on its provider. */
    void full(int task) {
        full.add(ofTasks.get(task));
    }
}
