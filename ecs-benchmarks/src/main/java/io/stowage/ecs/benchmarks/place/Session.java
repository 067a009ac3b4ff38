package io.stowage.ecs.benchmarks.place;

import io.stowage.ecs.placement.PlacementEngine;
import io.stowage.ecs.placement.PlacementRequest;
import io.stowage.ecs.placement.PlacementResult;
import io.stowage.ecs.placement.PlacementSession;
import io.stowage.ecs.placement.Quotas;
import io.stowage.ecs.placement.internal.engine.EngineConfig;
import io.stowage.ecs.placement.internal.engine.ExhaustiveCore;
import io.stowage.ecs.placement.internal.engine.RequestRules;
import io.stowage.ecs.placement.internal.engine.Scheduler;
import io.stowage.ecs.placement.plugin.RandomSource;
import io.stowage.ecs.placement.plugin.TieBreaker;
import io.stowage.ecs.placement.snapshot.ClusterSnapshot;
import io.stowage.ecs.placement.snapshot.TaskSnapshot;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.function.Consumer;
import java.util.function.Function;

/** The engine as users meet it: requests, results and ids. For comparing answers; what it costs is measured without the books here. */
final class Session implements Placing {
    private final List<PlacementRequest> requests = new ArrayList<>();
    private final Map<String, Queue<String>> running = new HashMap<>();
    private final Function<PlacementRequest, PlacementResult> place;
    private final Consumer<String> stop;

    private Session(
            ClusterSnapshot cluster,
            List<Ask> asks,
            Function<PlacementRequest, PlacementResult> place,
            Consumer<String> stop) {
        this.place = place;
        this.stop = stop;
        asks.forEach(ask -> requests.add(ask.request(1)));
        for (TaskSnapshot task : cluster.tasks()) {
            listed(String.valueOf(task.group()), task.instanceId()).add(task.id());
        }
    }

    /** A session of the engine. */
    static Session ofEngine(ClusterSnapshot cluster, List<Ask> asks) {
        PlacementSession session = PlacementEngine.standard().open(cluster);
        return new Session(cluster, asks, session::place, session::stop);
    }

    /** The same decisions, made by looking at everything. */
    static Session ofOracle(ClusterSnapshot cluster, List<Ask> asks) {
        EngineConfig config = EngineConfig.of(
                List.of(),
                List.of(),
                List.of(),
                TieBreaker.smallestId(),
                RandomSource.splittable(),
                List.of(),
                Quotas.current());
        Scheduler scheduler = new Scheduler(config, new ExhaustiveCore(cluster, List.of()));
        return new Session(
                cluster,
                asks,
                request -> scheduler.run(request, rules(request)),
                task -> scheduler.core().remove(scheduler.core().task(task)));
    }

    /** What a session of the library takes from the request itself. */
    private static RequestRules rules(PlacementRequest request) {
        return new RequestRules(
                request.taskDefinition(),
                request.service(),
                request.group(),
                request.placementConstraints(),
                request.placementStrategy(),
                request.overrides(),
                request.requiredAttributes(),
                request.subnetAvailabilityZones(),
                request.capacityProvider(),
                request.launchType(),
                request.capacityProviderStrategy(),
                request.apiLimits(),
                request.platformCheck(),
                request.derivesRequiredAttributes());
    }

    private Queue<String> listed(String group, String instance) {
        return running.computeIfAbsent(group + " on " + instance, key -> new ArrayDeque<>());
    }

    @Override
    public int place(int service) {
        PlacementRequest request = requests.get(service);
        PlacementResult result = place.apply(request);
        if (result.placements().isEmpty()) {
            return NONE;
        }
        String instance = result.placements().get(0).containerInstance();
        listed(request.group(), instance).add(result.placements().get(0).taskId());
        return Columns.instance(instance);
    }

    @Override
    public void release(int service, int instance) {
        stop.accept(listed(requests.get(service).group(), Columns.id(instance)).remove());
    }
}
