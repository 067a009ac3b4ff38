package io.stowage.ecs.placement.service;

import io.stowage.ecs.placement.Placement;
import io.stowage.ecs.placement.PlacementFailure;
import io.stowage.ecs.placement.PlacementResult;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a drill does to the tasks of one task group. Always, {@code before} is the sum of {@code survives}, {@link #returns()} and {@code
 * lost}. Immutable.
 *
 * @param group the task group, for a service {@code service:} and its name; {@code null} for tasks without one
 * @param before how many tasks there are before, those that are stopping already left out
 * @param survives how many of them are on other instances than the ones the drill takes
 * @param lost how many of the others are not placed again
 * @param reason why not; {@code null} if none is lost
 * @param placed the engine's answer to those that are to return, with a failure for every instance that was looked at; {@code null} if it
 *     was not asked, which is so for every reason from {@link LossReason#DAEMON} on
 */
public record DrilledService(
        @Nullable String group,
        int before,
        int survives,
        int lost,
        @Nullable LossReason reason,
        @Nullable PlacementResult placed) {
    /**
     * The tasks that return, and where.
     *
     * @return in the order of placement; unmodifiable
     */
    public List<Placement> returned() {
        return placed == null ? List.of() : placed.placements();
    }

    /**
     * How many tasks return.
     *
     * @return 0 or more
     */
    public int returns() {
        return returned().size();
    }

    /**
     * Why tasks are lost, in one sentence: where the engine refused them its own words about the instance that came closest.
     *
     * @return the empty text if none is lost
     */
    public String why() {
        if (reason == null) {
            return "";
        }
        return switch (reason) {
            case NO_PLACE -> refusal();
            case WAITS_FOR_CAPACITY -> "they wait for a capacity provider: " + refusal();
            case DAEMON -> "a task of a daemon service goes with its instance";
            case STANDALONE -> "they belong to no service, and ECS does not start them again";
            case NOT_DESCRIBED -> "their service was not described, so whether they find a place is not known";
        };
    }

    private String refusal() {
        PlacementResult answer = Objects.requireNonNull(placed);
        PlacementFailure closest = answer.closestMatch();
        return closest == null
                ? Objects.requireNonNullElse(answer.error(), "there is no container instance to look at")
                : "closest is container instance " + closest.containerInstance() + ": " + closest.reason() + ": "
                        + closest.detail();
    }

    /** The numbers, and the reason if tasks are lost. */
    @Override
    public String toString() {
        return (group == null ? "no group" : group) + ": " + before + " tasks, " + survives + " survive, " + returns()
                + " return, " + lost + " lost" + (reason == null ? "" : ": " + why());
    }
}
