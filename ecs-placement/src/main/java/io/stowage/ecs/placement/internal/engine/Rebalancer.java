package io.stowage.ecs.placement.internal.engine;

import io.stowage.ecs.cql.ClusterQuery;
import io.stowage.ecs.model.common.LaunchType;
import io.stowage.ecs.model.placement.PlacementStrategy;
import io.stowage.ecs.model.placement.PlacementStrategyType;
import io.stowage.ecs.placement.Placement;
import io.stowage.ecs.placement.RebalanceResult;
import io.stowage.ecs.placement.RebalanceResult.Step;
import io.stowage.ecs.placement.StoppedTask;
import io.stowage.ecs.placement.plugin.Candidate;
import io.stowage.ecs.placement.snapshot.InstanceSnapshot;
import io.stowage.ecs.placement.snapshot.TaskSnapshot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Zone rebalancing: a task is started in the zone furthest below its share, then one is stopped in the zone furthest above. The share of a
 * zone is the number of tasks divided by the number of zones; the remainder goes one each to the zones that have most tasks.
 */
final class Rebalancer {
    private final EngineConfig config;
    private final EngineCore core;
    private final Transaction transaction;
    private final Plan plan;
    private final StopPlan stopPlan;

    Rebalancer(EngineConfig config, EngineCore core, Transaction transaction, Plan plan) {
        this.config = config;
        this.core = core;
        this.transaction = transaction;
        this.plan = plan;
        this.stopPlan = PlanMaker.stop(plan);
    }

    RebalanceResult run(int mostSteps) {
        String ineligible = ineligible();
        if (ineligible != null) {
            return new RebalanceResult(List.of(), ineligible, null, List.of(), false);
        }
        Turns turns = new Turns(config, core, plan.task(), plan.request().seed());
        Chooser chooser = new Chooser(config, core);
        StopChooser stopChooser = new StopChooser(config, core);
        Map<String, Long> counts = counts();
        Map<String, Long> targets = targets(counts);
        List<Step> steps = new ArrayList<>();
        while (steps.size() < mostSteps) {
            String start = furthestBelow(counts, targets);
            if (start == null) {
                break;
            }
            String stop = furthestAbove(counts, targets);
            if (stop == null) {
                return new RebalanceResult(
                        steps, "every task that could move is protected from scale-in", null, List.of(), false);
            }
            Turn startTurn = turns.turn(steps.size());
            Plan inZone = plan.inZone(start);
            int instance = chooser.choose(inZone, startTurn);
            if (instance == EngineCore.NONE) {
                return new RebalanceResult(
                        steps,
                        "no task can be started in " + start,
                        start,
                        Refusals.of(core, inZone, startTurn).all(),
                        false);
            }
            Placement started = transaction.place(inZone, instance);
            TaskSnapshot stopped =
                    transaction.beginStop(stopChooser.choose(stopPlan.inZone(stop), turns.turn(steps.size())));
            steps.add(new Step(started, new StoppedTask(stopped.id(), stopped.instanceId())));
            counts.merge(start, 1L, Long::sum);
            counts.merge(stop, -1L, Long::sum);
        }
        return new RebalanceResult(steps, null, null, List.of(), furthestBelow(counts, targets) == null);
    }

    /** Why ECS would not rebalance the service; null if it would. */
    private @Nullable String ineligible() {
        if (LaunchType.EXTERNAL.equals(plan.pool().launchType())) {
            return "services of launch type EXTERNAL are not rebalanced";
        }
        List<PlacementStrategy> strategies = plan.request().placementStrategy();
        if (!strategies.isEmpty() && !isZoneSpread(strategies.get(0))) {
            return "the first placement strategy is not a spread over " + InstanceSnapshot.ZONE_ATTRIBUTE;
        }
        for (Check check : plan.checks()) {
            if (check.test() instanceof MemberOf.Expression constraint && asksForZone(constraint.query())) {
                return "a placement constraint asks for " + InstanceSnapshot.ZONE_ATTRIBUTE;
            }
        }
        return null;
    }

    private static boolean isZoneSpread(PlacementStrategy strategy) {
        return PlacementStrategyType.SPREAD.equals(strategy.type())
                && (Spread.BY_ATTRIBUTE + InstanceSnapshot.ZONE_ATTRIBUTE).equals(strategy.field());
    }

    private static boolean asksForZone(ClusterQuery query) {
        return query.dependencies().attributes().contains(InstanceSnapshot.ZONE_ATTRIBUTE);
    }

    /** The tasks of the group in each zone that has an instance of the pool; tasks elsewhere are none of its business. */
    private Map<String, Long> counts() {
        Map<String, Long> counts = new TreeMap<>();
        for (Candidate instance : core.cluster()) {
            String zone = instance.zone();
            if (zone != null && plan.pool().outside(instance) == null) {
                counts.putIfAbsent(zone, 0L);
            }
        }
        Map<String, Long> running = core.countedTasks(plan.task().group(), InstanceSnapshot.ZONE_ATTRIBUTE);
        counts.replaceAll((zone, none) -> running.getOrDefault(zone, 0L));
        return counts;
    }

    private static Map<String, Long> targets(Map<String, Long> counts) {
        List<String> fullestFirst = counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .toList();
        long tasks = counts.values().stream().mapToLong(Long::longValue).sum();
        Map<String, Long> targets = new TreeMap<>();
        for (int i = 0; i < fullestFirst.size(); i++) {
            long remainder = i < tasks % fullestFirst.size() ? 1 : 0;
            targets.put(fullestFirst.get(i), tasks / fullestFirst.size() + remainder);
        }
        return targets;
    }

    private static long surplus(String zone, Map<String, Long> counts, Map<String, Long> targets) {
        return counts.getOrDefault(zone, 0L) - targets.getOrDefault(zone, 0L);
    }

    /** Of equally far zones the emptiest, of equally empty ones the smallest name; null if none is below. */
    private static @Nullable String furthestBelow(Map<String, Long> counts, Map<String, Long> targets) {
        return counts.keySet().stream()
                .filter(zone -> surplus(zone, counts, targets) < 0)
                .min(Comparator.comparing((String zone) -> surplus(zone, counts, targets))
                        .thenComparing(counts::get)
                        .thenComparing(Comparator.naturalOrder()))
                .orElse(null);
    }

    /** Of equally far zones the fullest, of equally full ones the greatest name; null if none can give a task. */
    private @Nullable String furthestAbove(Map<String, Long> counts, Map<String, Long> targets) {
        return counts.keySet().stream()
                .filter(zone -> surplus(zone, counts, targets) > 0)
                .filter(this::canStop)
                .max(Comparator.comparing((String zone) -> surplus(zone, counts, targets))
                        .thenComparing(counts::get)
                        .thenComparing(Comparator.naturalOrder()))
                .orElse(null);
    }

    private boolean canStop(String zone) {
        StopPlan inZone = stopPlan.inZone(zone);
        return !inZone.candidates(core.cluster()).isEmpty();
    }
}
