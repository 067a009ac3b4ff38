package io.stowage.ecs.placement;

import io.stowage.ecs.placement.snapshot.ClusterSnapshot;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of a request. Partial success is normal: the tasks that fit are placed, the rest is not. Immutable.
 *
 * @param placements the placed tasks in the order of placement; unmodifiable
 * @param unplaced how many tasks were not placed
 * @param failures why not: one entry for each instance that was looked at, ordered by id; not empty exactly if tasks are unplaced
 *     and there is no error; unmodifiable
 * @param refusals what the instances answered that refused the last task that was looked at, placed or not: the first check that each
 *     of them failed, ordered by id; the same as {@code failures} if tasks are unplaced; unmodifiable
 * @param unconsidered the instances that the request does not look at, ordered by id; unmodifiable
 * @param error the message with which ECS refuses the whole request because there is no instance to look at; {@code null} otherwise
 * @param after the cluster with the placed tasks on it
 */
public record PlacementResult(
        List<Placement> placements,
        int unplaced,
        List<PlacementFailure> failures,
        List<PlacementFailure> refusals,
        List<UnconsideredInstance> unconsidered,
        @Nullable String error,
        ClusterSnapshot after) {
    /** Copies the lists. */
    public PlacementResult {
        placements = List.copyOf(placements);
        failures = List.copyOf(failures);
        refusals = List.copyOf(refusals);
        unconsidered = List.copyOf(unconsidered);
    }
}
