package io.stowage.ecs.placement.service;

import io.stowage.ecs.model.deployment.DeploymentNumbers;
import io.stowage.ecs.model.service.DeploymentCircuitBreaker;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * The count of failed tasks of one deployment. Until one of its tasks runs, each task that does not get so far adds 1; from then on, each
 * task that is replaced because of a failed health check. Nothing is counted after it has tripped. Immutable; {@link #after} gives the next.
 *
 * <p>Older texts say that one task that runs switches the breaker off for good; we follow the newer one, in which a task that becomes
 * <em>healthy</em> sets the count to 0, unless {@code resetOnHealthyTask} is off.
 *
 * @param breaker the configuration; {@code null} for none, which never trips
 * @param threshold how many failures trip it
 * @param failureCount how many there are
 * @param isTaskRunning whether a task of the deployment runs or has run
 * @param events how many events have come
 * @param trippedAtEvent which of them, counted from 1, tripped it; 0 if none has
 * @see <a href="https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-circuit-breaker.html">deployment circuit breaker</a>
 */
public record CircuitBreakerRun(
        @Nullable DeploymentCircuitBreaker breaker,
        long threshold,
        long failureCount,
        boolean isTaskRunning,
        int events,
        int trippedAtEvent) {

    /** What happens to a task of the deployment. The names are ours. */
    public enum Event {
        /** The task stopped before it ran. */
        LAUNCH_FAILED,
        /** The task runs. */
        RUNNING,
        /** The task is healthy. */
        HEALTHY,
        /** The task ran and was replaced because a load balancer, Cloud Map or container health check failed. */
        HEALTH_FAILED
    }

    /** What becomes of the service when the breaker has its way. */
    public enum Rollback {
        /** It has not tripped, or rolling back is off. */
        NONE,
        /** The last completed deployment is deployed again. */
        STARTED,
        /** There is no completed deployment to go back to; the service starts nothing more. */
        STALLED
    }

    /**
     * A breaker at the start of a deployment, with the bounds of today.
     *
     * @param breaker the configuration; {@code null} for none
     * @param desiredCount the desired count, at least 0
     * @return a run without events
     * @throws IllegalArgumentException if a number is negative
     */
    public static CircuitBreakerRun start(@Nullable DeploymentCircuitBreaker breaker, int desiredCount) {
        return start(
                breaker,
                DeploymentNumbers.circuitBreakerThreshold(
                        desiredCount, breaker == null ? null : breaker.thresholdConfiguration()));
    }

    /**
     * A breaker at the start of a deployment, with the bounds that were documented at a date.
     *
     * @param breaker the configuration; {@code null} for none
     * @param desiredCount the desired count, at least 0
     * @param month the month whose documentation is to hold
     * @return a run without events
     * @throws IllegalArgumentException if a number is negative
     */
    public static CircuitBreakerRun start(
            @Nullable DeploymentCircuitBreaker breaker, int desiredCount, YearMonth month) {
        return start(
                breaker,
                DeploymentNumbers.circuitBreakerThreshold(
                        desiredCount, breaker == null ? null : breaker.thresholdConfiguration(), month));
    }

    private static CircuitBreakerRun start(@Nullable DeploymentCircuitBreaker breaker, long threshold) {
        return new CircuitBreakerRun(breaker, threshold, 0, false, 0, 0);
    }

    /**
     * The run after one more event.
     *
     * @param event what happened
     * @return the next state
     */
    public CircuitBreakerRun after(Event event) {
        boolean running = isTaskRunning || event != Event.LAUNCH_FAILED;
        if (isTripped()) {
            return new CircuitBreakerRun(breaker, threshold, failureCount, running, events + 1, trippedAtEvent);
        }
        long count = failureCount;
        switch (event) {
            case LAUNCH_FAILED -> count += isTaskRunning ? 0 : 1;
            case HEALTH_FAILED -> count++;
            case HEALTHY -> count = isReset() ? 0 : count;
            case RUNNING -> {}
        }
        boolean trips = isOn() && count > failureCount && count >= threshold;
        return new CircuitBreakerRun(breaker, threshold, count, running, events + 1, trips ? events + 1 : 0);
    }

    /**
     * The run with the threshold of another desired count: the latest one holds.
     *
     * @param desiredCount the desired count, at least 0
     * @return the same counts against the new threshold
     * @throws IllegalArgumentException if the number is negative
     */
    public CircuitBreakerRun withDesiredCount(int desiredCount) {
        long now = start(breaker, desiredCount).threshold;
        return new CircuitBreakerRun(breaker, now, failureCount, isTaskRunning, events, trippedAtEvent);
    }

    /**
     * Whether failures are counted at all.
     *
     * @return whether there is a breaker that is enabled
     */
    public boolean isOn() {
        return breaker != null && Boolean.TRUE.equals(breaker.enable());
    }

    private boolean isReset() {
        return breaker == null || !Boolean.FALSE.equals(breaker.resetOnHealthyTask());
    }

    /**
     * Whether the deployment has failed.
     *
     * @return true if so
     */
    public boolean isTripped() {
        return trippedAtEvent > 0;
    }

    /**
     * What follows.
     *
     * @param hasCompletedDeployment whether the service has a completed deployment that no other rollback is using
     * @return what becomes of the service
     */
    public Rollback rollback(boolean hasCompletedDeployment) {
        if (!isTripped() || breaker == null || !Boolean.TRUE.equals(breaker.rollback())) {
            return Rollback.NONE;
        }
        return hasCompletedDeployment ? Rollback.STARTED : Rollback.STALLED;
    }

    /**
     * The count in words.
     *
     * @return one sentence
     */
    public String why() {
        if (!isOn()) {
            return "the deployment circuit breaker is off";
        }
        return failureCount + " failed tasks of the " + threshold
                + " that trip the deployment circuit breaker, counting "
                + (isTaskRunning ? "tasks replaced for failed health checks" : "tasks that did not start");
    }
}
