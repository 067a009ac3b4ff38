package io.stowage.ecs.model.service;

import io.stowage.ecs.model.EcsStructure;
import io.stowage.ecs.model.Presence;
import io.stowage.ecs.model.internal.WithBuilder;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Settings of a volume that the task definition leaves to be configured at launch; only EBS volumes are possible.
 *
 * <p>Mirrors
 * <a href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ServiceVolumeConfiguration.html">ServiceVolumeConfiguration</a>.
 * Immutable; made with {@link #builder()}. The canonical constructor grows with the API: it is no part of what stays compatible.
 *
 * @param managedEBSVolume the EBS volume to make for each task
 * @param name the volume of the task definition that is meant; required
 * @param otherMembers members that have no component here; see {@link EcsStructure#otherMembers()}
 */
@WithBuilder
public record ServiceVolumeConfiguration(
        @Nullable ServiceManagedEBSVolumeConfiguration managedEBSVolume,
        @Nullable String name,
        Map<String, @Nullable Object> otherMembers)
        implements EcsStructure {

    /** Copies lists and maps; null stands for absent. */
    public ServiceVolumeConfiguration {
        otherMembers = Presence.freeze(otherMembers);
    }

    /**
     * Starts an empty one.
     *
     * @return a new builder in which everything is absent
     */
    public static ServiceVolumeConfigurationBuilder builder() {
        return ServiceVolumeConfigurationBuilder.builder();
    }

    /**
     * Starts from this one.
     *
     * @return a new builder that holds what this object holds
     */
    public ServiceVolumeConfigurationBuilder toBuilder() {
        return ServiceVolumeConfigurationBuilder.builder(this);
    }
}
