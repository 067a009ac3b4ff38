package io.stowage.ecs.placement.service;

import io.stowage.ecs.model.deployment.DeploymentBounds;
import io.stowage.ecs.model.service.DeploymentRolloutState;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a simulated service stands. Immutable.
 *
 * @param name its name
 * @param bounds desired count and percentages in force
 * @param runningCount tasks in {@code RUNNING} that are not being stopped
 * @param pendingCount tasks in {@code PROVISIONING}, {@code PENDING} and {@code ACTIVATING}
 * @param healthyCount tasks that count for the lower bound
 * @param liveCount tasks that count for the upper bound: all that are not gone
 * @param isSteady whether it has reached a steady state
 * @param deployments its deployments, the newest first; none with an external deployment controller, see
 *     {@link ServiceSimulator#taskSets}; unmodifiable
 * @param tasks its tasks by id; unmodifiable
 */
public record ServiceView(
        String name,
        DeploymentBounds bounds,
        int runningCount,
        int pendingCount,
        int healthyCount,
        int liveCount,
        boolean isSteady,
        List<Deployment> deployments,
        List<TaskView> tasks) {
    /** Copies the lists. */
    public ServiceView {
        deployments = List.copyOf(deployments);
        tasks = List.copyOf(tasks);
    }

    /**
     * One deployment.
     *
     * @param id its id
     * @param status {@code PRIMARY}, {@code ACTIVE} or {@code INACTIVE}
     * @param rolloutState how far it has come
     * @param revision the number of the revision, from 1
     * @param taskCount its tasks that are not gone
     * @param failedTasks what the circuit breaker has counted
     * @param stage the stage of a blue/green, linear or canary deployment; {@code null} for others
     * @param greenTenths the share of production traffic of the newest revision, in tenths of a percent; 1000 unless traffic is shifted
     */
    public record Deployment(
            String id,
            String status,
            DeploymentRolloutState rolloutState,
            int revision,
            int taskCount,
            long failedTasks,
            @Nullable String stage,
            int greenTenths) {}

    /**
     * One task.
     *
     * @param id its id
     * @param revision the number of its revision
     * @param lastStatus its state in ECS's words
     * @param isStopping whether its desired status is {@code STOPPED}
     * @param health {@code HEALTHY}, {@code UNHEALTHY} or {@code UNKNOWN}
     * @param protectedUntil until when scale-in protection keeps it; {@code null} if it is not protected
     * @param containerInstance the id of its instance; {@code null} while it waits for one, and on Fargate
     * @param capacityProvider the capacity provider it was started with; {@code null} for a launch type
     */
    public record TaskView(
            String id,
            int revision,
            String lastStatus,
            boolean isStopping,
            String health,
            @Nullable Instant protectedUntil,
            @Nullable String containerInstance,
            @Nullable String capacityProvider) {}
}
