package io.stowage.ecs.placement.service;

import io.stowage.ecs.model.deployment.DeploymentNumbers;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How launches of a service slow down after tasks that stopped without having run. Retries never end. A task that reached {@code RUNNING}
 * never slows anything down, even if it exits at once. Immutable.
 *
 * @param consecutiveFailures tasks in a row that did not run
 * @param lastFailure when the last of them stopped; {@code null} if there is none
 * @see <a href="https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-throttle-logic.html">service throttle logic</a>
 */
public record LaunchThrottle(
        int consecutiveFailures, @Nullable Instant lastFailure) {
    /** No failures. A deployment starts so, and a task that runs leads back here. */
    public static final LaunchThrottle NONE = new LaunchThrottle(0, null);

    /**
     * Checks the number.
     *
     * @throws IllegalArgumentException if it is negative, or there is a failure without a time or a time without a failure
     */
    public LaunchThrottle {
        if (consecutiveFailures < 0 || (consecutiveFailures == 0) != (lastFailure == null)) {
            throw new IllegalArgumentException(
                    consecutiveFailures + " failures do not go with a last one at " + lastFailure);
        }
    }

    /**
     * One more task stopped without having run.
     *
     * @param at when
     * @return the next state
     */
    public LaunchThrottle failed(Instant at) {
        return new LaunchThrottle(consecutiveFailures + 1, at);
    }

    /**
     * How long after the last failure nothing starts.
     *
     * @return zero without failures, at most 27 minutes
     */
    public Duration delay() {
        return DeploymentNumbers.launchDelay(consecutiveFailures);
    }

    /**
     * From when on tasks may start.
     *
     * @return {@code null} if nothing holds them back
     */
    public @Nullable Instant startsAgainAt() {
        return lastFailure == null ? null : lastFailure.plus(delay());
    }

    /**
     * Whether a task may start.
     *
     * @param now the time
     * @return true unless the delay is not over
     */
    public boolean mayStart(Instant now) {
        Instant again = startsAgainAt();
        return again == null || !now.isBefore(again);
    }

    /**
     * What ECS writes when it begins to throttle.
     *
     * @param service the name of the service
     * @return the text of the event
     */
    public static String event(String service) {
        return "(service " + service + ") is unable to consistently start tasks successfully.";
    }
}
