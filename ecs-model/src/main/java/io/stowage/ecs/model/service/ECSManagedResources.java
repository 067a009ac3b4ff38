package io.stowage.ecs.model.service;

import io.stowage.ecs.model.EcsStructure;
import io.stowage.ecs.model.Presence;
import io.stowage.ecs.model.internal.WithBuilder;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The resources around an Express service that ECS makes and looks after.
 *
 * <p>Mirrors
 * <a href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ECSManagedResources.html">ECSManagedResources</a>.
 * Immutable; made with {@link #builder()}. The canonical constructor grows with the API: it is no part of what stays compatible.
 *
 * @param autoScaling how the count of its tasks is scaled; absent: not reported
 * @param ingressPaths the ways into the service, each with its endpoint
 * @param logGroups the CloudWatch log groups of its containers
 * @param metricAlarms the CloudWatch alarms behind its scaling policies
 * @param serviceSecurityGroups the security groups of its tasks
 * @param otherMembers members that have no component here; see {@link EcsStructure#otherMembers()}
 */
@WithBuilder
public record ECSManagedResources(
        @Nullable ManagedAutoScaling autoScaling,
        List<ManagedIngressPath> ingressPaths,
        List<ManagedLogGroup> logGroups,
        List<ManagedMetricAlarm> metricAlarms,
        List<ManagedSecurityGroup> serviceSecurityGroups,
        Map<String, @Nullable Object> otherMembers)
        implements EcsStructure {

    /** Copies lists and maps; null stands for absent. */
    public ECSManagedResources {
        ingressPaths = Presence.listOf(ingressPaths);
        logGroups = Presence.listOf(logGroups);
        metricAlarms = Presence.listOf(metricAlarms);
        serviceSecurityGroups = Presence.listOf(serviceSecurityGroups);
        otherMembers = Presence.freeze(otherMembers);
    }

    /**
     * Starts an empty one.
     *
     * @return a new builder in which everything is absent
     */
    public static ECSManagedResourcesBuilder builder() {
        return ECSManagedResourcesBuilder.builder();
    }

    /**
     * Starts from this one.
     *
     * @return a new builder that holds what this object holds
     */
    public ECSManagedResourcesBuilder toBuilder() {
        return ECSManagedResourcesBuilder.builder(this);
    }
}
