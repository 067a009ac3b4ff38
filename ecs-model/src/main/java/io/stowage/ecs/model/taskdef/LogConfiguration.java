package io.stowage.ecs.model.taskdef;

import io.stowage.ecs.model.EcsStructure;
import io.stowage.ecs.model.Presence;
import io.stowage.ecs.model.internal.WithBuilder;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where the output of a container goes.
 *
 * <p>Mirrors
 * <a href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LogConfiguration.html">LogConfiguration</a>.
 * Immutable; made with {@link #builder()}. The canonical constructor grows with the API: it is no part of what stays compatible.
 *
 * @param logDriver what takes the output; required. Fargate has only {@code awslogs}, {@code splunk} and {@code awsfirelens}
 * @param options options of the driver; may be empty. {@code awslogs} needs {@code awslogs-group} and {@code awslogs-region}, on
 *     Fargate {@code awslogs-stream-prefix} too
 * @param secretOptions options whose values come from Secrets Manager or Parameter Store; if not empty, needs an
 *     {@code executionRoleArn}
 * @param otherMembers members that have no component here; see {@link EcsStructure#otherMembers()}
 */
@WithBuilder
public record LogConfiguration(
        @Nullable LogDriver logDriver,
        Map<String, String> options,
        List<Secret> secretOptions,
        Map<String, @Nullable Object> otherMembers)
        implements EcsStructure {

    /** Copies lists and maps; null stands for absent. */
    public LogConfiguration {
        options = Presence.mapOf(options);
        secretOptions = Presence.listOf(secretOptions);
        otherMembers = Presence.freeze(otherMembers);
    }

    /**
     * Starts an empty one.
     *
     * @return a new builder in which everything is absent
     */
    public static LogConfigurationBuilder builder() {
        return LogConfigurationBuilder.builder();
    }

    /**
     * Starts from this one.
     *
     * @return a new builder that holds what this object holds
     */
    public LogConfigurationBuilder toBuilder() {
        return LogConfigurationBuilder.builder(this);
    }
}
