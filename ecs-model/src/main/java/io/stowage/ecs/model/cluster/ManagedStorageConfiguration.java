package io.stowage.ecs.model.cluster;

import io.stowage.ecs.model.EcsStructure;
import io.stowage.ecs.model.Presence;
import io.stowage.ecs.model.internal.WithBuilder;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Your own KMS keys for the storage that ECS and Fargate give to the tasks of a cluster. Each has to be a single-Region key.
 *
 * <p>Mirrors
 * <a href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ManagedStorageConfiguration.html">ManagedStorageConfiguration</a>.
 * Immutable; made with {@link #builder()}. The canonical constructor grows with the API: it is no part of what stays compatible.
 *
 * @param fargateEphemeralStorageKmsKeyId the key for the ephemeral storage of Fargate tasks; absent: a key that AWS owns
 * @param kmsKeyId the key for EBS volumes that ECS attaches to tasks, unless the volume configuration names another; absent: no key at
 *     this level
 * @param otherMembers members that have no component here; see {@link EcsStructure#otherMembers()}
 */
@WithBuilder
public record ManagedStorageConfiguration(
        @Nullable String fargateEphemeralStorageKmsKeyId,
        @Nullable String kmsKeyId,
        Map<String, @Nullable Object> otherMembers)
        implements EcsStructure {

    /** Copies lists and maps; null stands for absent. */
    public ManagedStorageConfiguration {
        otherMembers = Presence.freeze(otherMembers);
    }

    /**
     * Starts an empty one.
     *
     * @return a new builder in which everything is absent
     */
    public static ManagedStorageConfigurationBuilder builder() {
        return ManagedStorageConfigurationBuilder.builder();
    }

    /**
     * Starts from this one.
     *
     * @return a new builder that holds what this object holds
     */
    public ManagedStorageConfigurationBuilder toBuilder() {
        return ManagedStorageConfigurationBuilder.builder(this);
    }
}
