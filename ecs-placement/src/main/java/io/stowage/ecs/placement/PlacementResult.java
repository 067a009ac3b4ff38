package io.stowage.ecs.placement;

import io.stowage.ecs.placement.internal.engine.FailureList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What came of a request. Partial success is normal: the tasks that fit are placed, the rest is not. Immutable.
 *
 * @param placements the placed tasks in the order of placement; unmodifiable
 * @param unplaced how many tasks were not placed
 * @param waiting how many of those wait for a capacity provider to bring instances: all of them, if the {@linkplain
 *     PlacementRequest.Builder#waitsForCapacity request says so}, else none
 * @param failures why not: one entry for each instance that was looked at, ordered by id, from the moment at which the first task could
 *     not be placed; not empty exactly if tasks are unplaced, none waits and there is no error; unmodifiable
 * @param closestMatch the instance that came closest to taking the first task that was not placed: the one whose failed check comes
 *     latest, of several the one that lacks least of what is needed, then the one with the smallest id. {@code null} if all are placed or
 *     there is no instance to look at
 * @param error the message with which ECS refuses the whole request because there is no instance to look at; {@code null}
 *     otherwise. With a capacity provider strategy tasks may be placed on the instances of another provider all the same
 * @param notes what is not known and was passed over; sentences; unmodifiable, usually empty
 */
public record PlacementResult(
        List<Placement> placements,
        int unplaced,
        int waiting,
        List<PlacementFailure> failures,
        @Nullable PlacementFailure closestMatch,
        @Nullable String error,
        List<String> notes) {
    /** Copies the lists. */
    public PlacementResult {
        placements = List.copyOf(placements);
        failures = failures instanceof FailureList ? failures : List.copyOf(failures);
        notes = List.copyOf(notes);
    }

    /**
     * How many instances refused the first task that could not be placed, for each reason: the {@link #failures} counted. Costs next to
     * nothing, however many instances there are; a failure is put into words only when somebody looks at it.
     *
     * @return the number of instances by {@linkplain PlacementFailure#reason() reason}, in the order of the reasons; unmodifiable, empty
     *     if there are no failures
     */
    public Map<String, Integer> reasons() {
        return failures instanceof FailureList counted ? counted.reasons() : FailureList.count(failures);
    }

    /**
     * The event that ECS writes for a service when a task cannot be placed.
     *
     * @param service the name of the service
     * @return the text; empty if every task is placed
     * @see <a href="https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-event-messages-list.html">service event
     *     messages</a>
     */
    public Optional<String> serviceEvent(String service) {
        return unplaced == 0 ? Optional.empty() : Optional.of(ServiceEvents.notPlaced(service, closestMatch, error));
    }
}
