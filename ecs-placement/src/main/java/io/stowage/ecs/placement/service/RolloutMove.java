package io.stowage.ecs.placement.service;

import org.jspecify.annotations.Nullable;

/**
 * One start or stop on the way to a stall. Immutable.
 *
 * @param isStart whether a new task starts; otherwise an old one stops
 * @param containerInstance the id of the instance; {@code null} in an analysis without a cluster
 * @param oldTasks old tasks after it
 * @param newTasks new tasks after it
 */
public record RolloutMove(boolean isStart, @Nullable String containerInstance, int oldTasks, int newTasks) {
    /** The move in words. */
    @Override
    public String toString() {
        return (isStart ? "start a new task" : "stop an old task")
                + (containerInstance == null ? "" : " on " + containerInstance) + ": " + oldTasks + " old, " + newTasks
                + " new";
    }
}
