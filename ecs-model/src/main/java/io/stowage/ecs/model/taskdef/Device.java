package io.stowage.ecs.model.taskdef;

import io.stowage.ecs.model.EcsStructure;
import io.stowage.ecs.model.Presence;
import io.stowage.ecs.model.internal.WithBuilder;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A device of the instance that a container may use. Linux on instances only.
 *
 * <p>Mirrors
 * <a href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Device.html">Device</a>.
 * Immutable; made with {@link #builder()}. The canonical constructor grows with the API: it is no part of what stays compatible.
 *
 * @param containerPath where the container sees it
 * @param hostPath its path on the instance, for example {@code /dev/fuse}; required
 * @param permissions what the container may do with it; empty: read, write and mknod
 * @param otherMembers members that have no component here; see {@link EcsStructure#otherMembers()}
 */
@WithBuilder
public record Device(
        @Nullable String containerPath,
        @Nullable String hostPath,
        List<DeviceCgroupPermission> permissions,
        Map<String, @Nullable Object> otherMembers)
        implements EcsStructure {

    /** Copies lists and maps; null stands for absent. */
    public Device {
        permissions = Presence.listOf(permissions);
        otherMembers = Presence.freeze(otherMembers);
    }

    /**
     * Starts an empty one.
     *
     * @return a new builder in which everything is absent
     */
    public static DeviceBuilder builder() {
        return DeviceBuilder.builder();
    }

    /**
     * Starts from this one.
     *
     * @return a new builder that holds what this object holds
     */
    public DeviceBuilder toBuilder() {
        return DeviceBuilder.builder(this);
    }
}
