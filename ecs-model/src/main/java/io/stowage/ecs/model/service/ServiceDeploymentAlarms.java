package io.stowage.ecs.model.service;

import io.stowage.ecs.model.EcsStructure;
import io.stowage.ecs.model.Presence;
import io.stowage.ecs.model.internal.WithBuilder;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The CloudWatch alarms that watch a {@link ServiceDeployment}; it fails when one of them goes to {@code ALARM}.
 *
 * <p>Mirrors
 * <a href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ServiceDeploymentAlarms.html">ServiceDeploymentAlarms</a>.
 * Immutable; made with {@link #builder()}. The canonical constructor grows with the API: it is no part of what stays compatible.
 *
 * @param alarmNames names of the alarms that are watched
 * @param status whether they are watched, and whether one failed the deployment
 * @param triggeredAlarmNames names of those that went off; empty if none did
 * @param otherMembers members that have no component here; see {@link EcsStructure#otherMembers()}
 */
@WithBuilder
public record ServiceDeploymentAlarms(
        List<String> alarmNames,
        @Nullable ServiceDeploymentRollbackMonitorsStatus status,
        List<String> triggeredAlarmNames,
        Map<String, @Nullable Object> otherMembers)
        implements EcsStructure {

    /** Copies lists and maps; null stands for absent. */
    public ServiceDeploymentAlarms {
        alarmNames = Presence.listOf(alarmNames);
        triggeredAlarmNames = Presence.listOf(triggeredAlarmNames);
        otherMembers = Presence.freeze(otherMembers);
    }

    /**
     * Starts an empty one.
     *
     * @return a new builder in which everything is absent
     */
    public static ServiceDeploymentAlarmsBuilder builder() {
        return ServiceDeploymentAlarmsBuilder.builder();
    }

    /**
     * Starts from this one.
     *
     * @return a new builder that holds what this object holds
     */
    public ServiceDeploymentAlarmsBuilder toBuilder() {
        return ServiceDeploymentAlarmsBuilder.builder(this);
    }
}
