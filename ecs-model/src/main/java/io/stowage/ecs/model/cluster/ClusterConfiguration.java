package io.stowage.ecs.model.cluster;

import io.stowage.ecs.model.EcsStructure;
import io.stowage.ecs.model.Presence;
import io.stowage.ecs.model.internal.WithBuilder;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Settings of a cluster for ECS Exec and for the encryption of storage that ECS manages.
 *
 * <p>Mirrors
 * <a href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ClusterConfiguration.html">ClusterConfiguration</a>.
 * Immutable; made with {@link #builder()}. The canonical constructor grows with the API: it is no part of what stays compatible.
 *
 * @param executeCommandConfiguration how ECS Exec sessions are encrypted and logged; absent: the defaults given there
 * @param managedStorageConfiguration your own keys for managed volumes and Fargate storage; absent: none of your own
 * @param otherMembers members that have no component here; see {@link EcsStructure#otherMembers()}
 */
@WithBuilder
public record ClusterConfiguration(
        @Nullable ExecuteCommandConfiguration executeCommandConfiguration,
        @Nullable ManagedStorageConfiguration managedStorageConfiguration,
        Map<String, @Nullable Object> otherMembers)
        implements EcsStructure {

    /** Copies lists and maps; null stands for absent. */
    public ClusterConfiguration {
        otherMembers = Presence.freeze(otherMembers);
    }

    /**
     * Starts an empty one.
     *
     * @return a new builder in which everything is absent
     */
    public static ClusterConfigurationBuilder builder() {
        return ClusterConfigurationBuilder.builder();
    }

    /**
     * Starts from this one.
     *
     * @return a new builder that holds what this object holds
     */
    public ClusterConfigurationBuilder toBuilder() {
        return ClusterConfigurationBuilder.builder(this);
    }
}
