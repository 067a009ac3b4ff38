package io.stowage.ecs.placement;

/** A limit of ECS that placement, or a caller who simulates a cluster, comes up against. The figures are in {@link Quotas}. */
public enum Quota {
    /** Placement constraints of a task, those of its task definition and those of the request together. */
    CONSTRAINTS_PER_TASK,
    /** Placement strategies of a request or service. */
    STRATEGIES_PER_REQUEST,
    /** Tasks of one RunTask. */
    TASKS_PER_RUN_TASK,
    /** Container instances of one StartTask. */
    INSTANCES_PER_START_TASK,
    /** Characters of an expression. */
    EXPRESSION_CHARACTERS,
    /** Ports of an instance that are reserved at a time, TCP and UDP together, the agent's included. */
    RESERVED_PORTS_PER_INSTANCE,
    /** How many of those the container agent reserves for itself, as documented. It can be told otherwise. */
    PORTS_RESERVED_BY_AGENT,
    /** Port ranges of a container. */
    PORT_RANGES_PER_CONTAINER,
    /** Characters of the name of a task group. */
    GROUP_CHARACTERS,
    /** Characters of the name of an attribute. */
    ATTRIBUTE_NAME_CHARACTERS,
    /** Characters of the value of an attribute. */
    ATTRIBUTE_VALUE_CHARACTERS,
    /** Containers of a task definition. */
    CONTAINERS_PER_TASK_DEFINITION,
    /** Size of a task definition in KiB. */
    TASK_DEFINITION_KIB,
    /** Container instances of a cluster. */
    INSTANCES_PER_CLUSTER,
    /** Services of a cluster. */
    SERVICES_PER_CLUSTER,
    /** Tasks of a service. */
    TASKS_PER_SERVICE,
    /** Tasks of a service that uses service discovery. */
    TASKS_PER_SERVICE_WITH_DISCOVERY,
    /** Tasks of a cluster that wait for a capacity provider. */
    PROVISIONING_TASKS_PER_CLUSTER,
    /** Tasks that a service starts in a minute on EC2 or external instances. */
    TASK_STARTS_PER_MINUTE,
    /** Subnets of an awsvpc configuration. */
    SUBNETS_PER_CONFIGURATION,
    /** Security groups of an awsvpc configuration. */
    SECURITY_GROUPS_PER_CONFIGURATION,
    /** The least CPU units of a task on EC2. */
    LEAST_TASK_CPU_UNITS,
    /** The most CPU units of a task on EC2. */
    MOST_TASK_CPU_UNITS,
    /** The least memory of a container in MiB. */
    LEAST_CONTAINER_MEMORY_MIB,
    /** Capacity providers of a strategy. */
    CAPACITY_PROVIDERS_PER_STRATEGY,
    /** The greatest base of a capacity provider. */
    CAPACITY_PROVIDER_BASE,
    /** The greatest weight of a capacity provider. */
    CAPACITY_PROVIDER_WEIGHT
}
