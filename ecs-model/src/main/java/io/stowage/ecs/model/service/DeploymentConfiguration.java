package io.stowage.ecs.model.service;

import io.stowage.ecs.model.EcsStructure;
import io.stowage.ecs.model.Presence;
import io.stowage.ecs.model.internal.WithBuilder;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a deployment replaces the tasks of a service: its strategy, how many tasks run meanwhile, and what makes it fail.
 *
 * <p>Mirrors
 * <a href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeploymentConfiguration.html">DeploymentConfiguration</a>.
 * Immutable; made with {@link #builder()}. The canonical constructor grows with the API: it is no part of what stays compatible.
 *
 * @param alarms CloudWatch alarms that fail a deployment; absent: none
 * @param bakeTimeInMinutes minutes for which both revisions keep running after all production traffic has moved; required for
 *     {@code BLUE_GREEN}
 * @param canaryConfiguration steps of a {@code CANARY} deployment; for that strategy only
 * @param deploymentCircuitBreaker when repeated task failures fail a deployment; absent: never
 * @param lifecycleHooks what is run, or waited for, at stages of a deployment; absent: nothing
 * @param linearConfiguration steps of a {@code LINEAR} deployment; for that strategy only
 * @param maximumPercent upper bound of tasks that are {@code RUNNING} or {@code PENDING} in a rolling deployment, in percent of the
 *     desired count, rounded down to tasks; absent: 200, for {@code DAEMON} 100, its only value
 * @param minimumHealthyPercent lower bound of healthy tasks in a rolling deployment, in percent of the desired count, rounded up to
 *     tasks, 0 to 100; absent: 100, for {@code DAEMON} 0
 * @param strategy how the new revision takes over; absent: {@link DeploymentStrategy#ROLLING}
 * @param otherMembers members that have no component here; see {@link EcsStructure#otherMembers()}
 */
@WithBuilder
public record DeploymentConfiguration(
        @Nullable DeploymentAlarms alarms,
        @Nullable Integer bakeTimeInMinutes,
        @Nullable CanaryConfiguration canaryConfiguration,
        @Nullable DeploymentCircuitBreaker deploymentCircuitBreaker,
        List<DeploymentLifecycleHook> lifecycleHooks,
        @Nullable LinearConfiguration linearConfiguration,
        @Nullable Integer maximumPercent,
        @Nullable Integer minimumHealthyPercent,
        @Nullable DeploymentStrategy strategy,
        Map<String, @Nullable Object> otherMembers)
        implements EcsStructure {

    /** Copies lists and maps; null stands for absent. */
    public DeploymentConfiguration {
        lifecycleHooks = Presence.listOf(lifecycleHooks);
        otherMembers = Presence.freeze(otherMembers);
    }

    /**
     * Starts an empty one.
     *
     * @return a new builder in which everything is absent
     */
    public static DeploymentConfigurationBuilder builder() {
        return DeploymentConfigurationBuilder.builder();
    }

    /**
     * Starts from this one.
     *
     * @return a new builder that holds what this object holds
     */
    public DeploymentConfigurationBuilder toBuilder() {
        return DeploymentConfigurationBuilder.builder(this);
    }

    /**
     * How the revisions are exchanged: what is written, or {@code ROLLING}.
     *
     * @return never null
     */
    public DeploymentStrategy effectiveStrategy() {
        return strategy == null ? DeploymentStrategy.ROLLING : strategy;
    }

    /**
     * The most tasks during a rolling deployment, in percent of the desired count: what is written, or 200, for daemons 100.
     *
     * @param scheduling the scheduling strategy of the service
     * @return percent
     */
    public int effectiveMaximumPercent(SchedulingStrategy scheduling) {
        int standard = scheduling.equals(SchedulingStrategy.DAEMON) ? 100 : 200;
        return maximumPercent == null ? standard : maximumPercent;
    }

    /**
     * The fewest healthy tasks during a rolling deployment, in percent of the desired count: what is written, or 100, for daemons
     * 0.
     *
     * @param scheduling the scheduling strategy of the service
     * @return percent
     */
    public int effectiveMinimumHealthyPercent(SchedulingStrategy scheduling) {
        int standard = scheduling.equals(SchedulingStrategy.DAEMON) ? 0 : 100;
        return minimumHealthyPercent == null ? standard : minimumHealthyPercent;
    }
}
