package io.stowage.ecs.model.taskdef;

import io.stowage.ecs.model.EcsStructure;
import io.stowage.ecs.model.Presence;
import io.stowage.ecs.model.internal.WithBuilder;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Linux capabilities added to and taken from those that the container runtime grants by default. Without effect for a privileged
 * container.
 *
 * <p>Mirrors
 * <a href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_KernelCapabilities.html">KernelCapabilities</a>.
 * Immutable; made with {@link #builder()}. The canonical constructor grows with the API: it is no part of what stays compatible.
 *
 * @param add capabilities to add, in capitals without {@code CAP_} ({@code SYS_PTRACE}), or {@code ALL}; on Fargate only
 *     {@code SYS_PTRACE}, from platform version 1.4.0
 * @param drop capabilities to take away, written likewise
 * @param otherMembers members that have no component here; see {@link EcsStructure#otherMembers()}
 */
@WithBuilder
public record KernelCapabilities(List<String> add, List<String> drop, Map<String, @Nullable Object> otherMembers)
        implements EcsStructure {

    /** Copies lists and maps; null stands for absent. */
    public KernelCapabilities {
        add = Presence.listOf(add);
        drop = Presence.listOf(drop);
        otherMembers = Presence.freeze(otherMembers);
    }

    /**
     * Starts an empty one.
     *
     * @return a new builder in which everything is absent
     */
    public static KernelCapabilitiesBuilder builder() {
        return KernelCapabilitiesBuilder.builder();
    }

    /**
     * Starts from this one.
     *
     * @return a new builder that holds what this object holds
     */
    public KernelCapabilitiesBuilder toBuilder() {
        return KernelCapabilitiesBuilder.builder(this);
    }
}
