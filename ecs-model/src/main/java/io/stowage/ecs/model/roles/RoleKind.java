package io.stowage.ecs.model.roles;

/** The roles around ECS; {@link RoleFacts#of} says what they are. */
public enum RoleKind {
    /** ECS itself; made automatically. */
    SERVICE_LINKED,
    /** The instance profile of container instances. */
    INSTANCE,
    /** Instances outside of AWS. */
    EXTERNAL_INSTANCE,
    /** ECS with load balancers, before the service-linked role. */
    SERVICE,
    /** Service auto scaling; made automatically. */
    SERVICE_AUTO_SCALING_LINKED,
    /** Service auto scaling, before its service-linked role. */
    SERVICE_AUTO_SCALING,
    /** The application in the task. */
    TASK,
    /** The agent, on behalf of the task. */
    TASK_EXECUTION,
    /** ECS with infrastructure of the user. */
    INFRASTRUCTURE,
    /** CodeDeploy. */
    CODE_DEPLOY,
    /** EventBridge, for scheduled tasks. */
    EVENTS,
    /** Whoever calls ECS; no role of ECS, but it needs permissions too. */
    CALLER
}
