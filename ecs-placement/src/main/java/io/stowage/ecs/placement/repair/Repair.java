package io.stowage.ecs.placement.repair;

import io.stowage.ecs.placement.PlacementRequest;
import io.stowage.ecs.placement.PlacementResult;
import io.stowage.ecs.placement.snapshot.ClusterSnapshot;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Changes that reach the goal together, and the proof: placing the changed request on the changed cluster gives the result.
 * Immutable.
 *
 * @param changes one or two, the one of the lower {@link ChangeKind} first; none of them can be left out, and no CPU or memory of
 *     them can be lowered by one unit less; unmodifiable
 * @param cluster the cluster with the changes
 * @param request the request with the changes
 * @param result what comes of it
 */
public record Repair(List<Change> changes, ClusterSnapshot cluster, PlacementRequest request, PlacementResult result) {
    /** Copies the list. */
    public Repair {
        changes = List.copyOf(changes);
    }

    /**
     * What to do, for people.
     *
     * @return words in the imperative, without a capital letter and a full stop
     */
    public String describe() {
        return changes.stream().map(Change::describe).collect(Collectors.joining(", and "));
    }
}
