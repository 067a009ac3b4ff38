package io.stowage.ecs.placement.internal.engine;

import io.stowage.ecs.placement.Placement;
import io.stowage.ecs.placement.PlacementRequest;
import io.stowage.ecs.placement.PlacementResult;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Places the task of requests for one task in one pool, which is what sessions are asked for most: as a {@link RunScheduler} does, without the
 * objects that serve more than that. If all is known that the request asks for, and nobody but ECS has a say, it allocates the result and
 * nothing else.
 */
final class OneTaskScheduler {
    private final EngineConfig config;
    private final EngineCore core;
    private final Transaction transaction;
    private final Chooser chooser;
    private final boolean isOfEcs;
    /** For all requests, if nobody keeps a turn. */
    private @Nullable Turns always;

    OneTaskScheduler(EngineConfig config, EngineCore core, Transaction transaction, Chooser chooser) {
        this.config = config;
        this.core = core;
        this.transaction = transaction;
        this.chooser = chooser;
        this.isOfEcs = config.isOfEcs();
    }

    /** Whether a request is one of those. */
    static boolean canRun(PlacementRequest request) {
        return request.count() == 1
                && request.capacityProviderStrategy().isEmpty()
                && request.daemonServices().isEmpty();
    }

    PlacementResult run(Plan plan, PlacementRequest request) {
        TaskNames.checkFree(request.taskIds(), core);
        Turn turn = turns(plan, request).turn(0);
        int chosen = chooser.choose(plan, turn);
        if (chosen == EngineCore.NONE) {
            Refusals refusals = core.refusals(plan, turn);
            return RunScheduler.result(
                    core, plan, request, List.of(), refusals.all(), refusals.closest(), refusals.error(plan.pool()));
        }
        Placement placement = transaction.placeNamed(plan, request, chosen, 0);
        List<String> notes = RunScheduler.notes(core, plan);
        return notes.isEmpty()
                ? PlacementResult.of(placement)
                : new PlacementResult(List.of(placement), 0, 0, List.of(), null, null, notes);
    }

    private Turns turns(Plan plan, PlacementRequest request) {
        Turns known = always;
        if (known != null) {
            return known.next(plan.task(), request.seed());
        }
        Turns made = new Turns(config, core, plan.task(), request.seed());
        if (isOfEcs) {
            always = made;
        }
        return made;
    }
}
