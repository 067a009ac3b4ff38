package io.stowage.ecs.model.taskdef;

import io.stowage.ecs.model.EcsStructure;
import io.stowage.ecs.model.Presence;
import io.stowage.ecs.model.internal.WithBuilder;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A volume that is a directory of the host (bind mount).
 *
 * <p>Mirrors
 * <a href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_HostVolumeProperties.html">HostVolumeProperties</a>.
 * Immutable; made with {@link #builder()}. The canonical constructor grows with the API: it is no part of what stays compatible.
 *
 * @param sourcePath the absolute path on the instance, whose content outlives the task, not on Fargate; absent: an empty
 *     directory that lives as long as the task
 * @param otherMembers members that have no component here; see {@link EcsStructure#otherMembers()}
 */
@WithBuilder
public record HostVolumeProperties(@Nullable String sourcePath, Map<String, @Nullable Object> otherMembers)
        implements EcsStructure {

    /** Copies lists and maps; null stands for absent. */
    public HostVolumeProperties {
        otherMembers = Presence.freeze(otherMembers);
    }

    /**
     * Starts an empty one.
     *
     * @return a new builder in which everything is absent
     */
    public static HostVolumePropertiesBuilder builder() {
        return HostVolumePropertiesBuilder.builder();
    }

    /**
     * Starts from this one.
     *
     * @return a new builder that holds what this object holds
     */
    public HostVolumePropertiesBuilder toBuilder() {
        return HostVolumePropertiesBuilder.builder(this);
    }
}
