package io.stowage.ecs.model.agent;

/** Why an instance with this configuration never registers. */
public enum RegistrationError {
    /** {@code ECS_INSTANCE_ATTRIBUTES} is no JSON object of strings. */
    INVALID_INSTANCE_ATTRIBUTES,
    /** {@code ECS_CONTAINER_INSTANCE_TAGS} is no JSON object of strings. */
    INVALID_CONTAINER_INSTANCE_TAGS,
    /** {@code ECS_AVAILABLE_LOGGING_DRIVERS} has one that the agent does not know. */
    INVALID_LOGGING_DRIVER,
    /** {@code ECS_AWSVPC_ADDITIONAL_LOCAL_ROUTES} is no JSON list. */
    INVALID_ADDITIONAL_LOCAL_ROUTES,
    /** {@code ECS_RESERVED_MEMORY} is more than the machine has. */
    RESERVED_MEMORY_TOO_LARGE
}
