package io.stowage.ecs.placement.explain;

import org.jspecify.annotations.Nullable;

/**
 * A task that holds something of what a check asks for. Room that is kept for a daemon service is held by a task of that service whose id
 * says so.
 *
 * @param taskId the id of the task
 * @param group its task group, {@code null} if unknown
 * @param amount how much it holds, in the unit of the check; the number of ports for ports, 1 for a task that {@code distinctInstance}
 *     meets
 * @param counted whether the task counts; one that is being stopped holds what it has and does not count
 */
public record Holder(String taskId, @Nullable String group, long amount, boolean counted) {}
