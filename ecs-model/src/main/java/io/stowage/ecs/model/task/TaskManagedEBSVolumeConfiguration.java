package io.stowage.ecs.model.task;

import io.stowage.ecs.model.EcsStructure;
import io.stowage.ecs.model.Presence;
import io.stowage.ecs.model.common.EBSTagSpecification;
import io.stowage.ecs.model.common.TaskFilesystemType;
import io.stowage.ecs.model.internal.WithBuilder;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The Amazon EBS volume that ECS creates for each standalone task. Not on external instances; on Fargate from platform version
 * 1.4.0.
 *
 * <p>Mirrors
 * <a href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_TaskManagedEBSVolumeConfiguration.html">TaskManagedEBSVolumeConfiguration</a>.
 * Immutable; made with {@link #builder()}. The canonical constructor grows with the API: it is no part of what stays compatible.
 *
 * @param encrypted whether it is encrypted; false does not prevail where the account encrypts by default in the region
 * @param filesystemType the file system; with a snapshot, the one it was taken of. Absent: {@code xfs} on Linux; Windows has only
 *     {@code ntfs}
 * @param iops provisioned I/O operations a second: {@code gp3} 3000 to 16000, {@code io1} 100 to 64000, {@code io2} 100 to
 *     256000; required for {@code io1} and {@code io2}. Absent for {@code gp3}: 3000
 * @param kmsKeyId the KMS key that encrypts it; absent: the default key for EBS of the account
 * @param roleArn the infrastructure role with which ECS manages the volume; required
 * @param sizeInGiB size in GiB; this or {@code snapshotId} is required. {@code gp2} and {@code gp3} 1 to 16384, {@code io1} and
 *     {@code io2} 4 to 16384, {@code st1} and {@code sc1} 125 to 16384, {@code standard} 1 to 1024. Absent: that of the snapshot
 * @param snapshotId the snapshot to fill it from, {@code snap-} and hexadecimal digits; absent: it is empty
 * @param tagSpecifications tags of the volume; empty: only those that ECS adds
 * @param terminationPolicy whether it is deleted with the task; absent: it is
 * @param throughput MiB a second, 125 to 1000, for {@code gp3} only; absent: 125 there
 * @param volumeInitializationRate MiB a second at which the snapshot is copied into it, 100 to 300, only with {@code snapshotId};
 *     absent: no rate is promised
 * @param volumeType {@code gp2}, {@code gp3}, {@code io1}, {@code io2}, {@code st1}, {@code sc1} or {@code standard} (the last
 *     not on Fargate); absent: EBS decides
 * @param otherMembers members that have no component here; see {@link EcsStructure#otherMembers()}
 */
@WithBuilder
public record TaskManagedEBSVolumeConfiguration(
        @Nullable Boolean encrypted,
        @Nullable TaskFilesystemType filesystemType,
        @Nullable Integer iops,
        @Nullable String kmsKeyId,
        @Nullable String roleArn,
        @Nullable Integer sizeInGiB,
        @Nullable String snapshotId,
        List<EBSTagSpecification> tagSpecifications,
        @Nullable TaskManagedEBSVolumeTerminationPolicy terminationPolicy,
        @Nullable Integer throughput,
        @Nullable Integer volumeInitializationRate,
        @Nullable String volumeType,
        Map<String, @Nullable Object> otherMembers)
        implements EcsStructure {

    /** Copies lists and maps; null stands for absent. */
    public TaskManagedEBSVolumeConfiguration {
        tagSpecifications = Presence.listOf(tagSpecifications);
        otherMembers = Presence.freeze(otherMembers);
    }

    /**
     * Starts an empty one.
     *
     * @return a new builder in which everything is absent
     */
    public static TaskManagedEBSVolumeConfigurationBuilder builder() {
        return TaskManagedEBSVolumeConfigurationBuilder.builder();
    }

    /**
     * Starts from this one.
     *
     * @return a new builder that holds what this object holds
     */
    public TaskManagedEBSVolumeConfigurationBuilder toBuilder() {
        return TaskManagedEBSVolumeConfigurationBuilder.builder(this);
    }
}
