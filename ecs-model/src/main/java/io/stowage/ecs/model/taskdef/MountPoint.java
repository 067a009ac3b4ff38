package io.stowage.ecs.model.taskdef;

import io.stowage.ecs.model.EcsStructure;
import io.stowage.ecs.model.Presence;
import io.stowage.ecs.model.internal.WithBuilder;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a container sees a {@link Volume} of its task.
 *
 * <p>Mirrors
 * <a href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_MountPoint.html">MountPoint</a>.
 * Immutable; made with {@link #builder()}. The canonical constructor grows with the API: it is no part of what stays compatible.
 *
 * @param containerPath the absolute path in the container; every mount needs one, different from the others of its container
 * @param readOnly whether the container can only read the volume; absent: false
 * @param sourceVolume the {@link Volume#name()} of the volume; every mount needs one
 * @param otherMembers members that have no component here; see {@link EcsStructure#otherMembers()}
 */
@WithBuilder
public record MountPoint(
        @Nullable String containerPath,
        @Nullable Boolean readOnly,
        @Nullable String sourceVolume,
        Map<String, @Nullable Object> otherMembers)
        implements EcsStructure {

    /** Copies lists and maps; null stands for absent. */
    public MountPoint {
        otherMembers = Presence.freeze(otherMembers);
    }

    /**
     * Starts an empty one.
     *
     * @return a new builder in which everything is absent
     */
    public static MountPointBuilder builder() {
        return MountPointBuilder.builder();
    }

    /**
     * Starts from this one.
     *
     * @return a new builder that holds what this object holds
     */
    public MountPointBuilder toBuilder() {
        return MountPointBuilder.builder(this);
    }

    /**
     * Whether the volume cannot be written to: what is written, or false.
     *
     * @return the value that counts
     */
    public boolean effectiveReadOnly() {
        return readOnly == null ? false : readOnly;
    }
}
