package io.stowage.ecs.placement.service;

import java.util.ArrayList;
import java.util.List;

/**
 * What a rolling deployment does next. ECS documents the two bounds, and that it <em>may</em> start before it stops or stop before it
 * starts; this order is our rule, and agrees with every documented example: what fits and is allowed starts first; what is too much stops;
 * only when neither can happen, old tasks stop to make room. So with spare capacity nothing healthy stops before its replacement is
 * healthy, even where the minimum would allow it. Pure functions; thread-safe.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-type-ecs.html">rolling update</a>
 */
public final class RollingUpdate {
    private RollingUpdate() {}

    /**
     * One decision.
     *
     * @param start how many tasks start
     * @param stopNotHealthy how many old tasks that are not healthy stop
     * @param stopHealthy how many old healthy tasks stop
     * @param why one sentence with the numbers for each part of the decision; never empty; unmodifiable
     */
    public record Step(int start, int stopNotHealthy, int stopHealthy, List<String> why) {
        /** Copies the list. */
        public Step {
            why = List.copyOf(why);
        }

        /**
         * How many tasks stop.
         *
         * @return healthy or not
         */
        public int stop() {
            return stopNotHealthy + stopHealthy;
        }

        /**
         * Whether nothing happens.
         *
         * @return true if nothing starts and nothing stops
         */
        public boolean isIdle() {
            return start == 0 && stop() == 0;
        }
    }

    /**
     * How many tasks may start now, if the cluster has room for them.
     *
     * @param counts the tasks as they stand
     * @return the least of what is missing and what the upper bound leaves, at least 0
     */
    public static int mayStart(RolloutCounts counts) {
        return (int) Math.max(0, Math.min(counts.missing(), counts.bounds().maxTasks() - counts.live()));
    }

    /**
     * The decision.
     *
     * @param counts the tasks as they stand, before anything starts
     * @param placed how many of the tasks that {@link #mayStart may start} found a place
     * @return what starts and stops
     * @throws IllegalArgumentException if more are placed than may start, or fewer than none
     */
    public static Step next(RolloutCounts counts, int placed) {
        int allowed = mayStart(counts);
        if (placed < 0 || placed > allowed) {
            throw new IllegalArgumentException("placed is " + placed + "; 0 to " + allowed + " was expected");
        }
        int desired = counts.bounds().desiredCount();
        List<String> why = new ArrayList<>();
        if (counts.missing() > 0) {
            why.add("start " + placed + ": " + counts.missing() + " of " + desired + " are missing, the maximum of "
                    + counts.bounds().maxTasks() + " leaves "
                    + Math.max(0, counts.bounds().maxTasks() - counts.live()) + " beside " + counts.live()
                    + ", and " + placed + (placed == 1 ? " finds" : " find") + " a place");
        }
        int staying = counts.newTasks() + counts.oldTasks();
        int notHealthy = Math.min(counts.stoppableNotHealthy(), Math.max(0, staying + placed - desired));
        int healthy = Math.min(counts.stoppableHealthy(), Math.max(0, counts.healthy() - desired));
        if (notHealthy > 0) {
            why.add("stop " + notHealthy + " not healthy: " + (staying + placed) + " tasks are more than the desired "
                    + desired + ", and what is not healthy counts for no bound");
        }
        if (healthy > 0) {
            why.add("stop " + healthy + ": " + counts.healthy() + " healthy tasks are more than the desired "
                    + desired);
        }
        if (placed > 0 || notHealthy + healthy > 0) {
            return new Step(placed, notHealthy, healthy, why);
        }
        return makeRoom(counts, why);
    }

    private static Step makeRoom(RolloutCounts counts, List<String> why) {
        int transit = counts.newPending() + counts.stopping();
        if (counts.missing() == 0 || transit > 0) {
            why.add(
                    transit > 0
                            ? "wait: " + counts.newPending() + " start and " + counts.stopping() + " stop"
                            : "nothing to do: no new task is missing and no old one may stop");
            return new Step(0, 0, 0, why);
        }
        if (counts.stoppableNotHealthy() > 0) {
            why.add("stop 1 not healthy to make room: nothing else can start or stop");
            return new Step(0, 1, 0, why);
        }
        long spare = Math.max(0, counts.healthy() - counts.bounds().minHealthyTasks());
        int stop = (int) Math.min(Math.min(counts.stoppableHealthy(), spare), counts.missing());
        why.add("stop " + stop + " to make room: " + counts.healthy() + " healthy tasks are " + spare
                + " above the minimum of " + counts.bounds().minHealthyTasks() + ", " + counts.stoppableHealthy()
                + " may stop, " + counts.missing() + " are missing");
        return new Step(0, 0, stop, why);
    }
}
