package io.stowage.ecs.placement.service;

import io.stowage.ecs.model.deployment.DeploymentBounds;
import io.stowage.ecs.placement.PlacementRequest;
import io.stowage.ecs.placement.PlacementRequestException;
import io.stowage.ecs.placement.internal.rollout.ClusterRoom;
import io.stowage.ecs.placement.internal.rollout.RolloutSearch;
import io.stowage.ecs.placement.internal.rollout.SlotRoom;
import io.stowage.ecs.placement.snapshot.ClusterSnapshot;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a rolling deployment before it begins. Not one lucky order is followed: ECS <em>may</em> start before it stops and stop
 * before it starts, and which old task goes first is not documented, so every order within the two bounds is looked at. A new task goes where
 * the strategies of the request send it, to each of equally good instances in turn. All tasks are taken to start and to be healthy: what
 * cannot finish even so never can. Immutable.
 *
 * <p>Up to the limit of states the verdict is exact. Beyond it, it is sound: {@link RolloutVerdict#ALWAYS_FINISHES} is said only with a
 * proof, {@link RolloutVerdict#MAY_STALL} only with a stall that was found, and never that nothing finishes if some order does.
 *
 * @param verdict what becomes of it
 * @param isExact whether every reachable state was looked at, or the verdict is proven otherwise and holds as it is
 * @param states how many states were looked at
 * @param trace the shortest way to a stall; empty if none was found, or if it cannot even start; unmodifiable
 * @param stall why nothing moves there, and what would help; {@code null} without a stall
 * @param peakTasks the most tasks there may be at a time
 * @param extraTasks how many tasks those are beyond the ones that run before: the capacity that the deployment needs in addition
 * @param lowestHealthy the fewest healthy tasks there may be
 * @param why sentences with the arithmetic; unmodifiable
 * @param safeSettings the nearest settings of each percentage with which it always finishes, the other left as it is; empty if it does
 *     already, or if neither alone helps; unmodifiable
 */
public record RolloutAnalysis(
        RolloutVerdict verdict,
        boolean isExact,
        int states,
        List<RolloutMove> trace,
        @Nullable StalledRollout stall,
        int peakTasks,
        int extraTasks,
        int lowestHealthy,
        List<String> why,
        List<DeploymentBounds> safeSettings) {
    /** How many states are looked at unless another limit is given. */
    public static final int USUAL_STATES = 20_000;

    /** Copies the lists. */
    public RolloutAnalysis {
        trace = List.copyOf(trace);
        why = List.copyOf(why);
        safeSettings = List.copyOf(safeSettings);
    }

    /**
     * Looks at the percentages alone: as many old tasks as desired, and always room.
     *
     * @param bounds desired count and percentages
     * @return the analysis
     */
    public static RolloutAnalysis of(DeploymentBounds bounds) {
        return onSlots(bounds, Integer.MAX_VALUE, false, 0);
    }

    /**
     * Looks at a cluster that can hold so many tasks of the service, old and new alike.
     *
     * @param bounds desired count and percentages; as many old tasks run
     * @param slots how many tasks there is room for in all
     * @param isPort whether a static host port is what limits the room: one task an instance
     * @param protectedTasks how many of the old tasks scale-in protection keeps
     * @return the analysis
     * @throws IllegalArgumentException if there is room for less than the old tasks, or more are protected than there are
     */
    public static RolloutAnalysis onSlots(DeploymentBounds bounds, int slots, boolean isPort, int protectedTasks) {
        SlotRoom room = new SlotRoom(bounds.desiredCount(), slots, isPort, protectedTasks);
        return RolloutSearch.analyse(bounds, room, USUAL_STATES);
    }

    /**
     * Looks at a cluster.
     *
     * @param cluster the cluster with the tasks that run; those of the service that the request names are the old ones
     * @param bounds desired count and percentages
     * @param next the new revision: its task definition, service, constraints, strategies and providers. Count and task ids are not looked at
     * @return the analysis
     * @throws PlacementRequestException if ECS would refuse the request
     * @throws IllegalArgumentException if the request names no service
     */
    public static RolloutAnalysis of(ClusterSnapshot cluster, DeploymentBounds bounds, PlacementRequest next) {
        return of(cluster, bounds, next, USUAL_STATES);
    }

    /**
     * Looks at a cluster, with another limit.
     *
     * @param cluster the cluster, as above
     * @param bounds desired count and percentages
     * @param next the new revision, as above
     * @param mostStates how many states to look at, at least 1
     * @return the analysis
     * @throws PlacementRequestException if ECS would refuse the request
     * @throws IllegalArgumentException if the request names no service, or the limit is less than 1
     */
    public static RolloutAnalysis of(
            ClusterSnapshot cluster, DeploymentBounds bounds, PlacementRequest next, int mostStates) {
        if (mostStates < 1) {
            throw new IllegalArgumentException("mostStates is " + mostStates + "; 1 or more was expected");
        }
        return RolloutSearch.analyse(bounds, new ClusterRoom(cluster, next), mostStates);
    }

    /** The verdict and its reasons, a line each. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(verdict + (isExact ? "" : " (not exact)") + ": at most " + peakTasks
                + " tasks, at least " + lowestHealthy + " healthy");
        why.forEach(reason -> text.append("\n    because ").append(reason));
        trace.forEach(move -> text.append("\n    ").append(move));
        if (stall != null) {
            text.append("\n    stall: ")
                    .append(stall.why())
                    .append("\n    repair: ")
                    .append(stall.repair());
        }
        safeSettings.forEach(safe -> text.append("\n    always finishes with minimumHealthyPercent ")
                .append(safe.minimumHealthyPercent())
                .append(" and maximumPercent ")
                .append(safe.maximumPercent()));
        return text.toString();
    }
}
