package io.stowage.ecs.benchmarks;

import io.stowage.ecs.model.placement.PlacementConstraint;
import io.stowage.ecs.model.placement.PlacementConstraintType;
import io.stowage.ecs.model.placement.PlacementStrategy;
import io.stowage.ecs.model.placement.PlacementStrategyType;
import java.util.List;

/** How the services of a workload ask to be placed. The number of a service modulo four gives its kind. */
public enum ServiceKind {
    /** {@code binpack(memory)}. */
    BINPACK(0, List.of(), List.of(binpackMemory())),

    /** {@code spread(attribute:ecs.availability-zone), binpack(memory)}. */
    SPREAD_BINPACK(1, List.of(), List.of(spreadZones(), binpackMemory())),

    /** {@code memberOf(attribute:ecs.availability-zone == us-east-1a), binpack(memory)}. */
    MEMBER_OF_BINPACK(2, List.of(inFirstZone()), List.of(binpackMemory())),

    /** {@code distinctInstance, binpack(memory)}. */
    DISTINCT_BINPACK(3, List.of(distinctInstance()), List.of(binpackMemory()));

    private final int firstService;
    private final List<PlacementConstraint> constraints;
    private final List<PlacementStrategy> strategies;

    ServiceKind(int firstService, List<PlacementConstraint> constraints, List<PlacementStrategy> strategies) {
        this.firstService = firstService;
        this.constraints = constraints;
        this.strategies = strategies;
    }

    /** The kind of a service. */
    static ServiceKind of(int service) {
        for (ServiceKind kind : values()) {
            if (kind.firstService == service % 4) {
                return kind;
            }
        }
        throw new IllegalArgumentException("services are counted from 0, not " + service);
    }

    /** The number of the first service of this kind. */
    int firstService() {
        return firstService;
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
