package io.stowage.ecs.placement;

import java.util.List;

/**
 * What came of starting tasks on named instances. Immutable.
 *
 * @param placements the started tasks in the order of the request; unmodifiable
 * @param failures why the others were not started, in the order of the request; besides the reasons of placement there are {@code
 *     MISSING} (no such instance) and {@code INACTIVE} (any status but {@code ACTIVE}); unmodifiable
 */
public record StartResult(List<Placement> placements, List<PlacementFailure> failures) {
    /** Copies the lists. */
    public StartResult {
        placements = List.copyOf(placements);
        failures = List.copyOf(failures);
    }
}
