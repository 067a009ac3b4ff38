package io.stowage.ecs.model.task;

import io.stowage.ecs.model.EcsStructure;
import io.stowage.ecs.model.Presence;
import io.stowage.ecs.model.internal.WithBuilder;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of the Amazon EBS volume of a standalone task when the task stops.
 *
 * <p>Mirrors
 * <a href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_TaskManagedEBSVolumeTerminationPolicy.html">TaskManagedEBSVolumeTerminationPolicy</a>.
 * Immutable; made with {@link #builder()}. The canonical constructor grows with the API: it is no part of what stays compatible.
 *
 * @param deleteOnTermination whether it is deleted; required. False leaves it in the account, at cost
 * @param otherMembers members that have no component here; see {@link EcsStructure#otherMembers()}
 */
@WithBuilder
public record TaskManagedEBSVolumeTerminationPolicy(
        @Nullable Boolean deleteOnTermination, Map<String, @Nullable Object> otherMembers) implements EcsStructure {

    /** Copies lists and maps; null stands for absent. */
    public TaskManagedEBSVolumeTerminationPolicy {
        otherMembers = Presence.freeze(otherMembers);
    }

    /**
     * Starts an empty one.
     *
     * @return a new builder in which everything is absent
     */
    public static TaskManagedEBSVolumeTerminationPolicyBuilder builder() {
        return TaskManagedEBSVolumeTerminationPolicyBuilder.builder();
    }

    /**
     * Starts from this one.
     *
     * @return a new builder that holds what this object holds
     */
    public TaskManagedEBSVolumeTerminationPolicyBuilder toBuilder() {
        return TaskManagedEBSVolumeTerminationPolicyBuilder.builder(this);
    }

    /**
     * Whether the volume is deleted when its task ends: what is written, or true.
     *
     * @return the value that counts
     */
    public boolean effectiveDeleteOnTermination() {
        return deleteOnTermination == null ? true : deleteOnTermination;
    }
}
