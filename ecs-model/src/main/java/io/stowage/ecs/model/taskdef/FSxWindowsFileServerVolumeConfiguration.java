package io.stowage.ecs.model.taskdef;

import io.stowage.ecs.model.EcsStructure;
import io.stowage.ecs.model.Presence;
import io.stowage.ecs.model.internal.WithBuilder;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A volume in an Amazon FSx for Windows File Server file system. Windows on EC2 instances only; needs an
 * {@code executionRoleArn}.
 *
 * <p>Mirrors
 * <a href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_FSxWindowsFileServerVolumeConfiguration.html">FSxWindowsFileServerVolumeConfiguration</a>.
 * Immutable; made with {@link #builder()}. The canonical constructor grows with the API: it is no part of what stays compatible.
 *
 * @param authorizationConfig the account to mount with; required
 * @param fileSystemId the file system, {@code fs-} and hexadecimal digits; required
 * @param rootDirectory the directory of the file system that becomes the root of the volume; required
 * @param otherMembers members that have no component here; see {@link EcsStructure#otherMembers()}
 */
@WithBuilder
public record FSxWindowsFileServerVolumeConfiguration(
        @Nullable FSxWindowsFileServerAuthorizationConfig authorizationConfig,
        @Nullable String fileSystemId,
        @Nullable String rootDirectory,
        Map<String, @Nullable Object> otherMembers)
        implements EcsStructure {

    /** Copies lists and maps; null stands for absent. */
    public FSxWindowsFileServerVolumeConfiguration {
        otherMembers = Presence.freeze(otherMembers);
    }

    /**
     * Starts an empty one.
     *
     * @return a new builder in which everything is absent
     */
    public static FSxWindowsFileServerVolumeConfigurationBuilder builder() {
        return FSxWindowsFileServerVolumeConfigurationBuilder.builder();
    }

    /**
     * Starts from this one.
     *
     * @return a new builder that holds what this object holds
     */
    public FSxWindowsFileServerVolumeConfigurationBuilder toBuilder() {
        return FSxWindowsFileServerVolumeConfigurationBuilder.builder(this);
    }
}
