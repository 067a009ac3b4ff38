package io.stowage.ecs.model.volume;

/** What a task must stay on to find the data of a volume again. */
public enum DataTie {
    /** Nothing: the data ends with the task, or is in reach from everywhere. */
    NONE,
    /** The container instance: a task on another one finds no data. */
    INSTANCE,
    /** The availability zone: a task in another one finds no data. */
    ZONE
}
