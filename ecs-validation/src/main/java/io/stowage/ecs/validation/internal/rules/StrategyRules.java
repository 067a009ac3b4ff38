package io.stowage.ecs.validation.internal.rules;

import static io.stowage.ecs.validation.internal.rules.Places.SERVICE;
import static io.stowage.ecs.validation.internal.rules.ServicePlaces.STRATEGIES;
import static io.stowage.ecs.validation.spi.Rule.error;
import static io.stowage.ecs.validation.spi.Rule.warning;

import io.stowage.ecs.model.placement.PlacementStrategy;
import io.stowage.ecs.model.placement.PlacementStrategyType;
import io.stowage.ecs.model.service.CreateServiceRequest;
import io.stowage.ecs.validation.internal.tables.KnownBounds;
import io.stowage.ecs.validation.internal.tables.KnownNames;
import io.stowage.ecs.validation.spi.Facts;
import io.stowage.ecs.validation.spi.Rule;
import io.stowage.ecs.validation.spi.View;
import java.util.List;
import java.util.Set;

/**
 * Section 14 of the catalogue: placement strategies. Those of tasks that are run without a service are judged by the same rules.
 * As in placement, letter case does not count in a field, since ECS takes {@code MEMORY} and writes it itself; it does in the
 * name of an attribute.
 */
final class StrategyRules {
    private static final long MOST = KnownBounds.of("placement-strategies").max();
    private static final Set<String> SPREAD_FIELDS = KnownNames.of("spread-fields");
    private static final Set<String> BINPACK_FIELDS = KnownNames.of("binpack-fields");
    private static final String ATTRIBUTE = "attribute:";

    static final RuleGroup GROUP = new RuleGroup("14. Service: placement strategies", rules());

    private StrategyRules() {}

    private static List<Rule> rules() {
        return List.of(
                error("placement.strategy-type")
                        .summary("The type of a placement strategy is not known; it is written in lower case.")
                        .source("API:PlacementStrategyType")
                        .in(STRATEGIES)
                        .when(PlacementStrategy::type, type -> !type.isKnown())
                        .message("\"{value}\" is not a placement strategy.")
                        .fix("Use " + KnownNames.oneOf(PlacementStrategyType.known()) + ", in lower case."),
                error("placement.too-many-strategies")
                        .summary("A service has more placement strategies than the limit.")
                        .source("API:CreateServiceRequest.placementStrategy; PRE:pf-ecs-svc-placement-strategies-max6;"
                                + " DOC:service_definition_parameters")
                        .in(SERVICE)
                        .whenMoreThan(CreateServiceRequest::placementStrategy, MOST)
                        .message("There are {count} placement strategies; the limit is {max}.")
                        .fix("Keep the first {max} or fewer; later ones only break ties."),
                error("placement.spread-field")
                        .summary("A spread strategy has no field, or one that tasks cannot be spread over.")
                        .source("API:PlacementStrategy.field")
                        .in(STRATEGIES)
                        .needing(PlacementStrategy::type)
                        .whenAt(
                                PlacementStrategy::field,
                                strategy -> strategy.is(PlacementStrategy::type, PlacementStrategyType.SPREAD)
                                        && !isSpreadField(strategy.getOr(PlacementStrategy::field, "")))
                        .with("given", StrategyRules::given)
                        .message("Tasks cannot be spread over {given}.")
                        .fix("Use " + KnownNames.oneOf(SPREAD_FIELDS) + ", or an attribute such as"
                                + " attribute:ecs.availability-zone."),
                error("placement.binpack-field")
                        .summary("A binpack strategy has a field other than cpu and memory.")
                        .source("API:PlacementStrategy.field")
                        .in(STRATEGIES)
                        .needing(PlacementStrategy::type)
                        .whenAt(
                                PlacementStrategy::field,
                                strategy -> strategy.is(PlacementStrategy::type, PlacementStrategyType.BINPACK)
                                        && !isOneOf(BINPACK_FIELDS, strategy.getOr(PlacementStrategy::field, "")))
                        .with("given", StrategyRules::given)
                        .message("Instances cannot be packed by {given}.")
                        .fix("Use " + KnownNames.oneOf(BINPACK_FIELDS) + "."),
                warning("placement.random-field")
                        .summary("A random strategy has a field, which is not used.")
                        .source("API:PlacementStrategy.field")
                        .in(STRATEGIES)
                        .needing(PlacementStrategy::type, PlacementStrategy::field)
                        .whenAt(
                                PlacementStrategy::field,
                                strategy -> strategy.is(PlacementStrategy::type, PlacementStrategyType.RANDOM))
                        .message("The field \"{value}\" is not used: a random strategy looks at none.")
                        .fix("Remove it."),
                error("placement.strategy-with-daemon")
                        .summary("A daemon service has placement strategies.")
                        .source(
                                "API:CreateServiceRequest.schedulingStrategy; MSG:daemon scheduling strategy does not support"
                                        + " placement strategies")
                        .in(SERVICE)
                        .given(Facts::isDaemon)
                        .whenPresent(CreateServiceRequest::placementStrategy)
                        .message("A daemon service has a task on every instance, so there is nothing to choose.")
                        .fix("Remove `placementStrategy`."),
                error("placement.strategy-on-fargate")
                        .summary("A service on Fargate has placement strategies.")
                        .source("API:PlacementConstraint; DOC:ecs_services")
                        .in(SERVICE)
                        .given(Facts::onFargate)
                        .whenPresent(CreateServiceRequest::placementStrategy)
                        .message("Placement strategies choose among instances, and Fargate has none to choose from.")
                        .fix("Remove `placementStrategy`."),
                error("placement.service-constraint-on-fargate")
                        .summary("A service on Fargate has placement constraints.")
                        .source("API:PlacementConstraint; DOC:ecs_services")
                        .in(SERVICE)
                        .given(Facts::onFargate)
                        .whenPresent(CreateServiceRequest::placementConstraints)
                        .message("Placement constraints choose among instances, and Fargate has none to choose from.")
                        .fix("Remove `placementConstraints`."));
    }

    private static boolean isSpreadField(String field) {
        return isOneOf(SPREAD_FIELDS, field) || (field.startsWith(ATTRIBUTE) && field.length() > ATTRIBUTE.length());
    }

    private static boolean isOneOf(Set<String> fields, String field) {
        return fields.stream().anyMatch(field::equalsIgnoreCase);
    }

    private static String given(View<PlacementStrategy> strategy) {
        String field = strategy.getOr(PlacementStrategy::field, "");
        return field.isEmpty() ? "no field at all" : '"' + field + '"';
    }
}
