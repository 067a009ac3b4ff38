package io.stowage.ecs.model.service;

import io.stowage.ecs.model.EcsStructure;
import io.stowage.ecs.model.Presence;
import io.stowage.ecs.model.internal.WithBuilder;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * CloudWatch alarms that fail a deployment when one of them goes to {@code ALARM} while it runs; for controller
 * {@link DeploymentControllerType#ECS} only.
 *
 * <p>Mirrors
 * <a href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeploymentAlarms.html">DeploymentAlarms</a>.
 * Immutable; made with {@link #builder()}. The canonical constructor grows with the API: it is no part of what stays compatible.
 *
 * @param alarmNames names of the alarms, at least one where {@code enable} is true
 * @param enable whether the alarms are watched; required
 * @param rollback whether a deployment that they failed is rolled back to the last completed one; required
 * @param otherMembers members that have no component here; see {@link EcsStructure#otherMembers()}
 */
@WithBuilder
public record DeploymentAlarms(
        List<String> alarmNames,
        @Nullable Boolean enable,
        @Nullable Boolean rollback,
        Map<String, @Nullable Object> otherMembers)
        implements EcsStructure {

    /** Copies lists and maps; null stands for absent. */
    public DeploymentAlarms {
        alarmNames = Presence.listOf(alarmNames);
        otherMembers = Presence.freeze(otherMembers);
    }

    /**
     * Starts an empty one.
     *
     * @return a new builder in which everything is absent
     */
    public static DeploymentAlarmsBuilder builder() {
        return DeploymentAlarmsBuilder.builder();
    }

    /**
     * Starts from this one.
     *
     * @return a new builder that holds what this object holds
     */
    public DeploymentAlarmsBuilder toBuilder() {
        return DeploymentAlarmsBuilder.builder(this);
    }
}
