package io.stowage.ecs.validation.internal.rules;

import static io.stowage.ecs.validation.internal.rules.Places.CLUSTER;
import static io.stowage.ecs.validation.internal.rules.Places.CONFIGURATION;
import static io.stowage.ecs.validation.internal.rules.Places.RUN_TASK;
import static io.stowage.ecs.validation.internal.rules.Places.SERVICE;
import static io.stowage.ecs.validation.spi.Rule.error;

import io.stowage.ecs.cql.ast.Version;
import io.stowage.ecs.model.cluster.CreateClusterRequest;
import io.stowage.ecs.model.common.CapacityProviderStrategyItem;
import io.stowage.ecs.model.service.CreateServiceRequest;
import io.stowage.ecs.model.task.RunTaskRequest;
import io.stowage.ecs.model.taskdef.CPUArchitecture;
import io.stowage.ecs.model.taskdef.RuntimePlatform;
import io.stowage.ecs.model.taskdef.TaskDefinition;
import io.stowage.ecs.validation.input.EcsConfiguration;
import io.stowage.ecs.validation.internal.rules.Strategies.Strategy;
import io.stowage.ecs.validation.internal.tables.KnownBounds;
import io.stowage.ecs.validation.spi.Bounds;
import io.stowage.ecs.validation.spi.Facts;
import io.stowage.ecs.validation.spi.Place;
import io.stowage.ecs.validation.spi.Report;
import io.stowage.ecs.validation.spi.Rule;
import io.stowage.ecs.validation.spi.RuleBuilder.Conditions;
import io.stowage.ecs.validation.spi.View;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Section 19 of the catalogue: capacity provider strategies, capacity providers and automatic scaling. What holds for the strategy of
 * a service holds for that of run-task and for the default of a cluster as well.
 */
final class CapacityRules {
    private static final Bounds PROVIDERS = KnownBounds.of("capacity-providers");
    private static final Bounds WEIGHT = KnownBounds.of("capacity-provider-weight");
    private static final Bounds BASE = KnownBounds.of("capacity-provider-base");

    /** The first platform version that runs ARM64 on Fargate Spot. */
    private static final Version FIRST_WITH_SPOT_ARM = Version.parse("1.4.0").orElseThrow();

    private static final List<Place<CapacityProviderStrategyItem>> ITEMS_OF_TASKS = List.of(
            SERVICE.each(CreateServiceRequest::capacityProviderStrategy),
            RUN_TASK.each(RunTaskRequest::capacityProviderStrategy));

    private static final List<Place<CapacityProviderStrategyItem>> ITEMS = Stream.concat(
                    ITEMS_OF_TASKS.stream(),
                    Stream.of(CLUSTER.each(CreateClusterRequest::defaultCapacityProviderStrategy)))
            .toList();

    private static final Place<?>[] STRATEGIES = {
        SERVICE.member(CreateServiceRequest::capacityProviderStrategy),
        RUN_TASK.member(RunTaskRequest::capacityProviderStrategy),
        CLUSTER.member(CreateClusterRequest::defaultCapacityProviderStrategy)
    };

    static final RuleGroup GROUP = new RuleGroup("19. Service: capacity providers and auto scaling", rules());

    private CapacityRules() {}

    private static List<Rule> rules() {
        List<Rule> rules = new ArrayList<>();
        rules.addAll(ofItems());
        rules.addAll(ofStrategies());
        rules.addAll(onFargateSpot());
        rules.addAll(CapacityProviderRules.rules());
        rules.addAll(ScalingRules.rules());
        return rules;
    }

