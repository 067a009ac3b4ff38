package io.stowage.ecs.placement.service;

import io.stowage.ecs.model.deployment.DeploymentBounds;

/**
 * The tasks of a service in the middle of a rolling deployment, as numbers. Old tasks are those that are to go: of another revision than
 * the one that is deployed, or on an instance that drains. Immutable.
 *
 * <p>A task that has been told to stop is only in {@code stopping}. It still counts for the upper bound: with a maximum of 100 percent
 * "replacement tasks can't start until the draining tasks have stopped" (<a
 * href="https://docs.aws.amazon.com/AmazonECS/latest/developerguide/container-instance-draining.html">draining</a>).
 *
 * @param bounds the desired count and both percentages
 * @param newHealthy new tasks that run and are healthy
 * @param newPending new tasks that are on their way: not running yet, or running and not yet known to be healthy or not
 * @param oldHealthy old tasks that run and are healthy, the protected ones included
 * @param oldNotHealthy the other old tasks, the protected ones included
 * @param oldHealthyProtected how many of the healthy old tasks scale-in protection keeps
 * @param oldNotHealthyProtected how many of the other old tasks scale-in protection keeps
 * @param stopping tasks that have been told to stop and are still there
 */
public record RolloutCounts(
        DeploymentBounds bounds,
        int newHealthy,
        int newPending,
        int oldHealthy,
        int oldNotHealthy,
        int oldHealthyProtected,
        int oldNotHealthyProtected,
        int stopping) {
    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if one is negative, or more tasks are protected than there are
     */
    public RolloutCounts {
        if (Math.min(Math.min(newHealthy, newPending), Math.min(oldHealthy, oldNotHealthy)) < 0
                || Math.min(Math.min(oldHealthyProtected, oldNotHealthyProtected), stopping) < 0) {
            throw new IllegalArgumentException("a number of tasks cannot be negative: new " + newHealthy + " and "
                    + newPending + ", old " + oldHealthy + " and " + oldNotHealthy + ", protected "
                    + oldHealthyProtected + " and " + oldNotHealthyProtected + ", stopping " + stopping);
        }
        if (oldHealthyProtected > oldHealthy || oldNotHealthyProtected > oldNotHealthy) {
            throw new IllegalArgumentException("more old tasks are protected than there are: " + oldHealthyProtected
                    + " of " + oldHealthy + " healthy ones, " + oldNotHealthyProtected + " of " + oldNotHealthy
                    + " others");
        }
    }

    /**
     * A settled deployment: every task runs and is healthy, none is on its way.
     *
     * @param bounds the desired count and both percentages
     * @param oldTasks old tasks
     * @param protectedOldTasks how many of them scale-in protection keeps
     * @param newTasks new tasks
     * @return the counts
     * @throws IllegalArgumentException if a number is negative, or more tasks are protected than there are
     */
    public static RolloutCounts settled(DeploymentBounds bounds, int oldTasks, int protectedOldTasks, int newTasks) {
        return new RolloutCounts(bounds, newTasks, 0, oldTasks, 0, protectedOldTasks, 0, 0);
    }

    /**
     * New tasks.
     *
     * @return those that have not been told to stop
     */
    public int newTasks() {
        return newHealthy + newPending;
    }

    /**
     * Old tasks.
     *
     * @return those that have not been told to stop
     */
    public int oldTasks() {
        return oldHealthy + oldNotHealthy;
    }

    /**
     * Healthy tasks of all revisions: what the lower bound is compared with.
     *
     * @return the number
     */
    public int healthy() {
        return newHealthy + oldHealthy;
    }

    /**
     * Every task that is still there: what the upper bound is compared with.
     *
     * @return the number, tasks that stop included
     */
    public int live() {
        return newTasks() + oldTasks() + stopping;
    }

    /**
     * Old healthy tasks that nothing protects.
     *
     * @return the number
     */
    public int stoppableHealthy() {
        return oldHealthy - oldHealthyProtected;
    }

    /**
     * Old tasks that are not healthy and that nothing protects.
     *
     * @return the number
     */
    public int stoppableNotHealthy() {
        return oldNotHealthy - oldNotHealthyProtected;
    }

    /**
     * How many new tasks are missing.
     *
     * @return 0 or more
     */
    public int missing() {
        return Math.max(0, bounds.desiredCount() - newTasks());
    }

    /**
     * Whether the deployment is done: as many new tasks as desired, all healthy, and nothing else.
     *
     * @return true if so
     */
    public boolean isComplete() {
        return newHealthy == bounds.desiredCount() && newPending == 0 && oldTasks() == 0 && stopping == 0;
    }
}
