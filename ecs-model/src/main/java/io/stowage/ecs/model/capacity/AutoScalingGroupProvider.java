package io.stowage.ecs.model.capacity;

import io.stowage.ecs.model.EcsStructure;
import io.stowage.ecs.model.Presence;
import io.stowage.ecs.model.internal.WithBuilder;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The Auto Scaling group behind a capacity provider, and what ECS does to its instances.
 *
 * <p>Mirrors
 * <a href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_AutoScalingGroupProvider.html">AutoScalingGroupProvider</a>.
 * Immutable; made with {@link #builder()}. The canonical constructor grows with the API: it is no part of what stays compatible.
 *
 * @param autoScalingGroupArn the ARN or the name of the group; required
 * @param managedDraining whether ECS drains an instance before the group terminates it; absent: {@link ManagedDraining#ENABLED}
 * @param managedScaling how ECS changes the desired size of the group
 * @param managedTerminationProtection whether scale-in spares instances with tasks; absent: {@link ManagedTerminationProtection#DISABLED}
 * @param otherMembers members that have no component here; see {@link EcsStructure#otherMembers()}
 */
@WithBuilder
public record AutoScalingGroupProvider(
        @Nullable String autoScalingGroupArn,
        @Nullable ManagedDraining managedDraining,
        @Nullable ManagedScaling managedScaling,
        @Nullable ManagedTerminationProtection managedTerminationProtection,
        Map<String, @Nullable Object> otherMembers)
        implements EcsStructure {

    /** Copies lists and maps; null stands for absent. */
    public AutoScalingGroupProvider {
        otherMembers = Presence.freeze(otherMembers);
    }

    /**
     * Starts an empty one.
     *
     * @return a new builder in which everything is absent
     */
    public static AutoScalingGroupProviderBuilder builder() {
        return AutoScalingGroupProviderBuilder.builder();
    }

    /**
     * Starts from this one.
     *
     * @return a new builder that holds what this object holds
     */
    public AutoScalingGroupProviderBuilder toBuilder() {
        return AutoScalingGroupProviderBuilder.builder(this);
    }

    /**
     * Whether instances are drained before they end: what is written, or {@code ENABLED}.
     *
     * @return never null
     */
    public ManagedDraining effectiveManagedDraining() {
        return managedDraining == null ? ManagedDraining.ENABLED : managedDraining;
    }
}
