package io.stowage.ecs.model.deployment;

import io.stowage.ecs.model.internal.tables.Figures;
import io.stowage.ecs.model.service.CanaryConfiguration;
import io.stowage.ecs.model.service.DeploymentConfiguration;
import io.stowage.ecs.model.service.DeploymentStrategy;
import io.stowage.ecs.model.service.LinearConfiguration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a deployment with managed traffic moves it from the old revision (blue) to the new one (green). Minute 0 is the first
 * shift. Immutable.
 *
 * <p>{@code BLUE_GREEN} shifts all at once, {@code LINEAR} in equal steps, {@code CANARY} in two. There is no bake of a step after
 * the one that reaches 100 percent. That the last linear step is the rest (30 percent: 30, 60, 90, 100) is our rule. See <a
 * href="https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-type-linear.html">linear deployments</a>.
 *
 * @param steps the shifts in order; the last one reaches 100 percent
 * @param bakeTimeMinutes how long both revisions then stay, in minutes
 */
public record TrafficShift(List<Step> steps, int bakeTimeMinutes) {
    /** Copies the list. */
    public TrafficShift {
        steps = List.copyOf(steps);
    }

    /**
     * One shift.
     *
     * @param atMinute when
     * @param greenTenths the share of the new revision from then on, in tenths of a percent, 1 to 1000
     */
    public record Step(long atMinute, int greenTenths) {
        /**
         * What is left to the old revision.
         *
         * @return tenths of a percent
         */
        public int blueTenths() {
            return 1000 - greenTenths;
        }
    }

    /**
     * The shifts of a deployment. An absent strategy is {@code ROLLING}, which manages no traffic: it has no steps.
     *
     * @param configuration the deployment configuration; absent numbers take the defaults of the API, an absent bake time is 0
     * @return the plan
     * @throws IllegalArgumentException if a percentage is not above 0 and at most 100, or a time is negative
     */
    public static TrafficShift of(DeploymentConfiguration configuration) {
        DeploymentStrategy strategy = configuration.strategy();
        int bake = minutes(configuration.bakeTimeInMinutes(), 0);
        if (DeploymentStrategy.LINEAR.equals(strategy)) {
            LinearConfiguration linear = configuration.linearConfiguration();
            return new TrafficShift(
                    linear(
                            tenths(linear == null ? null : linear.stepPercent(), "linear-step-tenths"),
                            minutes(
                                    linear == null ? null : linear.stepBakeTimeInMinutes(),
                                    Figures.of("linear-step-bake-minutes"))),
                    bake);
        }
        if (DeploymentStrategy.CANARY.equals(strategy)) {
            CanaryConfiguration canary = configuration.canaryConfiguration();
            return new TrafficShift(
                    canary(
                            tenths(canary == null ? null : canary.canaryPercent(), "canary-tenths"),
                            minutes(
                                    canary == null ? null : canary.canaryBakeTimeInMinutes(),
                                    Figures.of("canary-bake-minutes"))),
                    bake);
        }
        boolean atOnce = DeploymentStrategy.BLUE_GREEN.equals(strategy);
        return new TrafficShift(atOnce ? List.of(new Step(0, 1000)) : List.of(), bake);
    }

    private static List<Step> linear(int stepTenths, int bakeMinutes) {
        List<Step> steps = new ArrayList<>();
        for (int green = stepTenths; green < 1000; green += stepTenths) {
            steps.add(new Step((long) steps.size() * bakeMinutes, green));
        }
        steps.add(new Step((long) steps.size() * bakeMinutes, 1000));
        return steps;
    }

    private static List<Step> canary(int canaryTenths, int bakeMinutes) {
        return canaryTenths == 1000
                ? List.of(new Step(0, 1000))
                : List.of(new Step(0, canaryTenths), new Step(bakeMinutes, 1000));
    }

    private static int tenths(@Nullable Double percent, String otherwise) {
        if (percent == null) {
            return Figures.of(otherwise);
        }
        int tenths = percent > 0 && percent <= 100 ? Percent.tenths(percent) : 0;
        if (tenths == 0) {
            throw new IllegalArgumentException("a step is 0.1 to 100 percent, not " + percent);
        }
        return tenths;
    }

    private static int minutes(@Nullable Integer written, int otherwise) {
        if (written != null && written < 0) {
            throw new IllegalArgumentException("a time cannot be negative: " + written + " minutes");
        }
        return written == null ? otherwise : written;
    }

    /**
     * When all traffic goes to the new revision.
     *
     * @return minutes from the first shift; 0 if nothing is shifted
     */
    public long trafficDoneAtMinute() {
        return steps.isEmpty() ? 0 : steps.get(steps.size() - 1).atMinute();
    }

    /**
     * When the old revision may go.
     *
     * @return minutes from the first shift
     */
    public long bakeEndsAtMinute() {
        return trafficDoneAtMinute() + bakeTimeMinutes;
    }
}
