package io.stowage.ecs.model.service;

import io.stowage.ecs.model.EcsStructure;
import io.stowage.ecs.model.Presence;
import io.stowage.ecs.model.internal.WithBuilder;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The counts of tasks of a revision that a {@link Service} runs at present.
 *
 * <p>Mirrors
 * <a href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ServiceCurrentRevisionSummary.html">ServiceCurrentRevisionSummary</a>.
 * Immutable; made with {@link #builder()}. The canonical constructor grows with the API: it is no part of what stays compatible.
 *
 * @param arn the {@link ServiceRevision} counted
 * @param pendingTaskCount count of its tasks that are {@code PENDING}
 * @param requestedTaskCount count of tasks that it shall have
 * @param runningTaskCount count of its tasks that are {@code RUNNING}
 * @param otherMembers members that have no component here; see {@link EcsStructure#otherMembers()}
 */
@WithBuilder
public record ServiceCurrentRevisionSummary(
        @Nullable String arn,
        @Nullable Integer pendingTaskCount,
        @Nullable Integer requestedTaskCount,
        @Nullable Integer runningTaskCount,
        Map<String, @Nullable Object> otherMembers)
        implements EcsStructure {

    /** Copies lists and maps; null stands for absent. */
    public ServiceCurrentRevisionSummary {
        otherMembers = Presence.freeze(otherMembers);
    }

    /**
     * Starts an empty one.
     *
     * @return a new builder in which everything is absent
     */
    public static ServiceCurrentRevisionSummaryBuilder builder() {
        return ServiceCurrentRevisionSummaryBuilder.builder();
    }

    /**
     * Starts from this one.
     *
     * @return a new builder that holds what this object holds
     */
    public ServiceCurrentRevisionSummaryBuilder toBuilder() {
        return ServiceCurrentRevisionSummaryBuilder.builder(this);
    }
}
