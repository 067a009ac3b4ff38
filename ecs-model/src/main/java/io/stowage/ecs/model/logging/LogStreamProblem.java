package io.stowage.ecs.model.logging;

/** Why the name of a log stream cannot be foretold. */
public enum LogStreamProblem {
    /** On Fargate {@code awslogs-stream-prefix} must be given. */
    STREAM_PREFIX_REQUIRED,
    /** Without a prefix the stream has the id of the Docker container, which only the instance knows. */
    DOCKER_CONTAINER_ID_UNKNOWN
}
