package io.stowage.ecs.placement.cli;

import io.stowage.ecs.placement.PlacementDecision;
import io.stowage.ecs.placement.PlacementEngine;
import io.stowage.ecs.placement.PlacementFailure;
import io.stowage.ecs.placement.PlacementRequest;
import io.stowage.ecs.placement.PlacementResult;
import io.stowage.ecs.placement.PlacementSession;
import io.stowage.ecs.placement.UnconsideredInstance;
import io.stowage.ecs.placement.snapshot.ClusterSnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * One placement with everything that is told of it.
 *
 * @param decisions one for each task that was looked at, in order
 */
record Run(
        ClusterSnapshot before,
        PlacementRequest request,
        PlacementResult result,
        List<PlacementDecision> decisions,
        ClusterSnapshot after) {

    static Run of(ClusterSnapshot before, PlacementRequest request) {
        List<PlacementDecision> decisions = new ArrayList<>();
        PlacementSession session =
                PlacementEngine.builder().listener(decisions::add).build().open(before);
        PlacementResult result = session.place(request);
        return new Run(before, request, result, List.copyOf(decisions), session.snapshot());
    }

    /** How each placed task was decided, in the order of the placements. */
    List<PlacementDecision> placed() {
        return decisions.stream()
                .filter(decision -> decision.containerInstance() != null)
                .toList();
    }

    /** What the instances answered that did not take the last task, or none of the last tasks. */
    List<PlacementFailure> refusals() {
        if (result.unplaced() > 0 || decisions.isEmpty()) {
            return result.failures();
        }
        return decisions.get(decisions.size() - 1).refusals();
    }

    /** The instances that no task was looking at. */
    List<UnconsideredInstance> unconsidered() {
        Stream<UnconsideredInstance> ofFirst =
                decisions.stream().limit(1).flatMap(decision -> decision.unconsidered().stream());
        return ofFirst.filter(instance -> decisions.stream()
                        .allMatch(decision -> decision.unconsidered().stream()
                                .anyMatch(other -> other.containerInstance().equals(instance.containerInstance()))))
                .toList();
    }
}
