package io.stowage.ecs.placement.internal.engine;

import io.stowage.ecs.placement.PlacementRequest;
import java.util.IdentityHashMap;

/**
 * Plans of requests that were placed before. Requests are immutable, so the same object always means the same plan. A request with rules of
 * the caller's own is made ready each time, unless they say what they depend on, and it is not everything: then nothing that they would be
 * told again could change their answers. For one thread at a time.
 */
final class PlanCache {
    private static final int MOST = 1_024;

    private final EngineConfig config;
    private final IdentityHashMap<PlacementRequest, Plan> plans;

    PlanCache(EngineConfig config) {
        this.config = config;
        this.plans = new IdentityHashMap<>();
    }

    private PlanCache(PlanCache from) {
        this.config = from.config;
        this.plans = new IdentityHashMap<>(from.plans);
    }

    PlanCache copy() {
        return new PlanCache(this);
    }

    /** The plan by which the request is run. */
    Plan run(PlacementRequest request) {
        Plan known = plans.get(request);
        if (known != null) {
            return known;
        }
        Plan made = PlanMaker.run(config, request);
        if (made.isOfEcs() || Standings.canKeep(made)) {
            if (plans.size() == MOST) {
                plans.clear();
            }
            plans.put(request, made);
        }
        return made;
    }
}
