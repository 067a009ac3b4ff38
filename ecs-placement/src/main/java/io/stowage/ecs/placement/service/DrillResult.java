package io.stowage.ecs.placement.service;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a drill found. Always, {@code before} is the sum of {@code survives}, {@link #returns()} and {@link #lost()}. Immutable.
 *
 * @param isDrain whether the instances are drained, not lost
 * @param instances the ids of the instances that are taken, ascending; unmodifiable
 * @param before how many tasks the cluster has before, those that are stopping already left out
 * @param survives how many of them are on other instances
 * @param services the task groups that have a task on one of the instances, by name, tasks without a group first; unmodifiable
 */
public record DrillResult(
        boolean isDrain, List<String> instances, int before, int survives, List<DrilledService> services) {
    /** Copies the lists. */
    public DrillResult {
        instances = List.copyOf(instances);
        services = List.copyOf(services);
    }

    /**
     * How many tasks are placed again on other instances.
     *
     * @return 0 or more
     */
    public int returns() {
        return services.stream().mapToInt(DrilledService::returns).sum();
    }

    /**
     * How many tasks are not placed again.
     *
     * @return 0 or more
     */
    public int lost() {
        return services.stream().mapToInt(DrilledService::lost).sum();
    }

    /**
     * Whether every task of a described service finds a place again; daemons, standalone tasks and services that nobody described are not
     * looked at.
     *
     * @return false if a task has no place, or waits for one
     */
    public boolean isPassed() {
        return services.stream()
                .map(DrilledService::reason)
                .noneMatch(reason -> reason == LossReason.NO_PLACE || reason == LossReason.WAITS_FOR_CAPACITY);
    }

    /**
     * What becomes of one task group.
     *
     * @param group the task group, for a service {@code service:} and its name; {@code null} for tasks without one
     * @return empty if it has no task on any of the instances
     */
    public Optional<DrilledService> service(@Nullable String group) {
        return services.stream()
                .filter(found -> Objects.equals(found.group(), group))
                .findFirst();
    }

    /** The totals, then a line for each task group. */
    @Override
    public String toString() {
        List<String> lines = new ArrayList<>();
        lines.add((isDrain ? "draining " : "without ") + String.join(", ", instances) + ": " + before + " tasks, "
                + survives + " survive, " + returns() + " return, " + lost() + " lost");
        services.forEach(service -> lines.add("    " + service));
        return String.join("\n", lines);
    }
}
