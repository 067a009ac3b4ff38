package io.stowage.ecs.placement.internal.simulation;

import io.stowage.ecs.model.service.CreateServiceRequest;
import io.stowage.ecs.placement.internal.simulation.Launcher.Launch;
import io.stowage.ecs.placement.service.ZoneBalance;
import io.stowage.ecs.placement.service.ZoneRebalancing;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Keeps the zones of a service even: starts where tasks are missing, and stops where there are too many when the new ones are healthy. */
final class ZoneProcess {
    private final World world;

    ZoneProcess(World world) {
        this.world = world;
    }

    /** The service is at rest: looks whether a zone has too few tasks. */
    void rebalance(SimService service) {
        if (service.rebalanceFailed || service.isFargate(null) || !ZoneRebalancing.isOn(withCount(service))) {
            return;
        }
        ZoneBalance balance = balance(service);
        if (balance.isBalanced()) {
            return;
        }
        long room = service.bounds().maxTasks() - service.tasks.size();
        List<SimTask> started = new ArrayList<>();
        for (Map.Entry<String, Integer> zone : balance.start().entrySet()) {
            int count = world.launcher.mayStartNow(service, (int) Math.min(zone.getValue(), room - started.size()));
            if (count > 0) {
                Launch launch = world.launcher.launch(service, service.primary().revision, count, zone.getKey());
                // A zone without room is no hunger of the service.
                service.isHungry = false;
                started.addAll(launch.started());
            }
        }
        if (started.isEmpty()) {
            service.rebalanceFailed = true;
            world.tell(
                    service,
                    "SERVICE_TASK_PLACEMENT_FAILURE",
                    "(service " + service.name + ") was unable to start a task for rebalancing",
                    List.of(
                            balance.why(),
                            "no task can be started in " + balance.start().keySet()),
                    List.of());
            return;
        }
        service.isRebalancing = true;
        world.tell(
                service,
                "SERVICE_REBALANCING_STARTED",
                "(service " + service.name + ") is not AZ balanced; rebalancing started",
                List.of(balance.why()),
                List.of());
        List<String> ids = started.stream().map(task -> task.id).toList();
        world.tell(
                service,
                "TASKS_STARTED",
                "(service " + service.name + ") has started " + ids.size() + " tasks: " + Stopper.named(ids) + ".",
                List.of(balance.why()),
                ids);
    }

    private static CreateServiceRequest withCount(SimService service) {
        return service.request.toBuilder().desiredCount(service.desired).build();
    }

    private ZoneBalance balance(SimService service) {
        Map<String, Integer> counts = new TreeMap<>();
        Set<String> providers = new HashSet<>();
        service.providers().forEach(item -> providers.add(item.capacityProvider()));
        for (SimInstance instance : world.instances.values()) {
            if (instance.zone != null
                    && instance.isActive
                    && (providers.isEmpty() || providers.contains(instance.provider))) {
                counts.putIfAbsent(instance.zone, 0);
            }
        }
        for (SimTask task : service.tasks.values()) {
            String zone = zone(task);
            if (!task.stopping && zone != null) {
                counts.merge(zone, 1, Integer::sum);
            }
        }
        return ZoneBalance.of(service.desired, counts);
    }

    private @Nullable String zone(SimTask task) {
        SimInstance instance = task.instance == null ? null : world.instances.get(task.instance);
        return instance == null ? null : instance.zone;
    }

    /** Tasks have been started to move: when they are healthy, as many stop where there are too many; true if one was stopped. */
    boolean finishMoves(SimService service, Tally tally) {
        int surplus = tally.newHealthy.size() - service.desired;
        if (tally.newHealthy.size() + tally.newPending.size() <= service.desired) {
            service.isRebalancing = false;
            boolean balanced = balance(service).isBalanced();
            world.tell(
                    service,
                    balanced ? "SERVICE_REBALANCING_COMPLETED" : "SERVICE_REBALANCING_STOPPED",
                    "(service " + service.name + ") "
                            + (balanced ? "is AZ balanced" : "stopped rebalancing before it was AZ balanced"),
                    List.of(balance(service).why()),
                    List.of());
            return false;
        }
        List<SimTask> chosen = new ArrayList<>();
        ZoneBalance balance = balance(service);
        for (Map.Entry<String, Integer> zone : balance.stop().entrySet()) {
            List<SimTask> there = tally.newHealthy.stream()
                    .filter(task -> zone.getKey().equals(zone(task)) && !task.isProtected(world.now()))
                    .toList();
            chosen.addAll(world.stopper.choose(service, there, Math.min(zone.getValue(), surplus - chosen.size())));
        }
        if (chosen.isEmpty() && surplus > 0 && tally.newPending.isEmpty()) {
            // Protection keeps every task of the full zones: what was started too much goes, wherever it is.
            chosen.addAll(world.stopper.choose(
                    service,
                    tally.newHealthy.stream()
                            .filter(task -> !task.isProtected(world.now()))
                            .toList(),
                    surplus));
        }
        world.stopper.stop(service, chosen, "TASKS_STOPPED", List.of(balance.why()));
        return !chosen.isEmpty();
    }
}