    private static List<Rule> ofItems() {
        return List.of(
                error("capacity.launch-type-and-strategy")
                        .summary("A service gives both a launch type and a capacity provider strategy.")
                        .source("API:CreateServiceRequest.launchType; ISSUE:terraform-aws-modules/terraform-aws-ecs#80")
                        .in(SERVICE)
                        .needing(CreateServiceRequest::launchType)
                        .whenPresent(CreateServiceRequest::capacityProviderStrategy)
                        .message("The service gives launch type {launchType} and a capacity provider strategy; it takes"
                                + " one of the two.")
                        .fix("Remove `launchType`."),
                error("capacity.provider-required")
                        .summary("An item of a capacity provider strategy names no provider.")
                        .source("API:CapacityProviderStrategyItem")
                        .in(ITEMS)
                        .whenAbsent(CapacityProviderStrategyItem::capacityProvider)
                        .message("An item of the strategy names no `capacityProvider`.")
                        .fix("Name a capacity provider of the cluster."),
                error("capacity.weight-range")
                        .summary("The weight of a capacity provider is outside the range.")
                        .source("API:CapacityProviderStrategyItemWeight")
                        .in(ITEMS)
                        .whenOutside(CapacityProviderStrategyItem::weight, WEIGHT)
                        .message("`weight` is {value}, outside of {min} to {max}.")
                        .fix("Use {min} to {max}."),
                error("capacity.base-range")
                        .summary("The base of a capacity provider is outside the range.")
                        .source("API:CapacityProviderStrategyItemBase")
                        .in(ITEMS)
                        .whenOutside(CapacityProviderStrategyItem::base, BASE)
                        .message("`base` is {value} tasks, outside of {min} to {max}.")
                        .fix("Use {min} to {max}."),
                error("capacity.not-associated")
                        .summary("A strategy names a capacity provider that is not associated with the cluster.")
                        .source("API:CapacityProviderStrategyItem")
                        .in(ITEMS_OF_TASKS)
                        .given(facts -> facts.root()
                                .member(EcsConfiguration::cluster)
                                .member(CreateClusterRequest::capacityProviders)
                                .isPresent())
                        .needing(CapacityProviderStrategyItem::capacityProvider)
                        .whenAt(
                                CapacityProviderStrategyItem::capacityProvider,
                                item -> !isAssociated(item, Strategies.provider(item)))
                        .message("Capacity provider \"{value}\" is not associated with the cluster.")
                        .fix("Associate it with put-cluster-capacity-providers."));
    }

    /** Whether it is among the associated ones of the cluster, as far as those are known. */
    static boolean isAssociated(View<?> anywhere, String provider) {
        boolean found = false;
        for (View<String> associated : anywhere.facts()
                .root()
                .member(EcsConfiguration::cluster)
                .each(CreateClusterRequest::capacityProviders)) {
            found |= Strategies.nameOf(associated.get()).equals(provider);
        }
        return found;
    }

    private static List<Rule> ofStrategies() {
        return List.of(
                strategy(
                                "capacity.too-many-providers",
                                "A strategy has more capacity providers than ECS takes.",
                                "API:CreateServiceRequest.capacityProviderStrategy; DOC:cluster-capacity-providers",
                                items -> items.size() > PROVIDERS.max())
                        .message("The strategy has {count} capacity providers; ECS takes " + PROVIDERS.max() + ".")
                        .fix("Remove some."),
                strategy(
                                "capacity.several-bases",
                                "More than one capacity provider of a strategy has a base.",
                                "API:CapacityProviderStrategyItem.base; OUR",
                                items -> items.stream()
                                                .filter(item -> item.tells(CapacityRules::hasBase))
                                                .count()
                                        > 1)
                        .message("More than one capacity provider of the strategy has a `base`; ECS takes one.")
                        .fix("Keep one."),
                strategy(
                                "capacity.all-weights-zero",
                                "A strategy of several capacity providers gives none of them a weight.",
                                "API:CapacityProviderStrategyItem.weight",
                                items -> items.size() > 1
                                        && items.stream()
                                                .allMatch(item ->
                                                        item.getOr(CapacityProviderStrategyItem::weight, 0) == 0))
                        .message("None of the {count} capacity providers of the strategy has a `weight` above 0, so no"
                                + " task beyond the `base` would start.")
                        .fix("Set a weight."),
                error("capacity.duplicate-provider")
                        .summary("A strategy names a capacity provider twice.")
                        .source("OUR")
                        .in(CONFIGURATION)
                        .given(CapacityRules::hasStrategies)
                        .check(CapacityRules::duplicates)
                        .pointingAt(ITEMS.toArray(Place<?>[]::new))
                        .message("The strategy names \"{name}\" a second time.")
                        .fix("Merge the two items."),
                strategy(
                                "capacity.mixed-kinds",
                                "A strategy mixes Fargate with other capacity providers.",
                                "DOC:cluster-capacity-providers; ISSUE:terraform-aws-modules/terraform-aws-ecs#68",
                                items -> items.stream().anyMatch(item -> item.tells(Strategies::isFargate))
                                        && items.stream()
                                                .anyMatch(item -> item.tells(other -> !Strategies.isFargate(other))))
                        .message("The strategy mixes Fargate with providers of another kind.")
                        .fix("Use one kind, or two services."));
    }

