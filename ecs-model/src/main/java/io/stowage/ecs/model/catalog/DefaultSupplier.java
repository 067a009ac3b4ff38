package io.stowage.ecs.model.catalog;

/** Who supplies a value that was not written. */
public enum DefaultSupplier {
    /** The ECS API, whatever the task definition is. */
    API,
    /** The launch type that the task definition is for. */
    LAUNCH_TYPE,
    /** The network mode of the task definition. */
    NETWORK_MODE
}
