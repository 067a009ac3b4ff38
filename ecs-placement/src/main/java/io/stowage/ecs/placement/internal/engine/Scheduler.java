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
import java.util.function.BiFunction;
import java.util.function.Supplier;

/** Everything that a session decides, on top of its core. Each call takes effect as a whole or not at all. */
public final class Scheduler {
    private final EngineConfig config;
    private final EngineCore core;
    private final TaskNames names;
    private final PlanCache plans;
    private final BiFunction<Plan, String, Plan> ofProvider;
    private final Chooser chooser;
    private final Transaction transaction;
    private final OneTaskScheduler oneTask;

    /** A scheduler over the books of a new session. */
    public Scheduler(EngineConfig config, EngineCore core) {
        this(config, core, new TaskNames(), new PlanCache(config));
    }

    private Scheduler(EngineConfig config, EngineCore core, TaskNames names, PlanCache plans) {
        this.config = config;
        this.core = core;
        this.names = names;
        this.plans = plans;
        this.ofProvider = plans::ofProvider;
        this.chooser = new Chooser(config, core);
        this.transaction = new Transaction(core, names);
        this.oneTask = new OneTaskScheduler(config, core, transaction, chooser);
    }

    /** The books. */
    public EngineCore core() {
        return core;
    }

    /** A scheduler over a fork of the books, which names tasks as this one would. */
    public Scheduler fork() {
        return new Scheduler(config, core.fork(), names.fork(), plans.fork());
    }

    /** Places tasks by constraints and strategies. */
    public PlacementResult run(PlacementRequest request, RequestRules rules) {
        Plan plan = plans.run(request, rules);
        // Placing is what is called most, so it goes without the objects that a call in a transaction costs.
        boolean done = false;
        try {
            PlacementResult result = OneTaskScheduler.canRun(request)
                    ? oneTask.run(plan, request)
                    : new RunScheduler(config, core, transaction, plan, request, chooser, ofProvider).run();
            done = true;
            return result;
        } finally {
            end(done);
        }
    }

    /**
     * Explains one task of a request that is not placed: the books stay as they are.
     *
     * @param index which of its tasks, from 0
     */
    public Explanation explain(PlacementRequest request, RequestRules rules, int index) {
        Plan plan = plans.run(request, rules).askedBy(request);
        if (index < 0 || index >= request.count()) {
            throw new IllegalArgumentException(
                    "index is " + index + "; 0 to " + (request.count() - 1) + " was expected");
        }
        return explainer(plan).one(index);
    }

    /** Explains all tasks of a request that are looked at. */
    public List<Explanation> explainAll(PlacementRequest request, RequestRules rules) {
        return explainer(plans.run(request, rules).askedBy(request)).all();
    }

    private Explainer explainer(Plan plan) {
        return new Explainer(config, core.fork(), names.fork(), plan);
    }

    /** Starts a task on each of the named instances. */
    public StartResult start(PlacementRequest request, List<String> instances) {
        Plan plan = PlanMaker.start(config, request, instances.size());
        return inTransaction(() -> new StartScheduler(config, core, transaction, plan).start(instances));
    }

    /** Brings a daemon service to one task on each eligible instance. */
    public DaemonResult daemon(PlacementRequest request) {
        Plan plan = PlanMaker.daemon(config, request);
        return inTransaction(() -> new DaemonScheduler(config, core, transaction, plan).run());
    }

    /** Chooses tasks to stop. */
    public ScaleInResult scaleIn(ScaleInRequest request) {
        StopPlan plan = PlanMaker.stop(config, request);
        return inTransaction(() -> new ScaleIn(config, core, transaction, plan).stop(request.count(), request.seed()));
    }

    /** Moves tasks between zones. */
    public RebalanceResult rebalance(PlacementRequest request, int mostSteps) {
        Plan plan = PlanMaker.rebalance(config, request);
        return inTransaction(() -> new Rebalancer(config, core, transaction, plan).run(mostSteps));
    }

    private <T> T inTransaction(Supplier<T> call) {
        boolean done = false;
        try {
            T result = call.get();
            done = true;
            return result;
        } finally {
            end(done);
        }
    }

    private void end(boolean done) {
        if (done) {
            transaction.commit();
        } else {
            transaction.rollBack();
        }
    }
}
