package io.stowage.ecs.placement.headroom;

import io.stowage.ecs.placement.PlacementFailure;
import org.jspecify.annotations.Nullable;

/**
 * What fits on one instance.
 *
 * @param containerInstance the id of the instance
 * @param tasks how many of the tasks that fit on the cluster go there
 * @param stoppedBy the first check that the task after those fails there; {@code null} if the count ended before the instance was
 *     full
 */
public record InstanceHeadroom(
        String containerInstance, int tasks, @Nullable PlacementFailure stoppedBy) {}
