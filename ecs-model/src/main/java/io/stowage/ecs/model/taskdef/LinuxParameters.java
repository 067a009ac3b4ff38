package io.stowage.ecs.model.taskdef;

import io.stowage.ecs.model.EcsStructure;
import io.stowage.ecs.model.Presence;
import io.stowage.ecs.model.internal.WithBuilder;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Settings of the Linux kernel for one container. Not on Windows.
 *
 * <p>Mirrors
 * <a href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LinuxParameters.html">LinuxParameters</a>.
 * Immutable; made with {@link #builder()}. The canonical constructor grows with the API: it is no part of what stays compatible.
 *
 * @param capabilities capabilities added and dropped; absent: those that the runtime grants
 * @param devices devices of the instance to expose; empty: none. Not on Fargate
 * @param initProcessEnabled whether an init process forwards signals and reaps children; absent: false
 * @param maxSwap swap space in MiB that the container may use, from 0 (none); absent: as the instance is set up. Not on Fargate
 * @param sharedMemorySize size of {@code /dev/shm} in MiB; absent: the runtime's default. Not on Fargate
 * @param swappiness how readily pages are swapped out, 0 (only when needed) to 100; absent: 60. Ignored without {@code maxSwap};
 *     not on Fargate
 * @param tmpfs file systems in memory; empty: none
 * @param otherMembers members that have no component here; see {@link EcsStructure#otherMembers()}
 */
@WithBuilder
public record LinuxParameters(
        @Nullable KernelCapabilities capabilities,
        List<Device> devices,
        @Nullable Boolean initProcessEnabled,
        @Nullable Integer maxSwap,
        @Nullable Integer sharedMemorySize,
        @Nullable Integer swappiness,
        List<Tmpfs> tmpfs,
        Map<String, @Nullable Object> otherMembers)
        implements EcsStructure {

    /** Copies lists and maps; null stands for absent. */
    public LinuxParameters {
        devices = Presence.listOf(devices);
        tmpfs = Presence.listOf(tmpfs);
        otherMembers = Presence.freeze(otherMembers);
    }

    /**
     * Starts an empty one.
     *
     * @return a new builder in which everything is absent
     */
    public static LinuxParametersBuilder builder() {
        return LinuxParametersBuilder.builder();
    }

    /**
     * Starts from this one.
     *
     * @return a new builder that holds what this object holds
     */
    public LinuxParametersBuilder toBuilder() {
        return LinuxParametersBuilder.builder(this);
    }
}
