package io.stowage.ecs.benchmarks;

import io.stowage.ecs.model.placement.PlacementConstraint;
import io.stowage.ecs.model.placement.PlacementConstraintType;
import io.stowage.ecs.model.placement.PlacementStrategy;
import io.stowage.ecs.model.placement.PlacementStrategyType;
import java.util.List;

/** How the services of a workload ask to be placed. The number of a service modulo four gives its kind. */
public enum ServiceKind {
    /** {@code binpack(memory)}. */
    BINPACK(List.of(), List.of(binpackMemory())),

    /** {@code spread(attribute:ecs.availability-zone), binpack(memory)}. */
    SPREAD_BINPACK(List.of(), List.of(spreadZones(), binpackMemory())),

    /** {@code memberOf(attribute:ecs.availability-zone == us-east-1a), binpack(memory)}. */
    MEMBER_OF_BINPACK(List.of(inFirstZone()), List.of(binpackMemory())),

    /** {@code distinctInstance, binpack(memory)}. */
    DISTINCT_BINPACK(List.of(distinctInstance()), List.of(binpackMemory()));

    private final List<PlacementConstraint> constraints;
    private final List<PlacementStrategy> strategies;

    ServiceKind(List<PlacementConstraint> constraints, List<PlacementStrategy> strategies) {
        this.constraints = constraints;
        this.strategies = strategies;
    }

    List<PlacementConstraint> constraints() {
        return constraints;
    }

    List<PlacementStrategy> strategies() {
        return strategies;
    }

    private static PlacementStrategy binpackMemory() {
        return PlacementStrategy.builder()
                .type(PlacementStrategyType.BINPACK)
                .field("memory")
                .build();
    }

    private static PlacementStrategy spreadZones() {
        return PlacementStrategy.builder()
                .type(PlacementStrategyType.SPREAD)
                .field("attribute:ecs.availability-zone")
                .build();
    }

    private static PlacementConstraint inFirstZone() {
        return PlacementConstraint.builder()
                .type(PlacementConstraintType.MEMBER_OF)
                .expression("attribute:ecs.availability-zone == us-east-1a")
                .build();
    }

    private static PlacementConstraint distinctInstance() {
        return PlacementConstraint.builder()
                .type(PlacementConstraintType.DISTINCT_INSTANCE)
                .build();
    }
}
