package io.stowage.ecs.model.capacity;

import io.stowage.ecs.model.EcsStructure;
import io.stowage.ecs.model.Presence;
import io.stowage.ecs.model.common.Tag;
import io.stowage.ecs.model.internal.WithBuilder;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What {@code CreateCapacityProvider} takes. Exactly one of the two provider members says which kind is made; Fargate providers are not
 * created.
 *
 * <p>Mirrors
 * <a href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateCapacityProvider.html">CreateCapacityProvider</a>.
 * Immutable; made with {@link #builder()}. The canonical constructor grows with the API: it is no part of what stays compatible.
 *
 * @param autoScalingGroupProvider the Auto Scaling group to use; absent for a Managed Instances provider
 * @param cluster the name of the cluster that a Managed Instances provider belongs to, and required for one
 * @param managedInstancesProvider how ECS launches instances; absent for an Auto Scaling group provider
 * @param name 1 to 255 letters, digits, hyphens and underscores, not beginning with {@code aws}, {@code ecs} or {@code fargate}; required
 * @param tags tags for the provider, at most 50, keys distinct
 * @param otherMembers members that have no component here; see {@link EcsStructure#otherMembers()}
 */
@WithBuilder
public record CreateCapacityProviderRequest(
        @Nullable AutoScalingGroupProvider autoScalingGroupProvider,
        @Nullable String cluster,
        @Nullable CreateManagedInstancesProviderConfiguration managedInstancesProvider,
        @Nullable String name,
        List<Tag> tags,
        Map<String, @Nullable Object> otherMembers)
        implements EcsStructure {

    /** Copies lists and maps; null stands for absent. */
    public CreateCapacityProviderRequest {
        tags = Presence.listOf(tags);
        otherMembers = Presence.freeze(otherMembers);
    }

    /**
     * Starts an empty one.
     *
     * @return a new builder in which everything is absent
     */
    public static CreateCapacityProviderRequestBuilder builder() {
        return CreateCapacityProviderRequestBuilder.builder();
    }

    /**
     * Starts from this one.
     *
     * @return a new builder that holds what this object holds
     */
    public CreateCapacityProviderRequestBuilder toBuilder() {
        return CreateCapacityProviderRequestBuilder.builder(this);
    }
}
