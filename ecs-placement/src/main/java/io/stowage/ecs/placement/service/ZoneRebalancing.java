package io.stowage.ecs.placement.service;

import io.stowage.ecs.cql.ClusterQuery;
import io.stowage.ecs.cql.ClusterQueryResult;
import io.stowage.ecs.model.common.LaunchType;
import io.stowage.ecs.model.deployment.DeploymentBounds;
import io.stowage.ecs.model.placement.PlacementConstraint;
import io.stowage.ecs.model.placement.PlacementStrategy;
import io.stowage.ecs.model.placement.PlacementStrategyType;
import io.stowage.ecs.model.service.AvailabilityZoneRebalancing;
import io.stowage.ecs.model.service.CreateServiceRequest;
import io.stowage.ecs.model.service.SchedulingStrategy;
import io.stowage.ecs.placement.snapshot.InstanceSnapshot;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether ECS keeps the zones of a service even. Pure functions; thread-safe.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-rebalancing.html">service rebalancing</a>
 */
public final class ZoneRebalancing {
    private static final String ZONE_FIELD = "attribute:" + InstanceSnapshot.ZONE_ATTRIBUTE;

    private ZoneRebalancing() {}

    /**
     * Whether it happens: what is written, or, since September 2025, wherever it can.
     *
     * @param service the service
     * @return true if it is not switched off and nothing stands against it
     */
    public static boolean isOn(CreateServiceRequest service) {
        return !AvailabilityZoneRebalancing.DISABLED.equals(service.availabilityZoneRebalancing())
                && obstacles(service).isEmpty();
    }

    /**
     * What stands against it. The page names a maximum of 100 percent; we take every maximum that leaves no task more than desired.
     *
     * @param service the service
     * @return a sentence for each obstacle; empty if there is none; unmodifiable
     */
    public static List<String> obstacles(CreateServiceRequest service) {
        List<String> obstacles = new ArrayList<>();
        if (SchedulingStrategy.DAEMON.equals(service.schedulingStrategy())) {
            obstacles.add("a daemon has its task on every instance");
        } else {
            maximum(service, obstacles);
        }
        if (LaunchType.EXTERNAL.equals(service.launchType())) {
            obstacles.add("services of launch type EXTERNAL are not rebalanced");
        }
        if (service.loadBalancers().stream().anyMatch(balancer -> balancer.loadBalancerName() != null)) {
            obstacles.add("the service is behind a Classic Load Balancer");
        }
        List<PlacementStrategy> strategies = service.placementStrategy();
        if (!strategies.isEmpty() && !isZoneSpread(strategies.get(0))) {
            obstacles.add("the first placement strategy is not a spread over " + ZONE_FIELD);
        }
        for (PlacementConstraint constraint : service.placementConstraints()) {
            if (asksForZone(constraint)) {
                obstacles.add("the placement constraint " + constraint.expression() + " asks for " + ZONE_FIELD);
            }
        }
        return List.copyOf(obstacles);
    }

    private static void maximum(CreateServiceRequest service, List<String> obstacles) {
        DeploymentBounds bounds = DeploymentBounds.of(service, 0);
        int percent = bounds.maximumPercent();
        boolean knowsCount = service.desiredCount() != null && service.desiredCount() > 0;
        if (percent <= 100 || (knowsCount && !bounds.mayStartFirst())) {
            obstacles.add("maximumPercent " + percent + " leaves no task more than the desired count");
        }
    }

    private static boolean isZoneSpread(PlacementStrategy strategy) {
        return PlacementStrategyType.SPREAD.equals(strategy.type()) && ZONE_FIELD.equals(strategy.field());
    }

    private static boolean asksForZone(PlacementConstraint constraint) {
        String expression = constraint.expression();
        if (expression == null) {
            return false;
        }
        ClusterQueryResult query = ClusterQuery.tryParse(expression);
        return query.query()
                .map(parsed -> parsed.dependencies().attributes().contains(InstanceSnapshot.ZONE_ATTRIBUTE))
                .orElseGet(() -> expression.contains(ZONE_FIELD));
    }
}
