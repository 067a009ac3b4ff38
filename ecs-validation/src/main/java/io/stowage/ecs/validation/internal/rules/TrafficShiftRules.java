package io.stowage.ecs.validation.internal.rules;

import static io.stowage.ecs.validation.internal.rules.ServicePlaces.DEPLOYMENT;
import static io.stowage.ecs.validation.internal.rules.ServicePlaces.SERVICE_LOAD_BALANCERS;
import static io.stowage.ecs.validation.spi.Rule.error;
import static io.stowage.ecs.validation.spi.Rule.warning;

import io.stowage.ecs.model.service.AdvancedConfiguration;
import io.stowage.ecs.model.service.CanaryConfiguration;
import io.stowage.ecs.model.service.CreateServiceRequest;
import io.stowage.ecs.model.service.DeploymentConfiguration;
import io.stowage.ecs.model.service.DeploymentStrategy;
import io.stowage.ecs.model.service.LinearConfiguration;
import io.stowage.ecs.model.service.LoadBalancer;
import io.stowage.ecs.validation.internal.tables.KnownBounds;
import io.stowage.ecs.validation.internal.tables.KnownNames;
import io.stowage.ecs.validation.spi.Bounds;
import io.stowage.ecs.validation.spi.Facts;
import io.stowage.ecs.validation.spi.Member;
import io.stowage.ecs.validation.spi.Place;
import io.stowage.ecs.validation.spi.Rule;
import io.stowage.ecs.validation.spi.View;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The rules of section 15 about deployment strategies that move traffic from one revision to the next. */
final class TrafficShiftRules {
    private static final Set<DeploymentStrategy> SHIFTING =
            Set.of(DeploymentStrategy.BLUE_GREEN, DeploymentStrategy.LINEAR, DeploymentStrategy.CANARY);

    private static final Bounds BAKE_MINUTES = KnownBounds.of("deployment-bake-minutes");
    private static final Bounds LINEAR_TENTHS = KnownBounds.of("linear-step-tenths");
    private static final Bounds CANARY_TENTHS = KnownBounds.of("canary-tenths");

    private static final Place<LinearConfiguration> LINEAR =
            DEPLOYMENT.member(DeploymentConfiguration::linearConfiguration);
    private static final Place<CanaryConfiguration> CANARY =
            DEPLOYMENT.member(DeploymentConfiguration::canaryConfiguration);

    private TrafficShiftRules() {}

    static List<Rule> rules() {
        List<Rule> rules = new ArrayList<>();
        rules.addAll(ofStrategies());
        rules.addAll(ofLoadBalancers());
        rules.addAll(ofSteps());
        return rules;
    }

    private static List<Rule> ofStrategies() {
        return List.of(
                error("deploy.strategy")
                        .summary("The deployment strategy is not known.")
                        .source("API:DeploymentStrategy")
                        .in(DEPLOYMENT)
                        .when(DeploymentConfiguration::strategy, strategy -> !strategy.isKnown())
                        .message("\"{value}\" is not a deployment strategy.")
                        .fix("Use " + KnownNames.oneOf(DeploymentStrategy.known()) + "."),
                error("deploy.strategy-controller")
                        .summary("A strategy that moves traffic is used with a deployment controller other than ECS.")
                        .source("API:LinearConfiguration; API:CanaryConfiguration")
                        .in(DEPLOYMENT)
                        .given(DeploymentRules::isNotByEcs)
                        .when(DeploymentConfiguration::strategy, SHIFTING::contains)
                        .with("controller", deployment -> deployment.facts().deploymentController())
                        .message(
                                "The strategy {value} is carried out by the ECS controller, and this one is {controller}.")
                        .fix("Use the deployment controller ECS."),
                error("deploy.blue-green-bake-time")
                        .summary("A blue/green deployment has no bake time.")
                        .source("API:DeploymentConfiguration.bakeTimeInMinutes")
                        .in(DEPLOYMENT)
                        .needing(DeploymentConfiguration::strategy)
                        .whenAt(
                                DeploymentConfiguration::bakeTimeInMinutes,
                                deployment ->
                                        deployment.is(DeploymentConfiguration::strategy, DeploymentStrategy.BLUE_GREEN)
                                                && deployment.lacks(DeploymentConfiguration::bakeTimeInMinutes))
                        .message("BLUE_GREEN needs to know how long both revisions stay after the shift.")
                        .fix("Set `bakeTimeInMinutes`."),
                error("deploy.bake-time-range")
                        .summary("The bake time of a deployment is outside the range.")
                        .source("API:LinearConfiguration.stepBakeTimeInMinutes by analogy; OUR")
                        .in(DEPLOYMENT)
                        .whenOutside(DeploymentConfiguration::bakeTimeInMinutes, BAKE_MINUTES)
                        .message("`bakeTimeInMinutes` is {value}, outside of {min} to {max} minutes.")
                        .fix("Use {min} to {max}."));
    }

