package io.stowage.ecs.model.taskdef;

import io.stowage.ecs.model.EcsStructure;
import io.stowage.ecs.model.Presence;
import io.stowage.ecs.model.internal.WithBuilder;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Gives a container all mounts of another one of its task.
 *
 * <p>Mirrors
 * <a href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_VolumeFrom.html">VolumeFrom</a>.
 * Immutable; made with {@link #builder()}. The canonical constructor grows with the API: it is no part of what stays compatible.
 *
 * @param readOnly whether this container can only read them; absent: false
 * @param sourceContainer the {@code name} of the other container, not itself; every entry needs one
 * @param otherMembers members that have no component here; see {@link EcsStructure#otherMembers()}
 */
@WithBuilder
public record VolumeFrom(
        @Nullable Boolean readOnly, @Nullable String sourceContainer, Map<String, @Nullable Object> otherMembers)
        implements EcsStructure {

    /** Copies lists and maps; null stands for absent. */
    public VolumeFrom {
        otherMembers = Presence.freeze(otherMembers);
    }

    /**
     * Starts an empty one.
     *
     * @return a new builder in which everything is absent
     */
    public static VolumeFromBuilder builder() {
        return VolumeFromBuilder.builder();
    }

    /**
     * Starts from this one.
     *
     * @return a new builder that holds what this object holds
     */
    public VolumeFromBuilder toBuilder() {
        return VolumeFromBuilder.builder(this);
    }

    /**
     * Whether the volumes cannot be written to: what is written, or false.
     *
     * @return the value that counts
     */
    public boolean effectiveReadOnly() {
        return readOnly == null ? false : readOnly;
    }
}
