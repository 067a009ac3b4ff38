package io.stowage.ecs.model.capacity;

import io.stowage.ecs.model.EcsStructure;
import io.stowage.ecs.model.Presence;
import io.stowage.ecs.model.internal.WithBuilder;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The EBS volume that a managed instance has for data.
 *
 * <p>Mirrors
 * <a href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ManagedInstancesStorageConfiguration.html">ManagedInstancesStorageConfiguration</a>.
 * Immutable; made with {@link #builder()}. The canonical constructor grows with the API: it is no part of what stays compatible.
 *
 * @param storageSizeGiB the size in GiB, 30 to 16384; absent: 80
 * @param otherMembers members that have no component here; see {@link EcsStructure#otherMembers()}
 */
@WithBuilder
public record ManagedInstancesStorageConfiguration(
        @Nullable Integer storageSizeGiB, Map<String, @Nullable Object> otherMembers) implements EcsStructure {

    /** Copies lists and maps; null stands for absent. */
    public ManagedInstancesStorageConfiguration {
        otherMembers = Presence.freeze(otherMembers);
    }

    /**
     * Starts an empty one.
     *
     * @return a new builder in which everything is absent
     */
    public static ManagedInstancesStorageConfigurationBuilder builder() {
        return ManagedInstancesStorageConfigurationBuilder.builder();
    }

    /**
     * Starts from this one.
     *
     * @return a new builder that holds what this object holds
     */
    public ManagedInstancesStorageConfigurationBuilder toBuilder() {
        return ManagedInstancesStorageConfigurationBuilder.builder(this);
    }
}
