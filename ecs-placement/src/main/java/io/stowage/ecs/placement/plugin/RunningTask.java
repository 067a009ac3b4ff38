package io.stowage.ecs.placement.plugin;

import io.stowage.ecs.placement.snapshot.TaskSnapshot;

/**
 * A task that may be stopped, and the instance it runs on.
 *
 * @param task the task
 * @param instance its instance
 */
public record RunningTask(TaskSnapshot task, Candidate instance) {}
