package io.stowage.ecs.placement.repair;

/**
 * What a {@link Change} is about. The order is the order of rank: first what alters numbers of the request and nothing else, then
 * what alters instances that are there, then giving up a rule, then stopping what runs, then what costs money.
 */
public enum ChangeKind {
    /** A dynamic host port instead of a fixed one. */
    DYNAMIC_PORT,
    /** Fewer CPU units for the task. */
    LOWER_CPU,
    /** Less memory for the task. */
    LOWER_MEMORY,
    /** A subnet in one more Availability Zone, for a request in {@code awsvpc} mode. */
    ADD_SUBNET_ZONE,
    /** An attribute on an instance that lacks it. */
    ADD_ATTRIBUTE,
    /** An agent that is connected again. */
    CONNECT_AGENT,
    /** An instance that drains no longer. */
    ACTIVATE_INSTANCE,
    /** A constraint less. */
    DROP_CONSTRAINT,
    /** A task that has stopped. */
    STOP_TASK,
    /** An instance more. */
    ADD_INSTANCE
}
