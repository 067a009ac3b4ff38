package io.stowage.ecs.validation.internal.rules;

import static io.stowage.ecs.validation.internal.rules.Places.SERVICE;
import static io.stowage.ecs.validation.spi.Rule.error;

import io.stowage.ecs.model.common.LaunchType;
import io.stowage.ecs.model.placement.PlacementConstraint;
import io.stowage.ecs.model.placement.PlacementStrategy;
import io.stowage.ecs.model.placement.PlacementStrategyType;
import io.stowage.ecs.model.service.AvailabilityZoneRebalancing;
import io.stowage.ecs.model.service.CreateServiceRequest;
import io.stowage.ecs.model.service.DeploymentConfiguration;
import io.stowage.ecs.model.service.LoadBalancer;
import io.stowage.ecs.model.taskdef.TaskDefinition;
import io.stowage.ecs.model.taskdef.TaskDefinitionPlacementConstraint;
import io.stowage.ecs.validation.spi.Member;
import io.stowage.ecs.validation.spi.Rule;
import io.stowage.ecs.validation.spi.View;
import java.util.List;
import java.util.function.Predicate;

/** The rules of section 13 about rebalancing over availability zones, which is not possible together with some other settings. */
final class RebalancingRules {
    private static final String ZONE = "ecs.availability-zone";

    private RebalancingRules() {}

    static List<Rule> rules() {
        return List.of(
                conflict(
                        "daemon",
                        "the service is a daemon service",
                        service -> service.facts().isDaemon()),
                conflict(
                        "external",
                        "the launch type is EXTERNAL",
                        service -> service.is(CreateServiceRequest::launchType, LaunchType.EXTERNAL)),
                conflict(
                        "maximum-percent",
                        "`maximumPercent` is 100, which leaves no room to start a task in another zone first",
                        service -> service.member(CreateServiceRequest::deploymentConfiguration)
                                .is(DeploymentConfiguration::maximumPercent, 100)),
                conflict(
                        "classic-load-balancer",
                        "the service uses a Classic Load Balancer",
                        service -> service.each(CreateServiceRequest::loadBalancers).stream()
                                .anyMatch(entry -> entry.has(LoadBalancer::loadBalancerName))),
                conflict(
                        "zone-constraint",
                        "a placement constraint asks for the availability zone",
                        service -> anyAsksForZone(
                                        service.each(CreateServiceRequest::placementConstraints),
                                        PlacementConstraint::expression)
                                || anyAsksForZone(
                                        service.facts().task().each(TaskDefinition::placementConstraints),
                                        TaskDefinitionPlacementConstraint::expression)),
                conflict(
                        "first-strategy",
                        "the first placement strategy does not spread over availability zones",
                        service -> service.has(CreateServiceRequest::placementStrategy)
                                && !spreadsOverZones(service.each(CreateServiceRequest::placementStrategy)
                                        .get(0))));
    }

    private static Rule conflict(String id, String reason, Predicate<View<CreateServiceRequest>> condition) {
        return error("service.az-rebalancing-" + id)
                .summary("Availability Zone rebalancing is on, and " + reason + ".")
                .source("DOC:service-rebalancing; CDK:README")
                .in(SERVICE)
                .needing(CreateServiceRequest::availabilityZoneRebalancing)
                .whenAt(
                        CreateServiceRequest::availabilityZoneRebalancing,
                        service -> service.is(
                                        CreateServiceRequest::availabilityZoneRebalancing,
                                        AvailabilityZoneRebalancing.ENABLED)
                                && condition.test(service))
                .message("Availability Zone rebalancing is not possible: " + reason + ".")
                .fix("Set `availabilityZoneRebalancing` to DISABLED, or change the other setting.");
    }

    private static <C> boolean anyAsksForZone(List<View<C>> constraints, Member<C, String> expression) {
        return constraints.stream().anyMatch(constraint -> {
            String text = constraint.find(expression);
            // Most expressions ask for something else, and need not be parsed to know it.
            return text != null && text.contains(ZONE) && Expressions.asksFor(text, ZONE);
        });
    }

    private static boolean spreadsOverZones(View<PlacementStrategy> strategy) {
        return strategy.is(PlacementStrategy::type, PlacementStrategyType.SPREAD)
                && strategy.is(PlacementStrategy::field, "attribute:" + ZONE);
    }
}
