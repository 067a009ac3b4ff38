package io.stowage.ecs.placement.internal.drill;

import io.stowage.ecs.placement.PlacementRequest;
import io.stowage.ecs.placement.PlacementResult;
import io.stowage.ecs.placement.PlacementSession;
import io.stowage.ecs.placement.explain.Explanation;
import io.stowage.ecs.placement.service.DrillResult;
import io.stowage.ecs.placement.service.DrilledService;
import io.stowage.ecs.placement.service.LossReason;
import io.stowage.ecs.placement.snapshot.ClusterSnapshot;
import io.stowage.ecs.placement.snapshot.TaskSnapshot;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Plays drills, each on a fork of one session. An empty group is none. */
public final class DrillRun {
    private static final String OF_SERVICE = "service:";

    private final PlacementSession base;
    private final Map<String, PlacementRequest> services = new LinkedHashMap<>();
    private final Set<String> daemons;
    private final Map<String, Integer> before = new HashMap<>();
    private final Map<String, NavigableMap<String, Integer>> hitBy = new HashMap<>();
    private final int all;

    /** Drills for a cluster that a session has just been opened on. */
    public DrillRun(
            PlacementSession base,
            ClusterSnapshot cluster,
            Collection<PlacementRequest> services,
            Collection<String> daemonServices) {
        this.base = base;
        this.daemons = daemonServices.stream().map(OF_SERVICE::concat).collect(Collectors.toUnmodifiableSet());
        for (PlacementRequest service : services) {
            describe(service);
        }
        int tasks = 0;
        for (TaskSnapshot task : cluster.tasks()) {
            if (task.counted()) {
                String group = task.group() == null ? "" : task.group();
                before.merge(group, 1, Integer::sum);
                hitBy.computeIfAbsent(task.instanceId(), any -> new TreeMap<>()).merge(group, 1, Integer::sum);
                tasks++;
            }
        }
        this.all = tasks;
    }

    private void describe(PlacementRequest service) {
        if (service.service() == null) {
            throw new IllegalArgumentException("the request of group " + service.group()
                    + " names no service; only services place lost tasks again");
        }
        if (daemons.contains(service.group())) {
            throw new IllegalArgumentException("service " + service.service()
                    + " is given with the daemon services and with the others; one of the two was expected");
        }
        if (services.put(service.group(), service) != null) {
            throw new IllegalArgumentException("service " + service.service() + " is given twice");
        }
        // Whatever ECS would refuse is to be refused here, not in the middle of a drill.
        base.fork().place(service.toBuilder().count(1).taskIds(List.of()).build());
    }

    /** Takes the instances and places again what can be. */
    public DrillResult run(SortedSet<String> instances, boolean isDrain) {
        NavigableMap<String, Integer> hit = hit(instances);
        Map<String, PlacementResult> placed = new HashMap<>();
        PlacementSession session = without(instances, isDrain);
        services.forEach((group, service) -> {
            Integer count = hit.get(group);
            if (count != null) {
                placed.put(group, session.place(again(service, count)));
            }
        });
        List<DrilledService> found = new ArrayList<>();
        int gone = 0;
        for (Map.Entry<String, Integer> entry : hit.entrySet()) {
            String group = entry.getKey();
            found.add(drilled(group, entry.getValue(), placed.get(group)));
            gone += entry.getValue();
        }
        return new DrillResult(isDrain, List.copyOf(instances), all, all - gone, found);
    }

    /** Explains the first task that a service cannot place again. */
    public Explanation explain(SortedSet<String> instances, boolean isDrain, String service) {
        NavigableMap<String, Integer> hit = hit(instances);
        PlacementSession session = without(instances, isDrain);
        for (PlacementRequest earlier : services.values()) {
            PlacementRequest request = again(earlier, hit.getOrDefault(earlier.group(), 1));
            if (service.equals(earlier.service())) {
                return session.explainAll(request).stream()
                        .filter(explanation -> explanation.containerInstance().isEmpty())
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("the result is not one of these drills"));
            }
            if (hit.containsKey(earlier.group())) {
                session.place(request);
            }
        }
        throw new IllegalArgumentException("there is no service " + service);
    }

    private NavigableMap<String, Integer> hit(SortedSet<String> instances) {
        NavigableMap<String, Integer> hit = new TreeMap<>();
        for (String instance : instances) {
            hitBy.getOrDefault(instance, new TreeMap<>())
                    .forEach((group, count) -> hit.merge(group, count, Integer::sum));
        }
        return hit;
    }

    private PlacementSession without(SortedSet<String> instances, boolean isDrain) {
        PlacementSession session = base.fork();
        instances.forEach(isDrain ? session::drain : session::deregister);
        return session;
    }

    /** Waiting tasks have no failures, so the engine is asked as if none waited. */
    private static PlacementRequest again(PlacementRequest service, int count) {
        return service.toBuilder()
                .count(count)
                .taskIds(List.of())
                .waitsForCapacity(false)
                .apiLimits(false)
                .build();
    }

    private DrilledService drilled(String group, int hit, @Nullable PlacementResult placed) {
        int running = before.getOrDefault(group, 0);
        int lost = placed == null ? hit : placed.unplaced();
        LossReason reason = lost == 0 ? null : reason(group);
        return new DrilledService(group.isEmpty() ? null : group, running, running - hit, lost, reason, placed);
    }

    private LossReason reason(String group) {
        PlacementRequest service = services.get(group);
        if (service != null) {
            return service.waitsForCapacity() ? LossReason.WAITS_FOR_CAPACITY : LossReason.NO_PLACE;
        }
        if (daemons.contains(group)) {
            return LossReason.DAEMON;
        }
        return group.startsWith(OF_SERVICE) ? LossReason.NOT_DESCRIBED : LossReason.STANDALONE;
    }
}