    private static Conditions<EcsConfiguration> strategy(
            String id, String summary, String source, Predicate<List<View<CapacityProviderStrategyItem>>> condition) {
        return error(id)
                .summary(summary)
                .source(source)
                .in(CONFIGURATION)
                .given(CapacityRules::hasStrategies)
                .check((all, report) -> {
                    for (Strategy strategy : Strategies.all(all.facts())) {
                        if (strategy.place().tells(place -> condition.test(strategy.items()))) {
                            report.at(strategy.place())
                                    .with("count", strategy.items().size());
                        }
                    }
                })
                .pointingAt(STRATEGIES);
    }

    private static boolean hasStrategies(Facts facts) {
        return !Strategies.all(facts).isEmpty();
    }

    private static boolean hasBase(View<CapacityProviderStrategyItem> item) {
        return item.getOr(CapacityProviderStrategyItem::base, 0) > 0;
    }

    private static void duplicates(View<EcsConfiguration> all, Report report) {
        for (Strategy strategy : Strategies.all(all.facts())) {
            Set<String> seen = new HashSet<>();
            for (View<CapacityProviderStrategyItem> item : strategy.items()) {
                if (item.tells(one -> !seen.add(Strategies.provider(one)))) {
                    report.at(item).with("name", item.member(CapacityProviderStrategyItem::capacityProvider));
                }
            }
        }
    }

    private static List<Rule> onFargateSpot() {
        return List.of(
                strategy(
                                "capacity.spot-windows",
                                "A Windows task is to run on Fargate Spot.",
                                "DOC:fargate-capacity-providers; API:CapacityProviderStrategyItem",
                                items -> items.stream()
                                        .anyMatch(item -> item.tells(Strategies::isFargateSpot)
                                                && item.facts().onWindows()))
                        .message("Fargate Spot does not run Windows containers.")
                        .fix("Use FARGATE."),
                error("capacity.spot-arm-platform")
                        .summary(
                                "An ARM64 task is to run on Fargate Spot with a platform version that is too old for it.")
                        .source("API:CapacityProviderStrategyItem")
                        .in(SERVICE)
                        .needing(CreateServiceRequest::platformVersion, CreateServiceRequest::capacityProviderStrategy)
                        .whenAt(
                                CreateServiceRequest::platformVersion,
                                service -> isTooOldForSpot(service.get(CreateServiceRequest::platformVersion))
                                        && isArm(service.facts())
                                        && service.each(CreateServiceRequest::capacityProviderStrategy).stream()
                                                .anyMatch(item -> item.tells(Strategies::isFargateSpot)))
                        .message("ARM64 on Fargate Spot needs platform version " + FIRST_WITH_SPOT_ARM
                                + " or later, not {value}.")
                        .fix("Use LATEST."));
    }

    private static boolean isTooOldForSpot(String platformVersion) {
        return Version.parse(platformVersion)
                .filter(version -> version.compareTo(FIRST_WITH_SPOT_ARM) < 0)
                .isPresent();
    }

    private static boolean isArm(Facts facts) {
        return facts.task()
                .member(TaskDefinition::runtimePlatform)
                .is(RuntimePlatform::cpuArchitecture, CPUArchitecture.ARM64);
    }
}
