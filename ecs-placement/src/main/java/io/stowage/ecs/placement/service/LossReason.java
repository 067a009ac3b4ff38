package io.stowage.ecs.placement.service;

/** Why tasks are not placed again in a drill. The names are ours. */
public enum LossReason {
    /** No instance that remains takes another task of the service. */
    NO_PLACE,
    /** No instance that remains takes another task, and the tasks wait in {@code PROVISIONING} for their capacity provider to bring one. */
    WAITS_FOR_CAPACITY,
    /** They are tasks of a daemon service: each belongs to its instance and goes with it. */
    DAEMON,
    /** They belong to no service: ECS does not start them again. */
    STANDALONE,
    /** They belong to a service that was not described to the drills: whether they find a place is not known. */
    NOT_DESCRIBED
}
