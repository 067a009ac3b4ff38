package io.stowage.ecs.placement.headroom;

import io.stowage.ecs.placement.PlacementFailure;
import org.jspecify.annotations.Nullable;

/**
 * How many tasks fit on one empty instance.
 *
 * @param networking how the tasks reach the network
 * @param tasks how many are placed
 * @param atLeast whether the count ended at {@link Headroom#MOST_TASKS}
 * @param stoppedBy the first check that the task after those fails; {@code null} if the count ended at its limit, or if the type
 *     cannot have such networking at all
 * @param freeCpuUnits what is left of the CPU
 * @param freeMemoryMib what is left of the memory, in MiB
 * @param possible whether an instance of the type can have such networking: trunking is for some types only. If not, no task is
 *     counted
 */
public record Density(
        Networking networking,
        int tasks,
        boolean atLeast,
        @Nullable PlacementFailure stoppedBy,
        long freeCpuUnits,
        long freeMemoryMib,
        boolean possible) {}
