package io.stowage.ecs.model.capacity;

import io.stowage.ecs.model.EcsStructure;
import io.stowage.ecs.model.Presence;
import io.stowage.ecs.model.internal.WithBuilder;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How managed instances use disks of their own (instance store).
 *
 * <p>Mirrors
 * <a href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ManagedInstancesLocalStorageConfiguration.html">ManagedInstancesLocalStorageConfiguration</a>.
 * Immutable; made with {@link #builder()}. The canonical constructor grows with the API: it is no part of what stays compatible.
 *
 * @param useLocalStorage true: data goes to the instance store where there is one, several disks joined into one volume, and no EBS data
 *     volume is made
 * @param otherMembers members that have no component here; see {@link EcsStructure#otherMembers()}
 */
@WithBuilder
public record ManagedInstancesLocalStorageConfiguration(
        @Nullable Boolean useLocalStorage, Map<String, @Nullable Object> otherMembers) implements EcsStructure {

    /** Copies lists and maps; null stands for absent. */
    public ManagedInstancesLocalStorageConfiguration {
        otherMembers = Presence.freeze(otherMembers);
    }

    /**
     * Starts an empty one.
     *
     * @return a new builder in which everything is absent
     */
    public static ManagedInstancesLocalStorageConfigurationBuilder builder() {
        return ManagedInstancesLocalStorageConfigurationBuilder.builder();
    }

    /**
     * Starts from this one.
     *
     * @return a new builder that holds what this object holds
     */
    public ManagedInstancesLocalStorageConfigurationBuilder toBuilder() {
        return ManagedInstancesLocalStorageConfigurationBuilder.builder(this);
    }
}
