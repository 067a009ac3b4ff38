package io.stowage.ecs.model.capacity;

import io.stowage.ecs.model.EcsStructure;
import io.stowage.ecs.model.Presence;
import io.stowage.ecs.model.internal.WithBuilder;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a Managed Instances capacity provider launches, keeps and ends its instances, as ECS answers it.
 *
 * <p>Mirrors
 * <a href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ManagedInstancesProvider.html">ManagedInstancesProvider</a>.
 * Immutable; made with {@link #builder()}. The canonical constructor grows with the API: it is no part of what stays compatible.
 *
 * @param autoRepairConfiguration whether unhealthy instances are replaced
 * @param infrastructureOptimization when idle or little used instances are given up; absent: ECS's own rule
 * @param infrastructureRoleArn the ARN of the role in which ECS handles the EC2 instances
 * @param instanceLaunchTemplate what instances look like
 * @param propagateTags whether instances get the tags of the capacity provider
 * @param otherMembers members that have no component here; see {@link EcsStructure#otherMembers()}
 */
@WithBuilder
public record ManagedInstancesProvider(
        @Nullable AutoRepairConfiguration autoRepairConfiguration,
        @Nullable InfrastructureOptimization infrastructureOptimization,
        @Nullable String infrastructureRoleArn,
        @Nullable InstanceLaunchTemplate instanceLaunchTemplate,
        @Nullable PropagateMITags propagateTags,
        Map<String, @Nullable Object> otherMembers)
        implements EcsStructure {

    /** Copies lists and maps; null stands for absent. */
    public ManagedInstancesProvider {
        otherMembers = Presence.freeze(otherMembers);
    }

    /**
     * Starts an empty one.
     *
     * @return a new builder in which everything is absent
     */
    public static ManagedInstancesProviderBuilder builder() {
        return ManagedInstancesProviderBuilder.builder();
    }

    /**
     * Starts from this one.
     *
     * @return a new builder that holds what this object holds
     */
    public ManagedInstancesProviderBuilder toBuilder() {
        return ManagedInstancesProviderBuilder.builder(this);
    }
}
