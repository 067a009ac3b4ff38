package io.stowage.ecs.placement.internal.engine;

import io.stowage.ecs.placement.PlacementRequest;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Plans of requests that were placed before, found by what the requests say: {@linkplain SameRules the same rules} always mean the same
 * plan. A request with rules of the caller's own is made ready each time, unless they say what they depend on, and it is not everything:
 * then nothing that they would be told again could change their answers.
 *
 * <p>A hash table without entries: a look-up for a request that is new allocates nothing. Forks share it until one of the two adds a plan.
 * For one thread at a time.
 */
final class PlanCache {
    /** As many as an {@link IndexedCore} knows; then all are forgotten. */
    private static final int MOST = 8_192;

    private static final int SMALLEST = 32;

    private final EngineConfig config;
    private @Nullable Plan[] plans;
    /** Of the plan in the same slot. */
    private int[] hashes;

    private int size;
    private boolean shared;
    /** What plans that are remembered become for the instances of a provider. */
    private final IdentityHashMap<Plan, Map<String, Plan>> ofProviders = new IdentityHashMap<>();

    PlanCache(EngineConfig config) {
        this.config = config;
        this.plans = new Plan[SMALLEST];
        this.hashes = new int[SMALLEST];
    }

    private PlanCache(PlanCache from) {
        this.config = from.config;
        this.plans = from.plans;
        this.hashes = from.hashes;
        this.size = from.size;
        this.shared = true;
    }

    PlanCache fork() {
        shared = true;
        return new PlanCache(this);
    }

    /**
     * The plan by which the request is run. It may have been made from another request of the same rules: the number of tasks, their ids and
     * all else that {@link SameRules} leaves out are those of that one.
     */
    Plan run(PlacementRequest request) {
        int hash = SameRules.hash(request);
        Plan known = plans[slot(hash, request)];
        if (known != null && (known.request() == request || PlanMaker.isRunnable(config, request))) {
            return known;
        }
        Plan made = PlanMaker.run(config, request);
        if (made.isReusable()) {
            add(hash, made);
        }
        return made;
    }

    /** The plan for the instances of a capacity provider: the same one each time, if the plan is one that is remembered. */
    Plan ofProvider(Plan plan, String provider) {
        return plan.isReusable()
                ? ofProviders.computeIfAbsent(plan, any -> new HashMap<>()).computeIfAbsent(provider, plan::ofProvider)
                : plan.ofProvider(provider);
    }

    /** The slot that holds the plan of a request, or the free one where the search for it ends. */
    private int slot(int hash, PlacementRequest request) {
        int slot = home(hash);
        for (Plan there = plans[slot]; there != null; there = plans[slot]) {
            if (hashes[slot] == hash && SameRules.test(there.request(), request)) {
                return slot;
            }
            slot = slot + 1 & plans.length - 1;
        }
        return slot;
    }

    private int home(int hash) {
        int spread = hash * 0x9E37_79B9;
        return (spread ^ spread >>> 15) & plans.length - 1;
    }

    private void add(int hash, Plan plan) {
        if (size == MOST) {
            plans = new Plan[SMALLEST];
            hashes = new int[SMALLEST];
            size = 0;
            ofProviders.clear();
        } else if ((size + 1) * 2 > plans.length) {
            enlarge();
        } else if (shared) {
            plans = plans.clone();
            hashes = hashes.clone();
        }
        shared = false;
        put(hash, plan);
        size++;
    }

    private void put(int hash, Plan plan) {
        int slot = slot(hash, plan.request());
        plans[slot] = plan;
        hashes[slot] = hash;
    }

    private void enlarge() {
        @Nullable Plan[] before = plans;
        int[] beforeHashes = hashes;
        plans = new Plan[before.length * 2];
        hashes = new int[before.length * 2];
        for (int i = 0; i < before.length; i++) {
            Plan plan = before[i];
            if (plan != null) {
                put(beforeHashes[i], plan);
            }
        }
    }
}
