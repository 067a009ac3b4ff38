package io.stowage.ecs.placement;

import io.stowage.ecs.placement.internal.engine.FailureList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What came of a request. Partial success is normal: the tasks that fit are placed, the rest is not. Immutable.
 *
 * <p>Most requests are for one task, and most tasks find a place; then there is nothing more to say. Such a result and its placement have 48
 * bytes together, and are all that a {@link PlacementSession} allocates for them.
 */
public final class PlacementResult {
    private final @Nullable Placement only;
    private final List<Placement> placements;
    private final Rest rest;

    /** What is left to say when tasks are placed. */
    private record Rest(
            int unplaced,
            int waiting,
            List<PlacementFailure> failures,
            @Nullable PlacementFailure closestMatch,
            @Nullable String error,
            List<String> notes) {
        static final Rest NOTHING = new Rest(0, 0, List.of(), null, null, List.of());
    }

    /**
     * What came of a request. Copies the lists.
     *
     * @param placements the placed tasks in the order of placement
     * @param unplaced how many tasks were not placed
     * @param waiting how many of those wait for a capacity provider
     * @param failures why not, ordered by the id of the instance
     * @param closestMatch the instance that came closest, {@code null} for none
     * @param error the message with which ECS refuses the whole request, {@code null} if it does not
     * @param notes what is not known and was passed over
     */
    public PlacementResult(
            List<Placement> placements,
            int unplaced,
            int waiting,
            List<PlacementFailure> failures,
            @Nullable PlacementFailure closestMatch,
            @Nullable String error,
            List<String> notes) {
        this.only = null;
        this.placements = List.copyOf(placements);
        List<PlacementFailure> unmodifiable = failures instanceof FailureList ? failures : List.copyOf(failures);
        this.rest = new Rest(unplaced, waiting, unmodifiable, closestMatch, error, List.copyOf(notes));
    }

    private PlacementResult(Placement only) {
        this.only = Objects.requireNonNull(only, "placement");
        this.placements = List.of();
        this.rest = Rest.NOTHING;
    }

    /**
     * What came of a request for one task that was placed.
     *
     * @param placement where it goes
     * @return a result with that placement, and without failures, error and notes
     */
    public static PlacementResult of(Placement placement) {
        return new PlacementResult(placement);
    }

    /**
     * The placed tasks.
     *
     * @return in the order of placement; unmodifiable
     */
    public List<Placement> placements() {
        return only == null ? placements : List.of(only);
    }

    /**
     * How many tasks were placed.
     *
     * @return the size of {@link #placements}
     */
    public int placed() {
        return only == null ? placements.size() : 1;
    }

    /**
     * One of the placed tasks, without a list of all.
     *
     * @param index its place in the order of placement, from 0
     * @return the placement
     * @throws IndexOutOfBoundsException if not so many tasks were placed
     */
    public Placement placement(int index) {
        Objects.checkIndex(index, placed());
        return only == null ? placements.get(index) : only;
    }

    /**
     * How many tasks were not placed.
     *
     * @return 0 or more
     */
    public int unplaced() {
        return rest.unplaced;
    }

    /**
     * How many of those that were not placed wait for a capacity provider to bring instances.
     *
     * @return all of them, if the {@linkplain PlacementRequest.Builder#waitsForCapacity request says so}, else none
     */
    public int waiting() {
        return rest.waiting;
    }

    /**
     * Why tasks were not placed.
     *
     * @return one entry for each instance that was looked at, ordered by id, from the moment at which the first task could not be placed;
     *     not empty exactly if tasks are unplaced, none waits and there is no error; unmodifiable
     */
    public List<PlacementFailure> failures() {
        return rest.failures;
    }

    /**
     * The instance that came closest to taking the first task that was not placed.
     *
     * @return the one whose failed check comes latest, of several the one that lacks least of what is needed, then the one with the smallest
     *     id. {@code null} if all are placed or there is no instance to look at
     */
    public @Nullable PlacementFailure closestMatch() {
        return rest.closestMatch;
    }

    /**
     * The message with which ECS refuses the whole request because there is no instance to look at.
     *
     * @return the message; {@code null} otherwise. With a capacity provider strategy tasks may be placed on the instances of another provider
     *     all the same
     */
    public @Nullable String error() {
        return rest.error;
    }

    /**
     * What is not known and was passed over.
     *
     * @return sentences; unmodifiable, usually empty
     */
    public List<String> notes() {
        return rest.notes;
    }

    /**
     * How many instances refused the first task that could not be placed, for each reason: the {@link #failures} counted. Costs next to
     * nothing, however many instances there are; a failure is put into words only when somebody looks at it.
     *
     * @return the number of instances by {@linkplain PlacementFailure#reason() reason}, in the order of the reasons; unmodifiable, empty
     *     if there are no failures
     */
    public Map<String, Integer> reasons() {
        return rest.failures instanceof FailureList counted ? counted.reasons() : FailureList.count(rest.failures);
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
        return rest.unplaced == 0
                ? Optional.empty()
                : Optional.of(ServiceEvents.notPlaced(service, rest.closestMatch, rest.error));
    }

    @Override
    public boolean equals(Object object) {
        return object instanceof PlacementResult other
                && placements().equals(other.placements())
                && rest.equals(other.rest);
    }

    @Override
    public int hashCode() {
        return 31 * placements().hashCode() + rest.hashCode();
    }

    @Override
    public String toString() {
        return "PlacementResult[placements=" + placements() + ", unplaced=" + rest.unplaced + ", waiting="
                + rest.waiting
                + ", failures=" + rest.failures + ", closestMatch=" + rest.closestMatch + ", error=" + rest.error
                + ", notes=" + rest.notes + "]";
    }
}
