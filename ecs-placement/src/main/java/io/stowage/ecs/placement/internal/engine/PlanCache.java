package io.stowage.ecs.placement.internal.engine;

import io.stowage.ecs.placement.PlacementRequest;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Plans of requests that were placed before, found by what the requests say: equal {@linkplain RequestRules rules} always mean the same
 * plan, also where the requests come with plans that other sessions have made. A request with rules of the caller's own is made ready each time, unless they say what they depend on, and it is not everything:
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
    private @Nullable RequestRules[] rulesOf;

    private int size;
    private boolean shared;
    /** What plans that are remembered become for the instances of a provider. */
    private final IdentityHashMap<Plan, Map<String, Plan>> ofProviders = new IdentityHashMap<>();

    PlanCache(EngineConfig config) {
        this.config = config;
        this.plans = new Plan[SMALLEST];
        this.rulesOf = new RequestRules[SMALLEST];
    }

    private PlanCache(PlanCache from) {
        this.config = from.config;
        this.plans = from.plans;
        this.rulesOf = from.rulesOf;
        this.size = from.size;
        this.shared = true;
    }

    PlanCache fork() {
        shared = true;
        return new PlanCache(this);
    }

    /**
     * The plan by which the request is run. It may have been made from another request of the same rules: the number of tasks, their ids and
     * all else that {@link RequestRules} leave out are those of that one.
     *
     * @param rules those of the request
     */
    Plan run(PlacementRequest request, RequestRules rules) {
        Plan here = plans[slot(rules)];
        Plan kept = here == null ? rules.plan(config) : null;
        Plan known = here == null ? kept : here;
        if (known == null || (known.request() != request && !PlanMaker.isRunnable(config, request))) {
            known = PlanMaker.run(config, request);
            rules.keep(config, known);
        }
        // What is kept is reusable, and need not be looked through.
        if (here == null && (kept != null || known.isReusable())) {
            add(rules, known);
        }
        return known;
    }

    /** The plan for the instances of a capacity provider: the same one each time, if the plan is one that is remembered. */
    Plan ofProvider(Plan plan, String provider) {
        return plan.isReusable()
                ? ofProviders.computeIfAbsent(plan, any -> new HashMap<>()).computeIfAbsent(provider, plan::ofProvider)
                : plan.ofProvider(provider);
    }

    /** The slot that holds the plan of a request of these rules, or the free one where the search for it ends. */
    private int slot(RequestRules rules) {
        int hash = rules.hashCode();
        int spread = hash * 0x9E37_79B9;
        int slot = (spread ^ spread >>> 15) & plans.length - 1;
        for (RequestRules there = rulesOf[slot]; there != null; there = rulesOf[slot]) {
            if (there.hashCode() == hash && there.equals(rules)) {
                return slot;
            }
            slot = slot + 1 & plans.length - 1;
        }
        return slot;
    }

    private void add(RequestRules rules, Plan plan) {
        if (size == MOST) {
            plans = new Plan[SMALLEST];
            rulesOf = new RequestRules[SMALLEST];
            size = 0;
            ofProviders.clear();
        } else if ((size + 1) * 2 > plans.length) {
            enlarge();
        } else if (shared) {
            plans = plans.clone();
            rulesOf = rulesOf.clone();
        }
        shared = false;
        put(rules, plan);
        size++;
    }

    private void put(RequestRules rules, @Nullable Plan plan) {
        int slot = slot(rules);
        plans[slot] = plan;
        rulesOf[slot] = rules;
    }

    private void enlarge() {
        @Nullable Plan[] before = plans;
        @Nullable RequestRules[] rulesBefore = rulesOf;
        plans = new Plan[before.length * 2];
        rulesOf = new RequestRules[before.length * 2];
        for (int i = 0; i < before.length; i++) {
            RequestRules rules = rulesBefore[i];
            if (rules != null) {
                put(rules, before[i]);
            }
        }
    }
}
