package io.stowage.ecs.model.service;

import io.stowage.ecs.model.EcsStructure;
import io.stowage.ecs.model.Presence;
import io.stowage.ecs.model.internal.WithBuilder;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The counts of tasks and the traffic of a revision in a {@link ServiceDeployment}, at the time of the report.
 *
 * <p>Mirrors
 * <a href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ServiceRevisionSummary.html">ServiceRevisionSummary</a>.
 * Immutable; made with {@link #builder()}. The canonical constructor grows with the API: it is no part of what stays compatible.
 *
 * @param arn the {@link ServiceRevision} counted
 * @param pendingTaskCount count of its tasks that are {@code PENDING}
 * @param requestedProductionTrafficWeight percent of the production traffic that shall go to it, 0.0 to 100.0
 * @param requestedTaskCount count of tasks that it shall have
 * @param requestedTestTrafficWeight percent of the test traffic that shall go to it, 0.0 to 100.0
 * @param runningTaskCount count of its tasks that are {@code RUNNING}
 * @param otherMembers members that have no component here; see {@link EcsStructure#otherMembers()}
 */
@WithBuilder
public record ServiceRevisionSummary(
        @Nullable String arn,
        @Nullable Integer pendingTaskCount,
        @Nullable Double requestedProductionTrafficWeight,
        @Nullable Integer requestedTaskCount,
        @Nullable Double requestedTestTrafficWeight,
        @Nullable Integer runningTaskCount,
        Map<String, @Nullable Object> otherMembers)
        implements EcsStructure {

    /** Copies lists and maps; null stands for absent. */
    public ServiceRevisionSummary {
        otherMembers = Presence.freeze(otherMembers);
    }

    /**
     * Starts an empty one.
     *
     * @return a new builder in which everything is absent
     */
    public static ServiceRevisionSummaryBuilder builder() {
        return ServiceRevisionSummaryBuilder.builder();
    }

    /**
     * Starts from this one.
     *
     * @return a new builder that holds what this object holds
     */
    public ServiceRevisionSummaryBuilder toBuilder() {
        return ServiceRevisionSummaryBuilder.builder(this);
    }
}
