package io.stowage.ecs.placement.service;

/** Why a rolling deployment can do nothing more. The names are ours. */
public enum StallReason {
    /** Scale-in protection keeps every old task that would have to go. Ends when the protection expires. */
    PROTECTED_TASKS,
    /** The two percentages, rounded to tasks, allow neither a start nor a stop. */
    DEPLOYMENT_CONFIGURATION,
    /** Every instance that fits has a task that holds the host port. */
    PORT_CONFLICT,
    /** No instance has room for a new task, and no old one may stop. */
    NO_CAPACITY
}
