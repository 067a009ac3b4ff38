package io.stowage.ecs.placement.internal.engine;

import io.stowage.ecs.placement.Placement;
import io.stowage.ecs.placement.PlacementFailure;
import io.stowage.ecs.placement.StartResult;
import io.stowage.ecs.placement.plugin.Candidate;
import java.util.ArrayList;
import java.util.List;

/** StartTask: a task on each named instance, by hand. Resources, agent, attributes and zone are checked, constraints are not. */
final class StartScheduler {
    private final EngineConfig config;
    private final EngineCore core;
    private final Transaction transaction;
    private final Plan plan;

    StartScheduler(EngineConfig config, EngineCore core, Transaction transaction, Plan plan) {
        this.config = config;
        this.core = core;
        this.transaction = transaction;
        this.plan = plan;
    }

    StartResult start(List<String> instances) {
        TaskNames.checkFree(plan.request().taskIds(), core);
        List<Placement> placements = new ArrayList<>();
        List<PlacementFailure> failures = new ArrayList<>();
        Turns turns = new Turns(config, core, plan.task(), plan.request().seed());
        for (int i = 0; i < instances.size(); i++) {
            String id = instances.get(i);
            int instance = core.instance(id);
            if (instance == EngineCore.NONE) {
                failures.add(plain(id, "MISSING", "there is no such container instance", i));
                continue;
            }
            Candidate candidate = core.candidate(instance);
            if (!candidate.status().equals("ACTIVE")) {
                failures.add(plain(id, "INACTIVE", "its status is " + candidate.status(), i));
                continue;
            }
            Turn turn = turns.turn(i);
            Plan.Failed failed = plan.firstFailed(candidate, turn);
            if (failed == null) {
                placements.add(transaction.placeNamed(plan, plan.request(), instance, i));
            } else {
                failures.add(failed.of(candidate));
            }
        }
        return new StartResult(placements, failures);
    }

    private static PlacementFailure plain(String id, String reason, String detail, int index) {
        return new PlacementFailure(id, reason, detail, null, null, List.of("/containerInstances/" + index));
    }
}
