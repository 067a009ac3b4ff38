package io.stowage.ecs.placement;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What zone rebalancing did. Immutable.
 *
 * @param steps the moves in order; unmodifiable
 * @param endedBecause why it ended before the zones were balanced, or did not begin; {@code null} if they are balanced, or the
 *     steps that were allowed are used up
 * @param startFailedIn the zone in which no task could be started; ECS writes {@code SERVICE_TASK_PLACEMENT_FAILURE} then. {@code
 *     null} if it ended otherwise
 * @param failures why not, one entry for each instance of that zone, ordered by id; unmodifiable
 * @param balanced whether every zone has its share now
 */
public record RebalanceResult(
        List<Step> steps,
        @Nullable String endedBecause,
        @Nullable String startFailedIn,
        List<PlacementFailure> failures,
        boolean balanced) {
    /** Copies the lists. */
    public RebalanceResult {
        steps = List.copyOf(steps);
        failures = List.copyOf(failures);
    }

    /**
     * One move: a task starts, and when it is healthy another stops.
     *
     * @param started the new task
     * @param stopped the one that it replaces
     */
    public record Step(Placement started, StoppedTask stopped) {}
}
