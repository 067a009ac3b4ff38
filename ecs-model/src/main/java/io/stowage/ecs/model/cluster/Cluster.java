package io.stowage.ecs.model.cluster;

import io.stowage.ecs.model.EcsStructure;
import io.stowage.ecs.model.Presence;
import io.stowage.ecs.model.common.Attachment;
import io.stowage.ecs.model.common.CapacityProviderStrategyItem;
import io.stowage.ecs.model.common.KeyValuePair;
import io.stowage.ecs.model.common.Tag;
import io.stowage.ecs.model.internal.WithBuilder;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A named group of capacity, within one account and Region, that tasks and services run on, as {@code DescribeClusters} answers it.
 * Several members are filled only when the request includes them.
 *
 * <p>Mirrors
 * <a href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Cluster.html">Cluster</a>.
 * Immutable; made with {@link #builder()}. The canonical constructor grows with the API: it is no part of what stays compatible.
 *
 * @param activeServicesCount the number of services in status {@code ACTIVE}
 * @param attachments what ECS has made for the capacity providers, such as scaling plans; empty unless the request includes
 *     {@code ATTACHMENTS}
 * @param attachmentsStatus how the last change of the capacity providers went: {@code UPDATE_IN_PROGRESS}, {@code UPDATE_COMPLETE} or
 *     {@code UPDATE_FAILED}; absent when there is nothing to report
 * @param capacityProviders the names of the capacity providers associated with the cluster; no other may be named in a strategy here
 * @param clusterArn identifies the cluster across accounts and Regions; ends in {@code cluster/NAME}
 * @param clusterName the short name that requests may use instead of the ARN; unique within account and Region
 * @param configuration settings of ECS Exec and of the keys for managed storage; absent unless the request includes
 *     {@code CONFIGURATIONS}
 * @param defaultCapacityProviderStrategy used for tasks and services that give neither a launch type nor a strategy; empty when the
 *     cluster has none
 * @param pendingTasksCount the number of tasks in status {@code PENDING}
 * @param registeredContainerInstancesCount the number of container instances in status {@code ACTIVE} or {@code DRAINING}
 * @param runningTasksCount the number of tasks in status {@code RUNNING}
 * @param serviceConnectDefaults the namespace for Service Connect services that name none; absent when the cluster has no such default
 * @param settings whether Container Insights is on; empty unless the request includes {@code SETTINGS}
 * @param statistics counts of tasks and services by launch type, such as {@code drainingFargateServiceCount}, as text; empty unless the
 *     request includes {@code STATISTICS}
 * @param status {@code ACTIVE}, {@code PROVISIONING} or {@code DEPROVISIONING} (resources of capacity providers are being made or
 *     removed), {@code FAILED} (making them failed) or {@code INACTIVE} (deleted)
 * @param tags the tags of the cluster, at most 50; empty unless the request includes {@code TAGS}
 * @param otherMembers members that have no component here; see {@link EcsStructure#otherMembers()}
 */
@WithBuilder
public record Cluster(
        @Nullable Integer activeServicesCount,
        List<Attachment> attachments,
        @Nullable String attachmentsStatus,
        List<String> capacityProviders,
        @Nullable String clusterArn,
        @Nullable String clusterName,
        @Nullable ClusterConfiguration configuration,
        List<CapacityProviderStrategyItem> defaultCapacityProviderStrategy,
        @Nullable Integer pendingTasksCount,
        @Nullable Integer registeredContainerInstancesCount,
        @Nullable Integer runningTasksCount,
        @Nullable ClusterServiceConnectDefaults serviceConnectDefaults,
        List<ClusterSetting> settings,
        List<KeyValuePair> statistics,
        @Nullable String status,
        List<Tag> tags,
        Map<String, @Nullable Object> otherMembers)
        implements EcsStructure {

    /** Copies lists and maps; null stands for absent. */
    public Cluster {
        attachments = Presence.listOf(attachments);
        capacityProviders = Presence.listOf(capacityProviders);
        defaultCapacityProviderStrategy = Presence.listOf(defaultCapacityProviderStrategy);
        settings = Presence.listOf(settings);
        statistics = Presence.listOf(statistics);
        tags = Presence.listOf(tags);
        otherMembers = Presence.freeze(otherMembers);
    }

    /**
     * Starts an empty one.
     *
     * @return a new builder in which everything is absent
     */
    public static ClusterBuilder builder() {
        return ClusterBuilder.builder();
    }

    /**
     * Starts from this one.
     *
     * @return a new builder that holds what this object holds
     */
    public ClusterBuilder toBuilder() {
        return ClusterBuilder.builder(this);
    }
}
