package io.stowage.ecs.cql;

/** What an answer may depend on, by what changes it. */
public enum Dependency {
    /** {@code ec2InstanceId} and {@code registeredAt}: settled when the instance registers. */
    REGISTRATION,
    /** Attributes: they change when somebody puts or deletes one, or when the agent registers anew. */
    ATTRIBUTES,
    /** {@code agentConnected} and {@code agentVersion}. */
    AGENT,
    /** {@code runningTasksCount}: changes with every task that is placed or stopped. */
    RUNNING_TASKS_COUNT,
    /** {@code task:group}: changes with the first and the last task of a group. */
    TASK_GROUPS
}
