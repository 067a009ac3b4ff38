package io.stowage.ecs.placement;

import java.util.List;

/**
 * What a daemon service did. Immutable.
 *
 * @param placements the tasks that were missing and are placed, by instance id; unmodifiable
 * @param stopped the tasks that no longer belong where they are, by instance id; unmodifiable
 * @param failures the instances that should have a task and cannot take it, by instance id. What the daemon needs there is kept from
 *     replicas whose request names it in {@link PlacementRequest.Builder#daemonServices}; unmodifiable
 */
public record DaemonResult(List<Placement> placements, List<StoppedTask> stopped, List<PlacementFailure> failures) {
    /** Copies the lists. */
    public DaemonResult {
        placements = List.copyOf(placements);
        stopped = List.copyOf(stopped);
        failures = List.copyOf(failures);
    }
}
