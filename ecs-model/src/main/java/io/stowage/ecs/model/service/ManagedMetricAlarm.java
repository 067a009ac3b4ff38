package io.stowage.ecs.model.service;

import io.stowage.ecs.model.EcsStructure;
import io.stowage.ecs.model.Presence;
import io.stowage.ecs.model.internal.WithBuilder;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A CloudWatch alarm that triggers the scaling of an Express service.
 *
 * <p>Mirrors
 * <a href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ManagedMetricAlarm.html">ManagedMetricAlarm</a>.
 * Immutable; made with {@link #builder()}. The canonical constructor grows with the API: it is no part of what stays compatible.
 *
 * @param arn identifies the alarm; absent while there is none
 * @param status how far its creation or removal is; not the state of the alarm itself
 * @param statusReason why it is in this status, in words; absent if there is nothing to say
 * @param updatedAt when ECS last changed the alarm
 * @param otherMembers members that have no component here; see {@link EcsStructure#otherMembers()}
 */
@WithBuilder
public record ManagedMetricAlarm(
        @Nullable String arn,
        @Nullable ManagedResourceStatus status,
        @Nullable String statusReason,
        @Nullable Instant updatedAt,
        Map<String, @Nullable Object> otherMembers)
        implements EcsStructure {

    /** Copies lists and maps; null stands for absent. */
    public ManagedMetricAlarm {
        otherMembers = Presence.freeze(otherMembers);
    }

    /**
     * Starts an empty one.
     *
     * @return a new builder in which everything is absent
     */
    public static ManagedMetricAlarmBuilder builder() {
        return ManagedMetricAlarmBuilder.builder();
    }

    /**
     * Starts from this one.
     *
     * @return a new builder that holds what this object holds
     */
    public ManagedMetricAlarmBuilder toBuilder() {
        return ManagedMetricAlarmBuilder.builder(this);
    }
}
