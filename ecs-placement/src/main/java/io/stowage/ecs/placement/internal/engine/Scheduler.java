package io.stowage.ecs.placement.internal.engine;

import io.stowage.ecs.placement.DaemonResult;
import io.stowage.ecs.placement.PlacementRequest;
import io.stowage.ecs.placement.PlacementResult;
import io.stowage.ecs.placement.RebalanceResult;
import io.stowage.ecs.placement.ScaleInRequest;
import io.stowage.ecs.placement.ScaleInResult;
import io.stowage.ecs.placement.StartResult;
import io.stowage.ecs.placement.explain.Explanation;
import java.util.List;
import java.util.function.Function;

/** Everything that a session decides, on top of its core. Each call takes effect as a whole or not at all. */
public final class Scheduler {
    private final EngineConfig config;
    private final EngineCore core;
    private final Transaction.TaskNames names;
    private final PlanCache plans;

    /** A scheduler over the books of a new session. */
    public Scheduler(EngineConfig config, EngineCore core) {
        this(config, core, new Transaction.TaskNames(), new PlanCache(config));
    }

    private Scheduler(EngineConfig config, EngineCore core, Transaction.TaskNames names, PlanCache plans) {
        this.config = config;
        this.core = core;
        this.names = names;
        this.plans = plans;
    }

    /** The books. */
    public EngineCore core() {
        return core;
    }

    /** A scheduler over a fork of the books, which names tasks as this one would. */
    public Scheduler fork() {
        return new Scheduler(config, core.fork(), names.copy(), plans.fork());
    }

    /** Places tasks by constraints and strategies. */
    public PlacementResult run(PlacementRequest request) {
        Plan plan = plans.run(request);
        return inTransaction(transaction -> new RunScheduler(config, core, transaction, plan, request).run());
    }

    /**
     * Explains one task of a request that is not placed: the books stay as they are.
     *
     * @param index which of its tasks, from 0
     */
    public Explanation explain(PlacementRequest request, int index) {
        Plan plan = plans.run(request).askedBy(request);
        if (index < 0 || index >= request.count()) {
            throw new IllegalArgumentException(
                    "index is " + index + "; 0 to " + (request.count() - 1) + " was expected");
        }
        return explainer(plan).one(index);
    }

    /** Explains all tasks of a request that are looked at. */
    public List<Explanation> explainAll(PlacementRequest request) {
        return explainer(plans.run(request).askedBy(request)).all();
    }

    private Explainer explainer(Plan plan) {
        return new Explainer(config, core.fork(), names.copy(), plan);
    }

    /** Starts a task on each of the named instances. */
    public StartResult start(PlacementRequest request, List<String> instances) {
        Plan plan = PlanMaker.start(config, request, instances.size());
        return inTransaction(transaction -> new StartScheduler(config, core, transaction, plan).start(instances));
    }

    /** Brings a daemon service to one task on each eligible instance. */
    public DaemonResult daemon(PlacementRequest request) {
        Plan plan = PlanMaker.daemon(config, request);
        return inTransaction(transaction -> new DaemonScheduler(config, core, transaction, plan).run());
    }

    /** Chooses tasks to stop. */
    public ScaleInResult scaleIn(ScaleInRequest request) {
        StopPlan plan = PlanMaker.stop(config, request);
        return inTransaction(
                transaction -> new ScaleIn(config, core, transaction, plan).stop(request.count(), request.seed()));
    }

    /** Moves tasks between zones. */
    public RebalanceResult rebalance(PlacementRequest request, int mostSteps) {
        Plan plan = PlanMaker.rebalance(config, request);
        return inTransaction(transaction -> new Rebalancer(config, core, transaction, plan).run(mostSteps));
    }

    private <T> T inTransaction(Function<Transaction, T> call) {
        Transaction transaction = new Transaction(core, names);
        boolean done = false;
        try {
            T result = call.apply(transaction);
            done = true;
            return result;
        } finally {
            if (!done) {
                transaction.rollBack();
            }
        }
    }
}
