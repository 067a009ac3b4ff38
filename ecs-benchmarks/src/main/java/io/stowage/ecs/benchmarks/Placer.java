package io.stowage.ecs.benchmarks;

import io.stowage.ecs.placement.PlacementEngine;
import io.stowage.ecs.placement.PlacementRequest;
import io.stowage.ecs.placement.PlacementResult;
import io.stowage.ecs.placement.snapshot.ClusterSnapshot;

/** What can be measured side by side on the same work: everything that takes a cluster and a request. */
public enum Placer {
    /** The engine that looks at every instance for every task; all others are right if they agree with it. */
    EXHAUSTIVE {
        @Override
        public PlacementResult place(ClusterSnapshot cluster, PlacementRequest request) {
            return PlacementEngine.standard().place(cluster, request);
        }
    };

    /**
     * Places as many of the tasks as fit.
     *
     * @param cluster where to place
     * @param request what to place
     * @return where each task goes
     */
    public abstract PlacementResult place(ClusterSnapshot cluster, PlacementRequest request);
}
