package io.stowage.ecs.model.service;

import io.stowage.ecs.model.EcsStructure;
import io.stowage.ecs.model.Presence;
import io.stowage.ecs.model.common.EBSTagSpecification;
import io.stowage.ecs.model.common.TaskFilesystemType;
import io.stowage.ecs.model.internal.WithBuilder;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The EBS volume that ECS makes for each task of a service, and deletes with the task. It needs a size, a snapshot or both.
 *
 * <p>Mirrors
 * <a href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ServiceManagedEBSVolumeConfiguration.html">ServiceManagedEBSVolumeConfiguration</a>.
 * Immutable; made with {@link #builder()}. The canonical constructor grows with the API: it is no part of what stays compatible.
 *
 * @param encrypted whether the volume is encrypted; false does not undo encryption by default of the Region
 * @param filesystemType the file system, which must be that of the snapshot if there is one; absent: {@code xfs} on Linux. Windows takes
 *     {@code ntfs} only
 * @param iops provisioned I/O operations per second: {@code gp3} 3000 to 16000 (absent: 3000), {@code io1} 100 to 64000 and {@code io2}
 *     100 to 256000 (required); not for other types
 * @param kmsKeyId the customer's KMS key; absent: the key of the cluster's managed storage or of EBS encryption by default. A wrong key
 *     shows only when a volume is made
 * @param roleArn the infrastructure role with which ECS manages the volume; required
 * @param sizeInGiB size in GiB: {@code gp2}, {@code gp3} 1 to 16384, {@code io1}, {@code io2} 4 to 16384, {@code st1}, {@code sc1} 125 to
 *     16384, {@code standard} 1 to 1024; absent: the size of the snapshot, below which it must not be
 * @param snapshotId the snapshot that volumes are made from; absent: they start empty
 * @param tagSpecifications tags of the volumes besides those that ECS sets; absent: none
 * @param throughput MiB per second, at most 1000; for {@code gp3} only
 * @param volumeInitializationRate MiB per second at which data is fetched from the snapshot, 100 to 300; only with {@code snapshotId}
 * @param volumeType {@code gp2}, {@code gp3}, {@code io1}, {@code io2}, {@code st1}, {@code sc1} or {@code standard}, the last not on
 *     Fargate
 * @param otherMembers members that have no component here; see {@link EcsStructure#otherMembers()}
 */
@WithBuilder
public record ServiceManagedEBSVolumeConfiguration(
        @Nullable Boolean encrypted,
        @Nullable TaskFilesystemType filesystemType,
        @Nullable Integer iops,
        @Nullable String kmsKeyId,
        @Nullable String roleArn,
        @Nullable Integer sizeInGiB,
        @Nullable String snapshotId,
        List<EBSTagSpecification> tagSpecifications,
        @Nullable Integer throughput,
        @Nullable Integer volumeInitializationRate,
        @Nullable String volumeType,
        Map<String, @Nullable Object> otherMembers)
        implements EcsStructure {

    /** Copies lists and maps; null stands for absent. */
    public ServiceManagedEBSVolumeConfiguration {
        tagSpecifications = Presence.listOf(tagSpecifications);
        otherMembers = Presence.freeze(otherMembers);
    }

    /**
     * Starts an empty one.
     *
     * @return a new builder in which everything is absent
     */
    public static ServiceManagedEBSVolumeConfigurationBuilder builder() {
        return ServiceManagedEBSVolumeConfigurationBuilder.builder();
    }

    /**
     * Starts from this one.
     *
     * @return a new builder that holds what this object holds
     */
    public ServiceManagedEBSVolumeConfigurationBuilder toBuilder() {
        return ServiceManagedEBSVolumeConfigurationBuilder.builder(this);
    }
}
