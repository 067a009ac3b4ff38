package io.stowage.ecs.model.taskdef;

import io.stowage.ecs.model.EcsStructure;
import io.stowage.ecs.model.Presence;
import io.stowage.ecs.model.internal.WithBuilder;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A volume in an Amazon EFS file system. Linux on EC2, Managed Instances and Fargate (from platform version 1.4.0); not on
 * external instances.
 *
 * <p>Mirrors
 * <a href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_EFSVolumeConfiguration.html">EFSVolumeConfiguration</a>.
 * Immutable; made with {@link #builder()}. The canonical constructor grows with the API: it is no part of what stays compatible.
 *
 * @param authorizationConfig access point and use of the task role; absent: neither
 * @param fileSystemId the file system, {@code fs-} and hexadecimal digits; required
 * @param rootDirectory the directory of the file system that becomes the root of the volume; absent: {@code /}. With an access
 *     point only absent or {@code /}
 * @param transitEncryption whether traffic is encrypted; absent: {@link EFSTransitEncryption#DISABLED}
 * @param transitEncryptionPort the port on the host for encrypted traffic, only with transit encryption; absent: the EFS mount
 *     helper chooses
 * @param otherMembers members that have no component here; see {@link EcsStructure#otherMembers()}
 */
@WithBuilder
public record EFSVolumeConfiguration(
        @Nullable EFSAuthorizationConfig authorizationConfig,
        @Nullable String fileSystemId,
        @Nullable String rootDirectory,
        @Nullable EFSTransitEncryption transitEncryption,
        @Nullable Integer transitEncryptionPort,
        Map<String, @Nullable Object> otherMembers)
        implements EcsStructure {

    /** Copies lists and maps; null stands for absent. */
    public EFSVolumeConfiguration {
        otherMembers = Presence.freeze(otherMembers);
    }

    /**
     * Starts an empty one.
     *
     * @return a new builder in which everything is absent
     */
    public static EFSVolumeConfigurationBuilder builder() {
        return EFSVolumeConfigurationBuilder.builder();
    }

    /**
     * Starts from this one.
     *
     * @return a new builder that holds what this object holds
     */
    public EFSVolumeConfigurationBuilder toBuilder() {
        return EFSVolumeConfigurationBuilder.builder(this);
    }

    /**
     * Whether data is encrypted on its way: what is written, or not.
     *
     * @return never null
     */
    public EFSTransitEncryption effectiveTransitEncryption() {
        return transitEncryption == null ? EFSTransitEncryption.DISABLED : transitEncryption;
    }

    /**
     * The directory that becomes the root of the volume: what is written, or {@code /}.
     *
     * @return never null
     */
    public String effectiveRootDirectory() {
        return rootDirectory == null ? "/" : rootDirectory;
    }
}
