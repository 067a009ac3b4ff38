package io.stowage.ecs.model.service;

import io.stowage.ecs.model.EcsStructure;
import io.stowage.ecs.model.Presence;
import io.stowage.ecs.model.internal.WithBuilder;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One change of a service from its source revisions to a target revision, with its course and outcome, as
 * {@code DescribeServiceDeployments} reports it.
 *
 * <p>Mirrors
 * <a href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ServiceDeployment.html">ServiceDeployment</a>.
 * Immutable; made with {@link #builder()}. The canonical constructor grows with the API: it is no part of what stays compatible.
 *
 * @param alarms the CloudWatch alarms that watch it, and what they found
 * @param clusterArn the cluster that runs the service
 * @param createdAt when the change was asked for
 * @param deploymentCircuitBreaker the circuit breaker that watches it, and what it counted
 * @param deploymentConfiguration the settings by which it runs
 * @param finishedAt when it ended; absent until then
 * @param lifecycleHookDetails the hooks that are at work in it
 * @param lifecycleStage the stage that it is in
 * @param rollback the way back that was taken; absent if there was none
 * @param serviceArn the service that is changed
 * @param serviceDeploymentArn identifies the change
 * @param sourceServiceRevisions the revisions that had tasks when it began; none for a new service
 * @param startedAt when it began; absent while {@link ServiceDeploymentStatus#PENDING}
 * @param status how it stands
 * @param statusReason why it is in this status, in words
 * @param stoppedAt when it was stopped, by a user or by a failure without rollback; absent otherwise
 * @param targetServiceRevision the revision that is put in place
 * @param updatedAt when it last changed
 * @param otherMembers members that have no component here; see {@link EcsStructure#otherMembers()}
 */
@WithBuilder
public record ServiceDeployment(
        @Nullable ServiceDeploymentAlarms alarms,
        @Nullable String clusterArn,
        @Nullable Instant createdAt,
        @Nullable ServiceDeploymentCircuitBreaker deploymentCircuitBreaker,
        @Nullable DeploymentConfiguration deploymentConfiguration,
        @Nullable Instant finishedAt,
        List<DeploymentLifecycleHookDetail> lifecycleHookDetails,
        @Nullable ServiceDeploymentLifecycleStage lifecycleStage,
        @Nullable Rollback rollback,
        @Nullable String serviceArn,
        @Nullable String serviceDeploymentArn,
        List<ServiceRevisionSummary> sourceServiceRevisions,
        @Nullable Instant startedAt,
        @Nullable ServiceDeploymentStatus status,
        @Nullable String statusReason,
        @Nullable Instant stoppedAt,
        @Nullable ServiceRevisionSummary targetServiceRevision,
        @Nullable Instant updatedAt,
        Map<String, @Nullable Object> otherMembers)
        implements EcsStructure {

    /** Copies lists and maps; null stands for absent. */
    public ServiceDeployment {
        lifecycleHookDetails = Presence.listOf(lifecycleHookDetails);
        sourceServiceRevisions = Presence.listOf(sourceServiceRevisions);
        otherMembers = Presence.freeze(otherMembers);
    }

    /**
     * Starts an empty one.
     *
     * @return a new builder in which everything is absent
     */
    public static ServiceDeploymentBuilder builder() {
        return ServiceDeploymentBuilder.builder();
    }

    /**
     * Starts from this one.
     *
     * @return a new builder that holds what this object holds
     */
    public ServiceDeploymentBuilder toBuilder() {
        return ServiceDeploymentBuilder.builder(this);
    }
}
