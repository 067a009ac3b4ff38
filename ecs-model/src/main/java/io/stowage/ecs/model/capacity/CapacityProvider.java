package io.stowage.ecs.model.capacity;

import io.stowage.ecs.model.EcsStructure;
import io.stowage.ecs.model.Presence;
import io.stowage.ecs.model.common.Tag;
import io.stowage.ecs.model.internal.WithBuilder;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A source of capacity that strategies distribute tasks over: an Auto Scaling group, instances that ECS manages, Fargate or Fargate Spot.
 *
 * <p>Mirrors
 * <a href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CapacityProvider.html">CapacityProvider</a>.
 * Immutable; made with {@link #builder()}. The canonical constructor grows with the API: it is no part of what stays compatible.
 *
 * @param autoScalingGroupProvider the group behind it; absent for other types than {@link CapacityProviderType#EC2_AUTOSCALING}
 * @param capacityProviderArn identifies the provider across accounts and Regions
 * @param cluster the only cluster that can use a Managed Instances provider; providers of other types are associated by name in
 *     {@link io.stowage.ecs.model.cluster.Cluster#capacityProviders()}
 * @param managedInstancesProvider how instances are launched; absent for other types than {@link CapacityProviderType#MANAGED_INSTANCES}
 * @param name what strategies call it; {@code FARGATE} and {@code FARGATE_SPOT} are there without being created
 * @param status where it is in its life; only {@link CapacityProviderStatus#ACTIVE} ones can be used
 * @param tags the tags of the provider, at most 50; empty unless the request includes {@code TAGS}
 * @param type what kind of capacity it provides
 * @param updateStatus how its last creation, update or deletion went; absent when there is none to report
 * @param updateStatusReason why {@code updateStatus} is what it is, above all after a failure; absent when there is nothing to explain
 * @param otherMembers members that have no component here; see {@link EcsStructure#otherMembers()}
 */
@WithBuilder
public record CapacityProvider(
        @Nullable AutoScalingGroupProvider autoScalingGroupProvider,
        @Nullable String capacityProviderArn,
        @Nullable String cluster,
        @Nullable ManagedInstancesProvider managedInstancesProvider,
        @Nullable String name,
        @Nullable CapacityProviderStatus status,
        List<Tag> tags,
        @Nullable CapacityProviderType type,
        @Nullable CapacityProviderUpdateStatus updateStatus,
        @Nullable String updateStatusReason,
        Map<String, @Nullable Object> otherMembers)
        implements EcsStructure {

    /** Copies lists and maps; null stands for absent. */
    public CapacityProvider {
        tags = Presence.listOf(tags);
        otherMembers = Presence.freeze(otherMembers);
    }

    /**
     * Starts an empty one.
     *
     * @return a new builder in which everything is absent
     */
    public static CapacityProviderBuilder builder() {
        return CapacityProviderBuilder.builder();
    }

    /**
     * Starts from this one.
     *
     * @return a new builder that holds what this object holds
     */
    public CapacityProviderBuilder toBuilder() {
        return CapacityProviderBuilder.builder(this);
    }
}
