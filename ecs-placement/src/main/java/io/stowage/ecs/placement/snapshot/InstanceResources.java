package io.stowage.ecs.placement.snapshot;

import org.jspecify.annotations.Nullable;

/**
 * Countable resources of an instance: in all, or left.
 *
 * @param cpuUnits CPU units, 1024 to a vCPU
 * @param memoryMib memory in MiB
 * @param gpus whole GPUs
 * @param networkInterfaces how many {@code awsvpc} tasks can have an interface; {@code null} if that is not known, and then it is
 *     no limit
 */
public record InstanceResources(
        long cpuUnits, long memoryMib, long gpus, @Nullable Long networkInterfaces) {}
