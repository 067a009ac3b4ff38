package io.stowage.ecs.placement.internal.engine;

import io.stowage.ecs.placement.Placement;
import io.stowage.ecs.placement.explain.Explanation;
import io.stowage.ecs.placement.explain.InstanceExplanation;
import io.stowage.ecs.placement.explain.Ranking;
import io.stowage.ecs.placement.plugin.Candidate;
import io.stowage.ecs.placement.snapshot.InstanceSnapshot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntPredicate;

/**
 * Explains tasks of a request. It places the request on books of its own, as the engine places it, and stops at the tasks that it is asked
 * about: those are decided by the same checks and strategies, and then every check is asked once more, to the end. Listeners hear nothing
 * of it, because nothing happens.
 */
final class Explainer {
    private final EngineConfig config;
    private final EngineCore core;
    private final Transaction transaction;
    private final Plan plan;
    private final EngineCore empty;
    private final Map<Pool, Explanation> refused = new HashMap<>();
    private final List<Explanation> explained = new ArrayList<>();

    /**
     * An explainer of one request.
     *
     * @param core books that nobody needs afterwards
     */
    Explainer(EngineConfig config, EngineCore core, TaskNames names, Plan plan) {
        this.config = config;
        this.core = core;
        this.transaction = new Transaction(core, names);
        this.plan = plan;
        // The same for all tasks of the request: none of them changes what instances are.
        this.empty = Emptied.of(config, core, plan.request().daemonServices());
    }

    /** The task of that index; if one before it in its pool is refused, that one, because none after it is looked at. */
    Explanation one(int index) {
        Plan last = run(index + 1, i -> i == index);
        return explained.stream()
                .filter(explanation -> explanation.index() == index)
                .findFirst()
                .orElseGet(() -> Objects.requireNonNull(refused.get(last.pool())));
    }

    /** All tasks that are looked at. */
    List<Explanation> all() {
        run(plan.request().count(), i -> true);
        return List.copyOf(explained);
    }

    private Plan run(int tasks, IntPredicate wanted) {
        RunScheduler.Decider decider = (here, turn, before) -> choose(here, turn, before, wanted);
        return new RunScheduler(config, core, transaction, plan, plan.request(), decider, Plan::ofProvider)
                .runFirst(tasks);
    }

    private int choose(Plan here, Turn turn, List<Placement> before, IntPredicate wanted) {
        if (!wanted.test(turn.index())) {
            int chosen = core.choose(here, turn);
            if (chosen != EngineCore.NONE) {
                return chosen;
            }
        }
        Explanation explanation = explain(here, turn, before);
        explained.add(explanation);
        if (explanation.ranking() == null) {
            refused.put(here.pool(), explanation);
        }
        return explanation.containerInstance().map(core::instance).orElse(EngineCore.NONE);
    }

    private Explanation explain(Plan here, Turn turn, List<Placement> before) {
        List<Candidate> candidates = new ArrayList<>();
        for (Candidate instance : core.cluster()) {
            if (here.pool().outside(instance) == null && here.firstFailed(instance, turn) == null) {
                candidates.add(instance);
            }
        }
        Ranking ranking = candidates.isEmpty() ? null : Ranker.rank(config, core, here, candidates, turn);
        List<InstanceExplanation> instances = instances(here, turn.index());
        boolean nobodyIsAsked = instances.stream().noneMatch(InstanceExplanation::considered);
        return new Explanation(
                here.task().group(),
                turn.index(),
                here.task().needs(),
                before,
                instances,
                ranking,
                new Verdicts(config, here, empty, instances).verdict(ranking),
                nobodyIsAsked ? here.pool().empty() : null,
                RunScheduler.notes(core, here));
    }

    private List<InstanceExplanation> instances(Plan here, int index) {
        FailureTeller now = new FailureTeller(config, core, here, index);
        FailureTeller afresh = new FailureTeller(config, empty, here, index);
        List<InstanceExplanation> instances = new ArrayList<>();
        for (Candidate instance : core.cluster()) {
            InstanceSnapshot facts = core.describe(core.instance(instance.id()));
            instances.add(new InstanceExplanation(
                    facts.id(), facts.instanceType(), facts.zone(), now.failures(facts), afresh.failures(facts)));
        }
        return instances;
    }
}
