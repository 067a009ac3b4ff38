package io.stowage.ecs.placement.plugin;

import io.stowage.ecs.model.needs.TaskNeeds;
import io.stowage.ecs.model.task.TaskOverride;
import io.stowage.ecs.model.taskdef.TaskDefinition;
import org.jspecify.annotations.Nullable;

/**
 * The task of a request; all tasks of one request are alike. Immutable.
 *
 * @param definition the task definition; one without containers where tasks are chosen to stop
 * @param overrides what RunTask overrides, {@code null} for nothing
 * @param needs what the task reserves, overrides included
 * @param group its task group
 * @param service the name of its service, {@code null} for a standalone task
 */
public record TaskToPlace(
        TaskDefinition definition,
        @Nullable TaskOverride overrides,
        TaskNeeds needs,
        String group,
        @Nullable String service) {}
