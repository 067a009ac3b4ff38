package io.stowage.ecs.placement.internal.simulation;

import io.stowage.ecs.placement.CapacityProviderDistribution;
import io.stowage.ecs.placement.ScaleInRequest;
import io.stowage.ecs.placement.StoppedTask;
import io.stowage.ecs.placement.service.CircuitBreakerRun;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Chooses tasks to stop, and sees them out: load balancer, SIGTERM, gone. */
final class Stopper {
    private final World world;

    Stopper(World world) {
        this.world = world;
    }

    /**
     * Chooses among tasks that may stop: unhealthy ones first, then those not running yet, then healthy ones; within each by the strategies of
     * the service.
     */
    List<SimTask> choose(SimService service, Collection<SimTask> candidates, int count) {
        List<SimTask> chosen = new ArrayList<>();
        choose(service, candidates.stream().filter(SimTask::isUnhealthy).toList(), count, chosen);
        choose(service, candidates.stream().filter(SimTask::isPending).toList(), count, chosen);
        choose(service, candidates.stream().filter(SimTask::isHealthy).toList(), count, chosen);
        return chosen;
    }

    private void choose(SimService service, List<SimTask> candidates, int count, List<SimTask> chosen) {
        int missing = count - chosen.size();
        if (missing <= 0 || candidates.isEmpty()) {
            return;
        }
        for (Map.Entry<String, Integer> surplus :
                providerSurplus(service, candidates, missing).entrySet()) {
            List<SimTask> there = candidates.stream()
                    .filter(task -> surplus.getKey().equals(task.provider))
                    .toList();
            chosen.addAll(bare(service, there, Math.min(surplus.getValue(), count - chosen.size())));
        }
        List<SimTask> rest =
                candidates.stream().filter(task -> !chosen.contains(task)).toList();
        chosen.addAll(bare(service, rest, count - chosen.size()));
    }

    /** How many tasks each provider has beyond what it would have of the smaller number. */
    private Map<String, Integer> providerSurplus(SimService service, List<SimTask> candidates, int count) {
        if (service.providers().size() < 2) {
            return Map.of();
        }
        Map<String, Integer> now = new HashMap<>();
        int all = 0;
        for (SimTask task : service.tasks.values()) {
            if (!task.stopping && task.provider != null && candidates.get(0).revision == task.revision) {
                now.merge(task.provider, 1, Integer::sum);
                all++;
            }
        }
        Map<String, Integer> surplus = new TreeMap<>(now);
        CapacityProviderDistribution.assign(Math.max(0, all - count), service.providers(), Map.of(), world.quotas)
                .forEach(provider -> surplus.merge(provider, -1, Integer::sum));
        surplus.values().removeIf(number -> number <= 0);
        return surplus;
    }

    /** Chooses among tasks on instances by the engine, and among others the newest. */
    private List<SimTask> bare(SimService service, List<SimTask> candidates, int count) {
        List<SimTask> chosen = new ArrayList<>();
        if (count <= 0) {
            return chosen;
        }
        candidates.stream()
                .filter(task -> task.instance == null)
                .sorted(Comparator.comparing((SimTask task) -> task.createdAt)
                        .reversed()
                        .thenComparing(task -> task.id))
                .limit(count)
                .forEach(chosen::add);
        List<String> placed = candidates.stream()
                .filter(task -> task.instance != null)
                .map(task -> task.id)
                .toList();
        if (chosen.size() < count && !placed.isEmpty()) {
            ScaleInRequest request = ScaleInRequest.builder(service.group(), count - chosen.size())
                    .placementStrategy(service.request.placementStrategy())
                    .among(placed)
                    .seed(world.random.nextLong())
                    .apiLimits(false)
                    .build();
            for (StoppedTask task : world.session.scaleIn(request).stopped()) {
                SimTask found = service.tasks.get(task.taskId());
                if (found != null) {
                    chosen.add(found);
                }
            }
        }
        return chosen;
    }

    /** Tells tasks to stop. */
    void stop(SimService service, List<SimTask> tasks, String name, List<String> why) {
        if (tasks.isEmpty()) {
            return;
        }
        Set<SimTask> running = new HashSet<>();
        for (SimTask task : tasks) {
            if (task.isUnhealthy()) {
                world.deployments.event(task, CircuitBreakerRun.Event.HEALTH_FAILED);
            }
            if (task.state == SimTask.State.RUNNING) {
                running.add(task);
            }
            begin(task);
        }
        service.isSteady = false;
        List<String> ids = tasks.stream().map(task -> task.id).toList();
        boolean drains = running.stream().anyMatch(task -> task.revision.targetGroup != null);
        if (drains) {
            world.tell(
                    service,
                    "TARGETS_DEREGISTERED",
                    "(service " + service.name + ") has begun draining connections on " + running.size() + " tasks.",
                    List.of(),
                    ids);
        }
        world.tell(
                service,
                name,
                "(service " + service.name + ") has stopped " + tasks.size() + " running tasks: " + named(ids) + ".",
                why,
                ids);
        world.touch(service);
    }

    private void begin(SimTask task) {
        task.stopping = true;
        if (world.launcher.forget(task) || task.state == SimTask.State.PROVISIONING) {
            world.agenda.in(Duration.ZERO, () -> world.life.gone(task));
            return;
        }
        if (task.instance != null) {
            world.session.beginStop(task.id);
        }
        Duration ends = task.script.stopsWithin();
        Duration kill = task.revision.stopTimeout();
        Duration lasts = ends.compareTo(kill) > 0 ? kill : ends;
        Duration lets = task.state == SimTask.State.RUNNING ? task.revision.deregistrationDelay() : Duration.ZERO;
        world.agenda.in(lets.plus(lasts), () -> world.life.gone(task));
    }

    static String named(List<String> ids) {
        return String.join(" ", ids.stream().map(id -> "(task " + id + ")").toList());
    }
}
