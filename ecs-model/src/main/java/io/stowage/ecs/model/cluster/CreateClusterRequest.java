package io.stowage.ecs.model.cluster;

import io.stowage.ecs.model.EcsStructure;
import io.stowage.ecs.model.Presence;
import io.stowage.ecs.model.common.CapacityProviderStrategyItem;
import io.stowage.ecs.model.common.Tag;
import io.stowage.ecs.model.internal.WithBuilder;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What {@code CreateCluster} takes: the name of a new cluster, its capacity providers and its settings.
 *
 * <p>Mirrors
 * <a href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateCluster.html">CreateCluster</a>.
 * Immutable; made with {@link #builder()}. The canonical constructor grows with the API: it is no part of what stays compatible.
 *
 * @param capacityProviders the names of capacity providers to associate: {@code FARGATE}, {@code FARGATE_SPOT} or Auto Scaling group
 *     providers made before; empty for none. Only what is associated may be named in a strategy
 * @param clusterName 1 to 255 letters, digits, hyphens and underscores; absent: {@code default}
 * @param configuration settings of ECS Exec and of the keys for managed storage; absent: ECS's defaults
 * @param defaultCapacityProviderStrategy used for tasks and services that give neither a launch type nor a strategy; may only name
 *     providers of {@code capacityProviders}; empty for none
 * @param serviceConnectDefaults the namespace for Service Connect services that name none; absent: each has to name its own
 * @param settings whether Container Insights is on; empty: the account setting {@code containerInsights} decides
 * @param tags tags for the cluster, at most 50, keys distinct
 * @param otherMembers members that have no component here; see {@link EcsStructure#otherMembers()}
 */
@WithBuilder
public record CreateClusterRequest(
        List<String> capacityProviders,
        @Nullable String clusterName,
        @Nullable ClusterConfiguration configuration,
        List<CapacityProviderStrategyItem> defaultCapacityProviderStrategy,
        @Nullable ClusterServiceConnectDefaultsRequest serviceConnectDefaults,
        List<ClusterSetting> settings,
        List<Tag> tags,
        Map<String, @Nullable Object> otherMembers)
        implements EcsStructure {

    /** Copies lists and maps; null stands for absent. */
    public CreateClusterRequest {
        capacityProviders = Presence.listOf(capacityProviders);
        defaultCapacityProviderStrategy = Presence.listOf(defaultCapacityProviderStrategy);
        settings = Presence.listOf(settings);
        tags = Presence.listOf(tags);
        otherMembers = Presence.freeze(otherMembers);
    }

    /**
     * Starts an empty one.
     *
     * @return a new builder in which everything is absent
     */
    public static CreateClusterRequestBuilder builder() {
        return CreateClusterRequestBuilder.builder();
    }

    /**
     * Starts from this one.
     *
     * @return a new builder that holds what this object holds
     */
    public CreateClusterRequestBuilder toBuilder() {
        return CreateClusterRequestBuilder.builder(this);
    }

    /**
     * The name of the cluster: what is written, or {@code default}.
     *
     * @return never null
     */
    public String effectiveClusterName() {
        return clusterName == null ? "default" : clusterName;
    }
}
