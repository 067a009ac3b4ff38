package io.stowage.ecs.model.taskdef;

import io.stowage.ecs.model.EcsStructure;
import io.stowage.ecs.model.Presence;
import io.stowage.ecs.model.internal.WithBuilder;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A volume that a Docker volume driver manages. On EC2 and external instances only; on Windows only with the driver
 * {@code local}.
 *
 * <p>Mirrors
 * <a href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DockerVolumeConfiguration.html">DockerVolumeConfiguration</a>.
 * Immutable; made with {@link #builder()}. The canonical constructor grows with the API: it is no part of what stays compatible.
 *
 * @param autoprovision whether a missing volume is created; absent: false. True only with {@link Scope#SHARED}
 * @param driver the Docker volume driver, as the instance calls it; absent: {@code local}
 * @param driverOpts options for the driver, as of {@code docker volume create --opt}; may be empty
 * @param labels labels put on the volume; may be empty
 * @param scope how long the volume lives; absent: {@link Scope#TASK}
 * @param otherMembers members that have no component here; see {@link EcsStructure#otherMembers()}
 */
@WithBuilder
public record DockerVolumeConfiguration(
        @Nullable Boolean autoprovision,
        @Nullable String driver,
        Map<String, String> driverOpts,
        Map<String, String> labels,
        @Nullable Scope scope,
        Map<String, @Nullable Object> otherMembers)
        implements EcsStructure {

    /** Copies lists and maps; null stands for absent. */
    public DockerVolumeConfiguration {
        driverOpts = Presence.mapOf(driverOpts);
        labels = Presence.mapOf(labels);
        otherMembers = Presence.freeze(otherMembers);
    }

    /**
     * Starts an empty one.
     *
     * @return a new builder in which everything is absent
     */
    public static DockerVolumeConfigurationBuilder builder() {
        return DockerVolumeConfigurationBuilder.builder();
    }

    /**
     * Starts from this one.
     *
     * @return a new builder that holds what this object holds
     */
    public DockerVolumeConfigurationBuilder toBuilder() {
        return DockerVolumeConfigurationBuilder.builder(this);
    }

    /**
     * How long the volume lives: what is written, or as long as the task.
     *
     * @return never null
     */
    public Scope effectiveScope() {
        return scope == null ? Scope.TASK : scope;
    }

    /**
     * The volume driver: what is written, or {@code local}.
     *
     * @return never null
     */
    public String effectiveDriver() {
        return driver == null ? "local" : driver;
    }

    /**
     * Whether the volume is made if it is not there: what is written, or false.
     *
     * @return the value that counts
     */
    public boolean effectiveAutoprovision() {
        return autoprovision == null ? false : autoprovision;
    }
}
