package io.stowage.ecs.model.taskdef;

import io.stowage.ecs.model.EcsStructure;
import io.stowage.ecs.model.Presence;
import io.stowage.ecs.model.internal.WithBuilder;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A file system in memory, mounted in a container.
 *
 * <p>Mirrors
 * <a href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Tmpfs.html">Tmpfs</a>.
 * Immutable; made with {@link #builder()}. The canonical constructor grows with the API: it is no part of what stays compatible.
 *
 * @param containerPath the absolute path in the container; required
 * @param mountOptions options of the mount, for example {@code ro}, {@code noexec} or {@code mode=1777}; may be empty
 * @param size the largest size in MiB, at least 1; required
 * @param otherMembers members that have no component here; see {@link EcsStructure#otherMembers()}
 */
@WithBuilder
public record Tmpfs(
        @Nullable String containerPath,
        List<String> mountOptions,
        @Nullable Integer size,
        Map<String, @Nullable Object> otherMembers)
        implements EcsStructure {

    /** Copies lists and maps; null stands for absent. */
    public Tmpfs {
        mountOptions = Presence.listOf(mountOptions);
        otherMembers = Presence.freeze(otherMembers);
    }

    /**
     * Starts an empty one.
     *
     * @return a new builder in which everything is absent
     */
    public static TmpfsBuilder builder() {
        return TmpfsBuilder.builder();
    }

    /**
     * Starts from this one.
     *
     * @return a new builder that holds what this object holds
     */
    public TmpfsBuilder toBuilder() {
        return TmpfsBuilder.builder(this);
    }
}
