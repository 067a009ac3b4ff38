package io.stowage.ecs.placement.service;

import io.stowage.ecs.model.deployment.DeploymentBounds;
import java.util.Optional;

/**
 * A rolling deployment that can never go on from where it stands: nothing may start, nothing may stop, and it is not done. Immutable.
 *
 * @param reason the first reason that applies
 * @param why one sentence with the arithmetic
 * @param repair the smallest change that lets it go on
 * @see <a href="https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-event-messages-list.html">service event messages</a>
 */
public record StalledRollout(StallReason reason, String why, String repair) {

    /**
     * Asks whether a settled deployment is stuck.
     *
     * @param counts the tasks as they stand; nothing is stuck while tasks start or stop
     * @param room how many more new tasks the cluster has room for
     * @param portTaken whether the cause of having no room is a host port that is taken on every instance that would fit
     * @return why it is stuck; empty if it can go on or is done
     * @throws IllegalArgumentException if the room is negative
     */
    public static Optional<StalledRollout> of(RolloutCounts counts, int room, boolean portTaken) {
        if (room < 0) {
            throw new IllegalArgumentException("room is " + room + "; 0 or more was expected");
        }
        if (counts.newPending() > 0
                || counts.stopping() > 0
                || isDone(counts)
                || !RollingUpdate.next(counts, Math.min(room, RollingUpdate.mayStart(counts)))
                        .isIdle()) {
            return Optional.empty();
        }
        return Optional.of(explain(counts, portTaken));
    }

    private static boolean isDone(RolloutCounts counts) {
        return counts.newTasks() == counts.bounds().desiredCount() && counts.oldTasks() == 0;
    }

    /**
     * The message of ECS for the reason {@link StallReason#DEPLOYMENT_CONFIGURATION}.
     *
     * @param service the name of the service
     * @return the text of the event
     */
    public static String configurationEvent(String service) {
        return "(service " + service + ") was unable to stop or start tasks during a deployment because of the service "
                + "deployment configuration. Update the minimumHealthyPercent or maximumPercent value and try again.";
    }

    private static StalledRollout explain(RolloutCounts counts, boolean portTaken) {
        DeploymentBounds bounds = counts.bounds();
        int stoppable = counts.stoppableHealthy() + counts.stoppableNotHealthy();
        boolean kept = counts.missing() == 0
                || (counts.healthy() > bounds.minHealthyTasks() && counts.oldTasks() > 0 && stoppable == 0);
        if (kept) {
            return new StalledRollout(
                    StallReason.PROTECTED_TASKS,
                    "scale-in protection keeps " + (counts.oldTasks() - stoppable) + " of " + counts.oldTasks()
                            + " old tasks",
                    "end the protection of one old task, or wait until it expires");
        }
        if (bounds.maxTasks() <= counts.live()) {
            return new StalledRollout(StallReason.DEPLOYMENT_CONFIGURATION, arithmetic(counts), settings(counts));
        }
        if (portTaken) {
            return new StalledRollout(
                    StallReason.PORT_CONFLICT,
                    "every instance that fits has a task that holds the host port, and " + minimum(counts),
                    "add one instance, or use a dynamic host port" + orLowerMinimum(counts));
        }
        return new StalledRollout(
                StallReason.NO_CAPACITY,
                "no instance has room for a new task, and " + minimum(counts),
                "add room for one task" + orLowerMinimum(counts));
    }

    private static String arithmetic(RolloutCounts counts) {
        DeploymentBounds bounds = counts.bounds();
        return "nothing may start: floor(" + bounds.desiredCount() + " * " + bounds.maximumPercent() + " / 100) = "
                + bounds.maxTasks() + " is not above the " + counts.live() + " tasks there are; nothing may stop: "
                + minimum(counts);
    }

    private static String minimum(RolloutCounts counts) {
        if (counts.oldTasks() == 0) {
            return "no old task is left that could make room";
        }
        DeploymentBounds bounds = counts.bounds();
        return "ceil(" + bounds.desiredCount() + " * " + bounds.minimumHealthyPercent() + " / 100) = "
                + bounds.minHealthyTasks() + " of " + counts.healthy() + " healthy tasks must stay";
    }

    private static String settings(RolloutCounts counts) {
        int desired = counts.bounds().desiredCount();
        long percent = ((counts.live() + 1L) * 100 + desired - 1) / desired;
        return "set maximumPercent to " + percent + " or more" + orLowerMinimum(counts);
    }

    /** Lets one old task stop; that helps only if there is one that is healthy and not protected. */
    private static String orLowerMinimum(RolloutCounts counts) {
        return counts.stoppableHealthy() == 0
                ? ""
                : ", or set minimumHealthyPercent to "
                        + (counts.healthy() - 1L) * 100 / counts.bounds().desiredCount() + " or less";
    }
}
