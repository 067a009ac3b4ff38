package io.stowage.ecs.placement;

import io.stowage.ecs.cql.ClusterQuery;
import io.stowage.ecs.placement.internal.engine.ExhaustiveEngine;
import io.stowage.ecs.placement.snapshot.ClusterSnapshot;
import io.stowage.ecs.placement.snapshot.InstanceSnapshot;
import java.util.List;

/**
 * Decides where tasks go, as the scheduler of Amazon ECS does it for the EC2 and EXTERNAL launch types: of the active instances
 * those that have what the task needs, of those the ones that satisfy the constraints, of those the best by the strategies.
 * Follows <a href="https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-placement.html">task placement</a>.
 *
 * <p>Where ECS says nothing, this holds: tasks are placed one after the other, and each sees those before it; strategies compare
 * one after the other, the next only where the one before finds a tie; the last ties go to the smallest instance id; random
 * choices come from the seed of the request. So the same cluster and request always give the same answer.
 *
 * <p>Immutable and thread-safe; one engine may serve a whole program.
 */
public final class PlacementEngine {
    private static final PlacementEngine STANDARD = new PlacementEngine();

    private PlacementEngine() {}

    /**
     * The engine with ECS's own constraints and strategies.
     *
     * @return always the same object
     */
    public static PlacementEngine standard() {
        return STANDARD;
    }

    /**
     * Places as many of the tasks as fit. The cluster is not changed.
     *
     * @param cluster where to place
     * @param request what to place
     * @return where each task goes, and why the rest goes nowhere
     * @throws PlacementRequestException if ECS would refuse the request before looking at any instance
     */
    public PlacementResult place(ClusterSnapshot cluster, PlacementRequest request) {
        return new ExhaustiveEngine(cluster, request).place();
    }

    /**
     * The instances that satisfy a query, seen as a {@code memberOf} constraint sees them. Like the filter of <a
     * href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ListContainerInstances.html">ListContainerInstances</a>, it
     * looks at instances of every status.
     *
     * @param cluster where to look
     * @param query what to look for
     * @return in the order of their ids; unmodifiable
     */
    public List<InstanceSnapshot> matching(ClusterSnapshot cluster, ClusterQuery query) {
        return ExhaustiveEngine.matching(cluster, query);
    }
}
