package io.stowage.ecs.placement.service;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A metric of a service over virtual time, one value a minute. Must depend on nothing but its arguments. */
@FunctionalInterface
public interface MetricSeries {
    /**
     * The value.
     *
     * @param at the minute
     * @param service how the service stands then
     * @return the value, at least 0; {@code null} where there is no data
     */
    @Nullable
    Double at(Instant at, ServiceView service);

    /** How much there is to do, in all. */
    @FunctionalInterface
    interface Load {
        /**
         * The load.
         *
         * @param at the minute
         * @return at least 0
         */
        double at(Instant at);
    }

    /**
     * A load that the running tasks share: average utilization, or requests for each target.
     *
     * @param load how much there is to do, in the unit that one task is measured in
     * @return load divided by running tasks; no data without running tasks
     */
    static MetricSeries shared(Load load) {
        return (at, service) -> service.runningCount() == 0 ? null : load.at(at) / service.runningCount();
    }
}