    private static List<Rule> ofLoadBalancers() {
        return List.of(
                error("deploy.shift-alternate-target-group")
                        .summary(
                                "A strategy that moves traffic is used, and a load balancer entry does not say between which target"
                                        + " groups, by which rule and by which role.")
                        .source("API:AdvancedConfiguration")
                        .in(SERVICE_LOAD_BALANCERS)
                        .given(facts -> SHIFTING.contains(strategy(facts)))
                        .needing(LoadBalancer::targetGroupArn)
                        .whenAt(
                                LoadBalancer::advancedConfiguration,
                                entry -> !missing(entry).isEmpty())
                        .with("strategy", entry -> strategy(entry.facts()))
                        .with("missing", entry -> String.join(", ", missing(entry)))
                        .message(
                                "{strategy} moves traffic between two target groups, and `advancedConfiguration` lacks {missing}.")
                        .fix("Add what is missing to `advancedConfiguration`."),
                error("deploy.same-alternate-target-group")
                        .summary("The alternate target group is the same as the first one.")
                        .source("OUR")
                        .in(SERVICE_LOAD_BALANCERS)
                        .needing(LoadBalancer::targetGroupArn, LoadBalancer::advancedConfiguration)
                        .whenInside(
                                entry -> entry.member(LoadBalancer::advancedConfiguration)
                                        .member(AdvancedConfiguration::alternateTargetGroupArn),
                                entry -> entry.member(LoadBalancer::advancedConfiguration)
                                        .is(
                                                AdvancedConfiguration::alternateTargetGroupArn,
                                                entry.get(LoadBalancer::targetGroupArn)))
                        .message("Traffic cannot move from a target group to itself.")
                        .fix("Use a second target group."),
                warning("deploy.advanced-without-shift")
                        .summary(
                                "A load balancer entry of a rolling deployment has an `advancedConfiguration`, which is not used.")
                        .source("API:AdvancedConfiguration; OUR")
                        .in(SERVICE_LOAD_BALANCERS)
                        .needing(LoadBalancer::advancedConfiguration)
                        .whenAt(
                                LoadBalancer::advancedConfiguration,
                                entry -> strategy(entry.facts()).equals(DeploymentStrategy.ROLLING))
                        .message("`advancedConfiguration` is not used by rolling deployments.")
                        .fix("Remove it, or set a `strategy` that moves traffic."));
    }

