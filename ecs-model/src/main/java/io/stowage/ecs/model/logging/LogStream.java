package io.stowage.ecs.model.logging;

import io.stowage.ecs.model.common.LaunchType;
import io.stowage.ecs.model.taskdef.ContainerDefinition;
import io.stowage.ecs.model.taskdef.TaskDefinition;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The stream in CloudWatch Logs that one container of one task writes to, foretold from the task definition:
 * {@code prefix/container-name/task-id}, or without a prefix the id of the Docker container. Nothing is escaped, and a prefix may
 * have slashes; that is our rule. See <a
 * href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LogConfiguration.html">LogConfiguration</a>.
 *
 * @param container the name of the container
 * @param group the log group; {@code null} if none is written
 * @param region the region of the group; {@code null} if none is written
 * @param name the name of the stream; {@code null} if there is a problem
 * @param problem why there is no name; {@code null} if there is one
 */
public record LogStream(
        String container,
        @Nullable String group,
        @Nullable String region,
        @Nullable String name,
        @Nullable LogStreamProblem problem) {

    /**
     * The streams of a task.
     *
     * @param definition the task definition
     * @param launchType where the task runs
     * @param task the ARN or id of the task
     * @return one for each container that logs with {@code awslogs}, in their order; unmodifiable
     */
    public static List<LogStream> of(TaskDefinition definition, LaunchType launchType, String task) {
        return definition.containerDefinitions().stream()
                .flatMap(container -> of(container, launchType, task, null).stream())
                .toList();
    }

    /**
     * The stream of a container.
     *
     * @param container the container
     * @param launchType where the task runs
     * @param task the ARN or id of the task
     * @param dockerContainerId the id of the Docker container; {@code null} if it is not known
     * @return empty if the container logs with another driver, or not at all
     */
    public static Optional<LogStream> of(
            ContainerDefinition container, LaunchType launchType, String task, @Nullable String dockerContainerId) {
        return AwsLogs.of(container.logConfiguration()).map(logs -> {
            String containerName = container.name() == null ? "" : container.name();
            String prefix = logs.streamPrefix();
            String name = null;
            LogStreamProblem problem = null;
            if (prefix != null && !prefix.isEmpty()) {
                name = prefix + "/" + containerName + "/" + taskId(task);
            } else if (launchType.equals(LaunchType.FARGATE)) {
                problem = LogStreamProblem.STREAM_PREFIX_REQUIRED;
            } else if (dockerContainerId == null) {
                problem = LogStreamProblem.DOCKER_CONTAINER_ID_UNKNOWN;
            } else {
                name = dockerContainerId;
            }
            return new LogStream(containerName, logs.group(), logs.region(), name, problem);
        });
    }

    /** The last part of an ARN, of the old form without a cluster as of the new one. */
    private static String taskId(String task) {
        return task.substring(task.lastIndexOf('/') + 1);
    }
}
