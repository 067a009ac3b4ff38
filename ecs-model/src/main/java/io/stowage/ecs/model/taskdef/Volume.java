package io.stowage.ecs.model.taskdef;

import io.stowage.ecs.model.EcsStructure;
import io.stowage.ecs.model.Presence;
import io.stowage.ecs.model.internal.WithBuilder;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A volume of a task. At most one of the members beside the name says what it is; with none it is an empty directory that lives
 * as long as the task.
 *
 * <p>Mirrors
 * <a href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Volume.html">Volume</a>.
 * Immutable; made with {@link #builder()}. The canonical constructor grows with the API: it is no part of what stays compatible.
 *
 * @param configuredAtLaunch whether it is an Amazon EBS volume that the service or the request configures under the same name;
 *     absent: false. At most one a task
 * @param dockerVolumeConfiguration a volume of a Docker volume driver; on EC2 and external instances only. Absent: none
 * @param efsVolumeConfiguration a directory in Amazon EFS; Linux only. Absent: none
 * @param fsxWindowsFileServerVolumeConfiguration a directory in Amazon FSx for Windows File Server; Windows on EC2 instances
 *     only. Absent: none
 * @param host a directory of the host; absent, like the other kinds: an empty directory
 * @param name the name by which mount points refer to it: 1 to 255 letters, digits, hyphens and underscores, unique in the task
 * @param s3filesVolumeConfiguration a directory in Amazon S3 Files; Linux only. Absent: none
 * @param otherMembers members that have no component here; see {@link EcsStructure#otherMembers()}
 */
@WithBuilder
public record Volume(
        @Nullable Boolean configuredAtLaunch,
        @Nullable DockerVolumeConfiguration dockerVolumeConfiguration,
        @Nullable EFSVolumeConfiguration efsVolumeConfiguration,
        @Nullable FSxWindowsFileServerVolumeConfiguration fsxWindowsFileServerVolumeConfiguration,
        @Nullable HostVolumeProperties host,
        @Nullable String name,
        @Nullable S3FilesVolumeConfiguration s3filesVolumeConfiguration,
        Map<String, @Nullable Object> otherMembers)
        implements EcsStructure {

    /** Copies lists and maps; null stands for absent. */
    public Volume {
        otherMembers = Presence.freeze(otherMembers);
    }

    /**
     * Starts an empty one.
     *
     * @return a new builder in which everything is absent
     */
    public static VolumeBuilder builder() {
        return VolumeBuilder.builder();
    }

    /**
     * Starts from this one.
     *
     * @return a new builder that holds what this object holds
     */
    public VolumeBuilder toBuilder() {
        return VolumeBuilder.builder(this);
    }
}
