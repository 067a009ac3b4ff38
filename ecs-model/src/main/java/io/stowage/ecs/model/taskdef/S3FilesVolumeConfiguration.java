package io.stowage.ecs.model.taskdef;

import io.stowage.ecs.model.EcsStructure;
import io.stowage.ecs.model.Presence;
import io.stowage.ecs.model.internal.WithBuilder;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A volume in an Amazon S3 Files file system. Linux only; needs a {@code taskRoleArn}.
 *
 * <p>Mirrors
 * <a href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_S3FilesVolumeConfiguration.html">S3FilesVolumeConfiguration</a>.
 * Immutable; made with {@link #builder()}. The canonical constructor grows with the API: it is no part of what stays compatible.
 *
 * @param accessPointArn the access point to mount through; it demands a {@code rootDirectory} that is absent or {@code /}.
 *     Absent: none
 * @param fileSystemArn the file system to mount; required
 * @param rootDirectory the directory of the file system that becomes the root of the volume; absent: {@code /}
 * @param transitEncryptionPort the port on the host for encrypted traffic; absent: the mount helper chooses
 * @param otherMembers members that have no component here; see {@link EcsStructure#otherMembers()}
 */
@WithBuilder
public record S3FilesVolumeConfiguration(
        @Nullable String accessPointArn,
        @Nullable String fileSystemArn,
        @Nullable String rootDirectory,
        @Nullable Integer transitEncryptionPort,
        Map<String, @Nullable Object> otherMembers)
        implements EcsStructure {

    /** Copies lists and maps; null stands for absent. */
    public S3FilesVolumeConfiguration {
        otherMembers = Presence.freeze(otherMembers);
    }

    /**
     * Starts an empty one.
     *
     * @return a new builder in which everything is absent
     */
    public static S3FilesVolumeConfigurationBuilder builder() {
        return S3FilesVolumeConfigurationBuilder.builder();
    }

    /**
     * Starts from this one.
     *
     * @return a new builder that holds what this object holds
     */
    public S3FilesVolumeConfigurationBuilder toBuilder() {
        return S3FilesVolumeConfigurationBuilder.builder(this);
    }
}
