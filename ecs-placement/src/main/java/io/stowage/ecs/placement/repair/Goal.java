package io.stowage.ecs.placement.repair;

/** When a change is good enough. */
public enum Goal {
    /** One task more is placed than without the change. */
    NEXT_TASK,
    /** All tasks of the request are placed. */
    ALL_TASKS
}
