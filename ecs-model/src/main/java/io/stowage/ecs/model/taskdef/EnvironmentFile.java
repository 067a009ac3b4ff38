package io.stowage.ecs.model.taskdef;

import io.stowage.ecs.model.EcsStructure;
import io.stowage.ecs.model.Presence;
import io.stowage.ecs.model.internal.WithBuilder;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A file of environment variables for a container, one {@code NAME=value} a line.
 *
 * <p>Mirrors
 * <a href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_EnvironmentFile.html">EnvironmentFile</a>.
 * Immutable; made with {@link #builder()}. The canonical constructor grows with the API: it is no part of what stays compatible.
 *
 * @param type where the file is; required, only {@link EnvironmentFileType#S3}
 * @param value the ARN of the S3 object, whose key ends in {@code .env}; required
 * @param otherMembers members that have no component here; see {@link EcsStructure#otherMembers()}
 */
@WithBuilder
public record EnvironmentFile(
        @Nullable EnvironmentFileType type, @Nullable String value, Map<String, @Nullable Object> otherMembers)
        implements EcsStructure {

    /** Copies lists and maps; null stands for absent. */
    public EnvironmentFile {
        otherMembers = Presence.freeze(otherMembers);
    }

    /**
     * Starts an empty one.
     *
     * @return a new builder in which everything is absent
     */
    public static EnvironmentFileBuilder builder() {
        return EnvironmentFileBuilder.builder();
    }

    /**
     * Starts from this one.
     *
     * @return a new builder that holds what this object holds
     */
    public EnvironmentFileBuilder toBuilder() {
        return EnvironmentFileBuilder.builder(this);
    }
}
