package io.stowage.ecs.placement.scaling;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * When a scheduled action fires: {@code at(yyyy-mm-ddThh:mm:ss)}, {@code rate(value unit)} or {@code cron(fields)}. Immutable.
 *
 * <p>Where the pages are silent, this holds. It fires strictly after the given instant. A local time that daylight saving skips does not
 * fire; one that comes twice fires the first time. A rate counts from the start time, else from the creation of the action, and fires one
 * period later for the first time.
 *
 * @see <a href="https://docs.aws.amazon.com/autoscaling/application/userguide/scheduled-scaling-using-cron-expressions.html">schedule
 *     expressions</a>
 */
public interface Schedule {
    /**
     * The next time it fires.
     *
     * @param after it fires later than this
     * @param anchor what a rate counts from; not looked at by others
     * @return the instant; empty if it never fires again
     */
    Optional<Instant> next(Instant after, Instant anchor);

    /**
     * The next times it fires.
     *
     * @param after they are all later than this
     * @param anchor what a rate counts from
     * @param count how many, 0 or more
     * @return at most that many instants, ascending
     */
    default List<Instant> next(Instant after, Instant anchor, int count) {
        List<Instant> fires = new ArrayList<>();
        Instant last = after;
        while (fires.size() < count) {
            Optional<Instant> next = next(last, anchor);
            if (next.isEmpty()) {
                break;
            }
            last = next.get();
            fires.add(last);
        }
        return fires;
    }

    /**
     * Reads a schedule.
     *
     * @param text the expression
     * @param zone the time zone of {@code at} and {@code cron}; UTC where none is written
     * @return the schedule
     * @throws ScheduleException if it cannot be understood; the message says what would be accepted
     */
    static Schedule parse(String text, ZoneId zone) {
        return ScheduleReader.read(text, zone);
    }
}
