package io.stowage.ecs.placement.repair;

import io.stowage.ecs.placement.PlacementEngine;
import io.stowage.ecs.placement.PlacementRequest;
import io.stowage.ecs.placement.PlacementResult;
import io.stowage.ecs.placement.PlacementSession;
import io.stowage.ecs.placement.snapshot.ClusterSnapshot;
import io.stowage.ecs.placement.snapshot.InstanceSnapshot;
import io.stowage.ecs.placement.snapshot.TaskSnapshot;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Places changed requests on changed clusters, as often as is allowed. Whether a task fits is never asked of anything but the engine. */
final class Trials {
    private final PlacementEngine engine;
    private final PlacementRequest request;
    private final PlacementSession untouched;
    private final Map<String, InstanceSnapshot> instances;
    private final Map<String, List<TaskSnapshot>> tasks;
    private final int most;
    private final PlacementResult result;
    private final int wanted;
    private final Map<List<Change>, Integer> placed = new HashMap<>();
    private final Map<List<Change>, Map<String, Integer>> capacities = new HashMap<>();
    private int used;
    private int allowed;

    Trials(PlacementEngine engine, ClusterSnapshot cluster, PlacementRequest request, SearchLimits limits) {
        this.engine = engine;
        this.request = request;
        this.untouched = engine.open(cluster);
        this.instances = cluster.instances().stream().collect(Collectors.toMap(InstanceSnapshot::id, i -> i));
        this.tasks = cluster.tasks().stream().collect(Collectors.groupingBy(TaskSnapshot::instanceId));
        this.most = limits.mostTrials();
        this.used = 1;
        this.result = untouched.fork().place(request);
        int now = result.placements().size();
        this.wanted = limits.goal() == Goal.ALL_TASKS ? request.count() : Math.min(now + 1, request.count());
        placed.put(List.of(), now);
    }

    /** Ends a part of a search that has used up its trials. */
    static final class UsedUp extends RuntimeException {
        private static final long serialVersionUID = 1L;

        UsedUp() {
            super(null, null, false, false);
        }
    }

    /** Begins a part of the search: it may use half of what is left, so that one that is in vain leaves something for the others. */
    void begin() {
        allowed = used + (most - used + 1) / 2;
    }

    private void use() {
        if (used == allowed) {
            throw new UsedUp();
        }
        used++;
    }

    /** What comes of the request as it is. */
    PlacementResult result() {
        return result;
    }

    /** How many tasks must be placed. */
    int wanted() {
        return wanted;
    }

    int used() {
        return used;
    }

    /** The request with the changes that are about it. */
    private PlacementRequest changed(List<Change> changes) {
        PlacementRequest changed = request;
        for (Change change : changes) {
            changed = change.applyTo(changed);
        }
        return changed;
    }

    /** The changes with their proof, if they reach the goal. */
    Optional<Repair> attempt(List<Change> changes) {
        use();
        PlacementRequest changedRequest = changed(changes);
        PlacementSession session = untouched.fork();
        changes.forEach(change -> change.applyTo(session));
        ClusterSnapshot changedCluster = session.snapshot();
        PlacementResult outcome = session.place(changedRequest);
        return outcome.placements().size() < wanted
                ? Optional.empty()
                : Optional.of(new Repair(changes, changedCluster, changedRequest, outcome));
    }

    /** Whether the changes reach the goal. */
    boolean suffices(List<Change> changes) {
        use();
        PlacementSession session = untouched.fork();
        changes.forEach(change -> change.applyTo(session));
        return session.place(changed(changes)).placements().size() >= wanted;
    }

    /** How many tasks are missing for the goal after changes to the request alone. */
    int missing(List<Change> ofRequest) {
        Integer known = placed.get(ofRequest);
        if (known == null) {
            use();
            known = untouched.fork().place(changed(ofRequest)).placements().size();
            placed.put(ofRequest, known);
        }
        return wanted - known;
    }

    /** How many tasks more an instance takes, alone, after changes to it, each time with the same changes to the request. */
    int gain(List<Change> ofRequest, String instance, List<Change> ofInstance) {
        int before = capacities
                .computeIfAbsent(ofRequest, changes -> new HashMap<>())
                .computeIfAbsent(instance, id -> capacity(ofRequest, id, List.of()));
        return capacity(ofRequest, instance, ofInstance) - before;
    }

    private int capacity(List<Change> ofRequest, String id, List<Change> ofInstance) {
        InstanceSnapshot instance = instances.get(id);
        if (instance == null && ofInstance.isEmpty()) {
            return 0; // it joins only by a change
        }
        use();
        PlacementSession alone = engine.open(ClusterSnapshot.ofSnapshots(
                instance == null ? List.of() : List.of(instance), tasks.getOrDefault(id, List.of())));
        ofInstance.forEach(change -> change.applyTo(alone));
        return alone.place(onOneInstance(changed(ofRequest), alone.instance(id).orElse(null)))
                .placements()
                .size();
    }

    /** Of requests that are distributed over capacity providers, what concerns the provider of the instance. */
    private static PlacementRequest onOneInstance(PlacementRequest request, @Nullable InstanceSnapshot instance) {
        PlacementRequest.Builder builder = request.toBuilder().taskIds(List.of());
        String provider = instance == null ? null : instance.capacityProvider();
        boolean named = request.capacityProviderStrategy().stream()
                .anyMatch(item -> provider != null && provider.equals(item.capacityProvider()));
        return named
                ? builder.capacityProviderStrategy(List.of())
                        .capacityProvider(provider)
                        .build()
                : builder.build();
    }
}
