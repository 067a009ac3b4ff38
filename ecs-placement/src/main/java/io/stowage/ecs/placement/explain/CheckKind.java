package io.stowage.ecs.placement.explain;

/**
 * What a check is about. The first three decide whether a request looks at an instance at all; ECS reports nothing of an instance that it
 * does not look at. The others stand in the order in which ECS's reasons are reported, as far as the engine has decided it.
 */
public enum CheckKind {
    /** The status of the instance, which must be {@code ACTIVE}. */
    STATUS,
    /** The capacity provider that the request names. */
    CAPACITY_PROVIDER,
    /** The launch type: external instances for EXTERNAL, all others for EC2. */
    LAUNCH_TYPE,
    /** The connection of the container agent. */
    AGENT,
    /** Attributes that the instance must have. */
    ATTRIBUTE,
    /** Architecture and operating system. */
    PLATFORM,
    /** The Availability Zones of the subnets. */
    LOCATION,
    /** CPU units. */
    CPU,
    /** Memory. */
    MEMORY,
    /** Fixed TCP ports. */
    PORTS,
    /** Fixed UDP ports. */
    PORTS_UDP,
    /** How many ports may be reserved on an instance. */
    PORT_LIMIT,
    /** Network interfaces for tasks. */
    ENI,
    /** GPUs. */
    GPU,
    /** Neuron devices. */
    NEURON_DEVICE,
    /** A resource that a plug-in looks after. */
    CUSTOM_RESOURCE,
    /** A placement constraint, ECS's own or one of a plug-in. */
    CONSTRAINT
}
