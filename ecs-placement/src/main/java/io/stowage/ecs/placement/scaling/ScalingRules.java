package io.stowage.ecs.placement.scaling;

import io.stowage.ecs.placement.internal.figures.DatedFigures;
import java.time.YearMonth;

/**
 * The numbers of scaling, as documented at a time: a newer source wins, an older figure stays reachable by its date. Immutable.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonECS/latest/developerguide/managed-scaling-behavior.html">managed scaling behavior</a>
 */
public final class ScalingRules {
    private static final String TABLE = "scaling-rules.tsv";
    private static final ScalingRules CURRENT = new ScalingRules(DatedFigures.newest(ScalingRules.class, TABLE));

    private final DatedFigures figures;

    private ScalingRules(DatedFigures figures) {
        this.figures = figures;
    }

    /**
     * The newest rules that we know.
     *
     * @return always the same object
     */
    public static ScalingRules current() {
        return CURRENT;
    }

    /**
     * The rules of a month. What is documented later only holds for the time before, too.
     *
     * @param month the month
     * @return the rules in force then
     */
    public static ScalingRules asOf(YearMonth month) {
        return new ScalingRules(DatedFigures.asOf(ScalingRules.class, TABLE, month));
    }

    private int figure(String name) {
        return figures.of(name);
    }

    /**
     * How many points in a row above the target are an alarm.
     *
     * @return minutes
     */
    public int highPoints() {
        return figure("HIGH_POINTS");
    }

    /**
     * How many points in a row well below the target are an alarm.
     *
     * @return minutes
     */
    public int lowPoints() {
        return figure("LOW_POINTS");
    }

    /**
     * What well below the target is.
     *
     * @return percent of the target
     */
    public int lowPercent() {
        return figure("LOW_PERCENT");
    }

    /**
     * The cooldown of a policy of a service that says none.
     *
     * @return seconds
     */
    public int cooldownSeconds() {
        return figure("COOLDOWN_SECONDS");
    }

    /**
     * Whether {@code CapacityProviderReservation} is the ratio of needed to running instances; before, it was 100 minus the number of
     * instances without tasks.
     *
     * @return true today
     */
    public boolean isReservationRatio() {
        return figure("RESERVATION_IS_RATIO") != 0;
    }

    /**
     * The metric when nothing is needed and nothing runs.
     *
     * @return percent
     */
    public int reservationOfNothing() {
        return figure("RESERVATION_OF_NOTHING");
    }

    /**
     * The metric when something is needed and nothing runs.
     *
     * @return percent
     */
    public int reservationFromZero() {
        return figure("RESERVATION_FROM_ZERO");
    }

    /**
     * To how many instances a group without any grows first.
     *
     * @return instances
     */
    public int firstInstances() {
        return figure("FIRST_INSTANCES");
    }

    /**
     * How many points below the target a group waits for before it shrinks.
     *
     * @return minutes
     */
    public int scaleInPoints() {
        return figure("SCALE_IN_POINTS");
    }

    /**
     * {@code maximumScalingStepSize} where none is written.
     *
     * @return instances
     */
    public int largestStep() {
        return figure("LARGEST_STEP");
    }
}
