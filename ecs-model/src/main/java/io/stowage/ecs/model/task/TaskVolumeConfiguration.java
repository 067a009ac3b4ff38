package io.stowage.ecs.model.task;

import io.stowage.ecs.model.EcsStructure;
import io.stowage.ecs.model.Presence;
import io.stowage.ecs.model.internal.WithBuilder;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Settings, given at the start of a standalone task, of a volume that its task definition leaves to launch.
 *
 * <p>Mirrors
 * <a href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_TaskVolumeConfiguration.html">TaskVolumeConfiguration</a>.
 * Immutable; made with {@link #builder()}. The canonical constructor grows with the API: it is no part of what stays compatible.
 *
 * @param managedEBSVolume the Amazon EBS volume to create; the only kind there is
 * @param name the name of the volume in the task definition, which is
 *     {@link io.stowage.ecs.model.taskdef.Volume#configuredAtLaunch() configured at launch}; required
 * @param otherMembers members that have no component here; see {@link EcsStructure#otherMembers()}
 */
@WithBuilder
public record TaskVolumeConfiguration(
        @Nullable TaskManagedEBSVolumeConfiguration managedEBSVolume,
        @Nullable String name,
        Map<String, @Nullable Object> otherMembers)
        implements EcsStructure {

    /** Copies lists and maps; null stands for absent. */
    public TaskVolumeConfiguration {
        otherMembers = Presence.freeze(otherMembers);
    }

    /**
     * Starts an empty one.
     *
     * @return a new builder in which everything is absent
     */
    public static TaskVolumeConfigurationBuilder builder() {
        return TaskVolumeConfigurationBuilder.builder();
    }

    /**
     * Starts from this one.
     *
     * @return a new builder that holds what this object holds
     */
    public TaskVolumeConfigurationBuilder toBuilder() {
        return TaskVolumeConfigurationBuilder.builder(this);
    }
}
