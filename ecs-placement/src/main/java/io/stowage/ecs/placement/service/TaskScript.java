package io.stowage.ecs.placement.service;

import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What one simulated task does in its life. Times are counted from its placement until it runs, and from then on from the moment at which it
 * runs. Immutable.
 *
 * @param startsWithin from the placement until the task runs, or stops if it does not start
 * @param starts whether it ever runs
 * @param exitsAfter when it exits by itself; {@code null} for never
 * @param passesChecks whether its health checks pass, if it has any
 * @param failsChecksAfter when checks that passed begin to fail; {@code null} for never
 * @param stopsWithin from SIGTERM until it is gone; SIGKILL comes after the stop timeout
 */
public record TaskScript(
        Duration startsWithin,
        boolean starts,
        @Nullable Duration exitsAfter,
        boolean passesChecks,
        @Nullable Duration failsChecksAfter,
        Duration stopsWithin) {
    private static final Duration USUAL_START = Duration.ofSeconds(10);
    private static final Duration USUAL_STOP = Duration.ofSeconds(5);

    /** A task that starts in ten seconds, passes its checks, runs for ever and stops in five seconds. */
    public static final TaskScript STEADY = new TaskScript(USUAL_START, true, null, true, null, USUAL_STOP);

    /**
     * Checks the times.
     *
     * @throws IllegalArgumentException if one is negative
     */
    public TaskScript {
        Objects.requireNonNull(startsWithin, "startsWithin");
        Objects.requireNonNull(stopsWithin, "stopsWithin");
        if (isNegative(startsWithin)
                || isNegative(exitsAfter)
                || isNegative(failsChecksAfter)
                || isNegative(stopsWithin)) {
            throw new IllegalArgumentException("a time cannot be negative: starts within " + startsWithin
                    + ", exits after " + exitsAfter + ", fails checks after " + failsChecksAfter + ", stops within "
                    + stopsWithin);
        }
    }

    private static boolean isNegative(@Nullable Duration time) {
        return time != null && time.isNegative();
    }

    /**
     * The same task with other times of starting and stopping.
     *
     * @param start from the placement until it runs
     * @param stop from SIGTERM until it is gone
     * @return a changed copy
     */
    public TaskScript taking(Duration start, Duration stop) {
        return new TaskScript(start, starts, exitsAfter, passesChecks, failsChecksAfter, stop);
    }

    /**
     * The same task, but it stops before it runs.
     *
     * @return a changed copy
     */
    public TaskScript failingToStart() {
        return new TaskScript(startsWithin, false, exitsAfter, passesChecks, failsChecksAfter, stopsWithin);
    }

    /**
     * The same task, but its checks never pass.
     *
     * @return a changed copy
     */
    public TaskScript failingChecks() {
        return new TaskScript(startsWithin, starts, exitsAfter, false, failsChecksAfter, stopsWithin);
    }

    /**
     * The same task, but its checks begin to fail.
     *
     * @param after when, from the moment at which it runs
     * @return a changed copy
     */
    public TaskScript failingChecksAfter(Duration after) {
        return new TaskScript(startsWithin, starts, exitsAfter, passesChecks, after, stopsWithin);
    }

    /**
     * The same task, but it exits by itself.
     *
     * @param after when, from the moment at which it runs
     * @return a changed copy
     */
    public TaskScript exitingAfter(Duration after) {
        return new TaskScript(startsWithin, starts, after, passesChecks, failsChecksAfter, stopsWithin);
    }
}
