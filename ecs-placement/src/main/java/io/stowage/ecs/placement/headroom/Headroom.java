package io.stowage.ecs.placement.headroom;

import io.stowage.ecs.placement.Placement;
import io.stowage.ecs.placement.PlacementEngine;
import io.stowage.ecs.placement.PlacementFailure;
import io.stowage.ecs.placement.PlacementRequest;
import io.stowage.ecs.placement.PlacementRequestException;
import io.stowage.ecs.placement.PlacementResult;
import io.stowage.ecs.placement.PlacementSession;
import io.stowage.ecs.placement.UnconsideredInstance;
import io.stowage.ecs.placement.plugin.PluginException;
import io.stowage.ecs.placement.snapshot.ClusterSnapshot;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How many tasks more of a request fit on a cluster, by its constraints, strategies and pool, and what stops the next one. It is
 * counted by placing them, one after the other, until one is not placed. With a capacity provider strategy that is the first task
 * whose provider is full, even if another provider has room. Immutable.
 *
 * @param tasks how many are placed
 * @param atLeast whether the count ended at its limit: then at least so many fit. That is so for a task that needs nothing that
 *     runs out
 * @param instances what goes where, one for each instance that takes part or refuses, in the order of the ids; unmodifiable. The
 *     others are outside the {@linkplain UnconsideredInstance pool}
 * @param closestMatch the instance that came closest to taking one more; {@code null} if the count ended at its limit or there is
 *     no instance in the pool
 * @param error the message with which ECS refuses the next task because there is no instance in the pool; else {@code null}
 * @param notes what is not known and was passed over; sentences; unmodifiable, usually empty
 */
public record Headroom(
        int tasks,
        boolean atLeast,
        List<InstanceHeadroom> instances,
        @Nullable PlacementFailure closestMatch,
        @Nullable String error,
        List<String> notes) {
    /** Where the count ends unless another limit is given: more tasks than ECS runs in a service. */
    public static final int MOST_TASKS = 10_000;

    /** Copies the lists. */
    public Headroom {
        instances = List.copyOf(instances);
        notes = List.copyOf(notes);
    }

    /**
     * Counts up to {@link #MOST_TASKS}, with the standard engine.
     *
     * @param cluster where to place; it is not changed
     * @param request of which tasks; its count and task ids are not looked at, and tasks do not wait
     * @return what fits
     * @throws PlacementRequestException if ECS would refuse the request
     */
    public static Headroom of(ClusterSnapshot cluster, PlacementRequest request) {
        return of(PlacementEngine.standard().open(cluster), request, MOST_TASKS);
    }

    /**
     * Counts in a session. Listeners of its engine hear of the tasks that are tried.
     *
     * @param session where to place; it is not changed
     * @param request of which tasks; its count and task ids are not looked at, and tasks do not wait
     * @param mostTasks where to end the count, at least 1
     * @return what fits
     * @throws PlacementRequestException if ECS would refuse the request
     * @throws PluginException if a plug-in is broken
     * @throws IllegalArgumentException if the limit is less than 1
     */
    public static Headroom of(PlacementSession session, PlacementRequest request, int mostTasks) {
        if (mostTasks < 1) {
            throw new IllegalArgumentException("mostTasks is " + mostTasks + "; at least 1 was expected");
        }
        PlacementRequest one = request.toBuilder()
                .count(1)
                .taskIds(List.of())
                .waitsForCapacity(false)
                .build();
        // Once with the limits of the API, which a count of thousands would break.
        session.fork().place(one);
        PlacementRequest unlimited = one.toBuilder().apiLimits(false).build();
        PlacementResult last =
                session.fork().place(unlimited.toBuilder().count(mostTasks).build());
        if (!request.capacityProviderStrategy().isEmpty() && last.unplaced() > 0) {
            last = untilFirstRefusal(session, unlimited, last.placements().size());
        }
        return of(last);
    }

    /** The first count with which a task is not placed: if one of so many is refused, one of more is refused as well. */
    private static PlacementResult untilFirstRefusal(PlacementSession session, PlacementRequest request, int placed) {
        int allPlaced = 0;
        int refused = placed + 1;
        while (refused - allPlaced > 1) {
            int middle = allPlaced + (refused - allPlaced) / 2;
            boolean all = session.fork()
                            .place(request.toBuilder().count(middle).build())
                            .unplaced()
                    == 0;
            allPlaced = all ? middle : allPlaced;
            refused = all ? refused : middle;
        }
        return session.fork().place(request.toBuilder().count(refused).build());
    }

    private static Headroom of(PlacementResult result) {
        Map<String, Integer> counts = new TreeMap<>();
        for (Placement placement : result.placements()) {
            counts.merge(placement.containerInstance(), 1, Integer::sum);
        }
        Map<String, PlacementFailure> failures = new LinkedHashMap<>();
        result.failures().forEach(failure -> failures.put(failure.containerInstance(), failure));
        failures.keySet().forEach(id -> counts.putIfAbsent(id, 0));
        List<InstanceHeadroom> instances = new ArrayList<>();
        counts.forEach((id, count) -> instances.add(new InstanceHeadroom(id, count, failures.get(id))));
        return new Headroom(
                result.placements().size(),
                result.unplaced() == 0,
                instances,
                result.closestMatch(),
                result.error(),
                result.notes());
    }

    /**
     * What stops the next task, by reason.
     *
     * @return ECS's reasons in the order of the alphabet, each with the number of instances that refuse for it; unmodifiable
     */
    public SortedMap<String, Integer> stoppedBy() {
        SortedMap<String, Integer> reasons = new TreeMap<>();
        for (InstanceHeadroom instance : instances) {
            if (instance.stoppedBy() != null) {
                reasons.merge(instance.stoppedBy().reason(), 1, Integer::sum);
            }
        }
        return Collections.unmodifiableSortedMap(reasons);
    }
}