    private static List<Rule> ofSteps() {
        return List.of(
                forOther("linear", DeploymentStrategy.LINEAR, DeploymentConfiguration::linearConfiguration),
                error("deploy.linear-percent")
                        .summary(
                                "The step of a linear deployment is outside the range or finer than a tenth of a percent.")
                        .source("API:LinearConfiguration.stepPercent")
                        .in(LINEAR)
                        .when(LinearConfiguration::stepPercent, percent -> !isTenths(percent, LINEAR_TENTHS))
                        .message("`stepPercent` is {value}, which is not a step that ECS takes.")
                        .fix("Use " + percents(LINEAR_TENTHS) + " in steps of 0.1."),
                error("deploy.linear-bake-time")
                        .summary("The bake time of a step of a linear deployment is outside the range.")
                        .source("API:LinearConfiguration.stepBakeTimeInMinutes")
                        .in(LINEAR)
                        .whenOutside(LinearConfiguration::stepBakeTimeInMinutes, BAKE_MINUTES)
                        .message("`stepBakeTimeInMinutes` is {value}, outside of {min} to {max} minutes.")
                        .fix("Use {min} to {max}."),
                forOther("canary", DeploymentStrategy.CANARY, DeploymentConfiguration::canaryConfiguration),
                error("deploy.canary-percent")
                        .summary("The canary share is outside the range or finer than a tenth of a percent.")
                        .source("API:CanaryConfiguration.canaryPercent")
                        .in(CANARY)
                        .when(CanaryConfiguration::canaryPercent, percent -> !isTenths(percent, CANARY_TENTHS))
                        .message("`canaryPercent` is {value}, which is not a share that ECS takes.")
                        .fix("Use " + percents(CANARY_TENTHS) + " in steps of 0.1."),
                error("deploy.canary-bake-time")
                        .summary("The bake time of the canary is outside the range.")
                        .source("API:CanaryConfiguration.canaryBakeTimeInMinutes")
                        .in(CANARY)
                        .whenOutside(CanaryConfiguration::canaryBakeTimeInMinutes, BAKE_MINUTES)
                        .message("`canaryBakeTimeInMinutes` is {value}, outside of {min} to {max} minutes.")
                        .fix("Use {min} to {max}."));
    }

    private static Rule forOther(String id, DeploymentStrategy strategy, Member<DeploymentConfiguration, ?> member) {
        String name = id + "Configuration";
        return error("deploy." + id + "-configuration-strategy")
                .summary("`" + name + "` is given, and the strategy is not " + strategy + ".")
                .source("API:DeploymentConfiguration." + name)
                .in(DEPLOYMENT)
                .needing(member)
                .whenAt(member, deployment -> {
                    DeploymentStrategy given =
                            deployment.getOr(DeploymentConfiguration::strategy, DeploymentStrategy.ROLLING);
                    return given.isKnown() && !given.equals(strategy);
                })
                .with(
                        "given",
                        deployment -> deployment.getOr(DeploymentConfiguration::strategy, DeploymentStrategy.ROLLING))
                .message("`" + name + "` is for the strategy " + strategy + ", and this one is {given}.")
                .fix("Remove it, or set `strategy` to " + strategy + ".");
    }

    private static DeploymentStrategy strategy(Facts facts) {
        return facts.service()
                .member(CreateServiceRequest::deploymentConfiguration)
                .getOr(DeploymentConfiguration::strategy, DeploymentStrategy.ROLLING);
    }

    private static List<String> missing(View<LoadBalancer> entry) {
        View<AdvancedConfiguration> advanced = entry.member(LoadBalancer::advancedConfiguration);
        return Stream.of(
                        advanced.member(AdvancedConfiguration::alternateTargetGroupArn),
                        advanced.member(AdvancedConfiguration::productionListenerRule),
                        advanced.member(AdvancedConfiguration::roleArn))
                .filter(member -> member.isKnown() && !member.isPresent())
                .map(member -> "`" + member.name() + "`")
                .toList();
    }

    private static boolean isTenths(double percent, Bounds tenths) {
        // Neither comparison holds for what is not a number.
        if (!(percent > -1e6 && percent < 1e6)) {
            return false;
        }
        BigDecimal inTenths = BigDecimal.valueOf(percent).movePointRight(1).stripTrailingZeros();
        return inTenths.scale() <= 0 && tenths.contains(inTenths.longValueExact());
    }

    private static String percents(Bounds tenths) {
        return BigDecimal.valueOf(tenths.min(), 1) + " to " + BigDecimal.valueOf(tenths.max(), 1);
    }
}
