package io.stowage.ecs.validation.internal.rules;

import static io.stowage.ecs.validation.internal.rules.Places.SERVICE;
import static io.stowage.ecs.validation.internal.rules.ServicePlaces.DEPLOYMENT;
import static io.stowage.ecs.validation.spi.Rule.error;

import io.stowage.ecs.model.deployment.DeploymentBounds;
import io.stowage.ecs.model.service.CreateServiceRequest;
import io.stowage.ecs.model.service.DeploymentAlarms;
import io.stowage.ecs.model.service.DeploymentCircuitBreaker;
import io.stowage.ecs.model.service.DeploymentConfiguration;
import io.stowage.ecs.model.service.DeploymentController;
import io.stowage.ecs.model.service.DeploymentControllerType;
import io.stowage.ecs.model.service.DeploymentStrategy;
import io.stowage.ecs.model.service.ThresholdConfiguration;
import io.stowage.ecs.model.service.ThresholdType;
import io.stowage.ecs.validation.internal.tables.KnownBounds;
import io.stowage.ecs.validation.internal.tables.KnownNames;
import io.stowage.ecs.validation.spi.Bounds;
import io.stowage.ecs.validation.spi.Facts;
import io.stowage.ecs.validation.spi.Place;
import io.stowage.ecs.validation.spi.Rule;
import io.stowage.ecs.validation.spi.View;
import java.util.ArrayList;
import java.util.List;

/** Section 15 of the catalogue: how far a service may shrink and grow while it deploys, who deploys it, and when to give up. */
final class DeploymentRules {
    private static final Bounds MINIMUM = KnownBounds.of("minimum-healthy-percent");
    private static final Bounds MAXIMUM = KnownBounds.of("replica-maximum-percent");
    private static final Bounds THRESHOLD = KnownBounds.of("circuit-breaker-threshold");
    private static final Bounds BOUNDED_PERCENT = KnownBounds.of("circuit-breaker-bounded-percent");

    /** What a daemon service always has, and all that it may write. */
    private static final int DAEMON_MAXIMUM = 100;

    private static final int DEFAULT_MINIMUM = 100;
    private static final int DEFAULT_MAXIMUM = 200;

    private static final Place<DeploymentCircuitBreaker> CIRCUIT_BREAKER =
            DEPLOYMENT.member(DeploymentConfiguration::deploymentCircuitBreaker);
    private static final Place<DeploymentAlarms> ALARMS = DEPLOYMENT.member(DeploymentConfiguration::alarms);

    static final RuleGroup GROUP = new RuleGroup("15. Service: deployment", rules());

    private DeploymentRules() {}

    private static List<Rule> rules() {
        List<Rule> rules = new ArrayList<>();
        rules.addAll(ofPercentages());
        rules.add(controller());
        rules.addAll(ofCircuitBreakers());
        rules.addAll(ofAlarms());
        rules.addAll(DeploymentControllerRules.rules());
        rules.addAll(TrafficShiftRules.rules());
        rules.addAll(LifecycleHookRules.rules());
        return rules;
    }

    private static List<Rule> ofPercentages() {
        return List.of(
                error("deploy.minimum-range")
                        .summary("The minimum healthy percent is outside the range.")
                        .source(
                                "API:DeploymentConfiguration.minimumHealthyPercent; PRE:pf-ecs-service-deployment-percent")
                        .in(DEPLOYMENT)
                        .whenOutside(DeploymentConfiguration::minimumHealthyPercent, MINIMUM)
                        .message("`minimumHealthyPercent` is {value}, outside of {min} to {max} percent.")
                        .fix("Use {min} to {max}."),
                error("deploy.maximum-range")
                        .summary("The maximum percent of a replica service is below 100.")
                        .source("API:DeploymentConfiguration.maximumPercent; OUR")
                        .in(DEPLOYMENT)
                        .unless(Facts::isDaemon)
                        .when(DeploymentConfiguration::maximumPercent, percent -> percent < MAXIMUM.min())
                        .message("`maximumPercent` is {value}: a deployment could not even keep the tasks there are.")
                        .fix("Use " + MAXIMUM.min() + " or more."),
                error("deploy.no-room")
                        .summary(
                                "The percentages of a rolling deployment, rounded, neither let a task start nor let one stop, so"
                                        + " that every deployment hangs.")
                        .source("API:DeploymentConfiguration (rounding); ISSUE:GovWifi/govwifi-terraform#1034")
                        .in(DEPLOYMENT)
                        .unless(Facts::isDaemon)
                        .whenHere(deployment -> bounds(deployment).isStuck())
                        .with("desired", deployment -> bounds(deployment).desiredCount())
                        .with("minPercent", deployment -> bounds(deployment).minimumHealthyPercent())
                        .with("maxPercent", deployment -> bounds(deployment).maximumPercent())
                        .with("lower", deployment -> bounds(deployment).minHealthyTasks())
                        .with("upper", deployment -> bounds(deployment).maxTasks())
                        .with(
                                "enoughMaximum",
                                deployment -> bounds(deployment)
                                        .sufficientMaximumPercent()
                                        .orElse(DEFAULT_MAXIMUM))
                        .with(
                                "enoughMinimum",
                                deployment -> bounds(deployment)
                                        .sufficientMinimumHealthyPercent()
                                        .orElse(0))
                        .message(
                                "With a `desiredCount` of {desired}, a minimum of {minPercent} % is {lower} tasks and a maximum"
                                        + " of {maxPercent} % is {upper}: a deployment can neither start a task nor stop one.")
                        .fix("Raise `maximumPercent` to {enoughMaximum} or more, or lower `minimumHealthyPercent` to"
                                + " {enoughMinimum} or less."),
                error("deploy.daemon-maximum")
                        .summary("A daemon service has a maximum percent other than 100.")
                        .source(
                                "DOC:ecs_services; CDK:ec2-service.ts; MSG:daemon scheduling strategy does not support values"
                                        + " above 100 for maximumPercent")
                        .in(DEPLOYMENT)
                        .given(Facts::isDaemon)
                        .when(DeploymentConfiguration::maximumPercent, percent -> percent != DAEMON_MAXIMUM)
                        .message(
                                "`maximumPercent` is {value}, and a daemon service has room for one task on an instance only.")
                        .fix("Remove it; it is " + DAEMON_MAXIMUM + " by default."),
                error("deploy.daemon-minimum")
                        .summary("A daemon service keeps all of its tasks, so that it can never be updated.")
                        .source("CDK PR aws/aws-cdk#7814")
                        .in(DEPLOYMENT)
                        .given(Facts::isDaemon)
                        .when(DeploymentConfiguration::minimumHealthyPercent, percent -> percent == DAEMON_MAXIMUM)
                        .message(
                                "With a minimum of {value} % no task of a daemon service may stop, and none can start beside it.")
                        .fix("Use 0 or 50."));
    }

    private static Rule controller() {
        return error("deploy.controller")
                .summary("The type of the deployment controller is absent or not known.")
                .source("API:DeploymentControllerType")
                .in(SERVICE.member(CreateServiceRequest::deploymentController))
                .whenAbsent(DeploymentController::type)
                .when(DeploymentController::type, type -> !type.isKnown())
                .with("given", Words.found(DeploymentController::type))
                .message("The type of the deployment controller is {given}; ECS needs one that it knows.")
                .fix("Use " + KnownNames.oneOf(DeploymentControllerType.known()) + ".");
    }

    private static List<Rule> ofCircuitBreakers() {
        return List.of(
                error("deploy.circuit-breaker-controller")
                        .summary("The circuit breaker is on, and the deployment controller is not ECS.")
                        .source("API:DeploymentCircuitBreaker")
                        .in(DEPLOYMENT)
                        .given(DeploymentRules::isNotByEcs)
                        .needing(DeploymentConfiguration::deploymentCircuitBreaker)
                        .whenAt(
                                DeploymentConfiguration::deploymentCircuitBreaker,
                                deployment -> deployment
                                        .member(DeploymentConfiguration::deploymentCircuitBreaker)
                                        .is(DeploymentCircuitBreaker::enable, true))
                        .with("controller", deployment -> deployment.facts().deploymentController())
                        .message(
                                "The circuit breaker watches deployments of the ECS controller, and this one is {controller}.")
                        .fix("Remove it, or use the deployment controller ECS."),
                error("deploy.circuit-breaker-incomplete")
                        .summary("The circuit breaker lacks `enable` or `rollback`.")
                        .source("API:DeploymentCircuitBreaker")
                        .in(CIRCUIT_BREAKER)
                        .whenHere(breaker -> breaker.lacks(DeploymentCircuitBreaker::enable)
                                || breaker.lacks(DeploymentCircuitBreaker::rollback))
                        .message("The circuit breaker needs both `enable` and `rollback`.")
                        .fix("Add what is missing."),
                error("deploy.circuit-breaker-threshold")
                        .summary(
                                "The threshold of the circuit breaker has no known type, or a value that the type does not take.")
                        .source("API:ThresholdConfiguration; OUR")
                        .in(CIRCUIT_BREAKER.member(DeploymentCircuitBreaker::thresholdConfiguration))
                        .whenHere(threshold -> !problemOf(threshold).isEmpty())
                        .with("problem", DeploymentRules::problemOf)
                        .message("The threshold of the circuit breaker {problem}.")
                        .fix("Use a type of " + KnownNames.oneOf(ThresholdType.known()) + " and a value of "
                                + THRESHOLD.min() + " or more; for BOUNDED_PERCENT at most " + BOUNDED_PERCENT.max()
                                + "."));
    }

    private static List<Rule> ofAlarms() {
        return List.of(
                error("deploy.alarms-incomplete")
                        .summary(
                                "The alarms of deployments lack `enable`, `rollback` or, where they are on, `alarmNames`.")
                        .source("API:DeploymentAlarms; OUR")
                        .in(ALARMS)
                        .whenHere(alarms -> alarms.lacks(DeploymentAlarms::enable)
                                || alarms.lacks(DeploymentAlarms::rollback)
                                || (alarms.is(DeploymentAlarms::enable, true)
                                        && !alarms.member(DeploymentAlarms::alarmNames)
                                                .isPresent()))
                        .message(
                                "Alarms of deployments need `enable`, `rollback` and, where they are on, `alarmNames`.")
                        .fix("Add what is missing."),
                error("deploy.alarms-empty")
                        .summary("The alarms of deployments are on, and none is named.")
                        .source("API:DeploymentAlarms.alarmNames; OUR")
                        .in(ALARMS)
                        .needing(DeploymentAlarms::enable)
                        .whenAt(
                                DeploymentAlarms::alarmNames,
                                alarms -> alarms.is(DeploymentAlarms::enable, true)
                                        && alarms.member(DeploymentAlarms::alarmNames)
                                                .isPresent()
                                        && alarms.lacks(DeploymentAlarms::alarmNames))
                        .message("Alarms of deployments are on, but none is named.")
                        .fix("Name an alarm, or set `enable` to false."),
                error("deploy.alarms-controller")
                        .summary("The alarms of deployments are on, and the deployment controller is not ECS.")
                        .source("API:DeploymentAlarms")
                        .in(DEPLOYMENT)
                        .given(DeploymentRules::isNotByEcs)
                        .needing(DeploymentConfiguration::alarms)
                        .whenAt(
                                DeploymentConfiguration::alarms,
                                deployment -> deployment
                                        .member(DeploymentConfiguration::alarms)
                                        .is(DeploymentAlarms::enable, true))
                        .with("controller", deployment -> deployment.facts().deploymentController())
                        .message("Alarms watch deployments of the ECS controller, and this one is {controller}.")
                        .fix("Remove them, or use the deployment controller ECS."));
    }

    /** Whether a controller other than ECS deploys the service. One that is not known is a finding of its own. */
    static boolean isNotByEcs(Facts facts) {
        DeploymentControllerType type = facts.deploymentController();
        return type.isKnown() && !type.equals(DeploymentControllerType.ECS);
    }

    /**
     * The bounds of a rolling deployment by ECS; the rule is silent about others, about a negative count or percentage, and where
     * the count is not given.
     */
    private static DeploymentBounds bounds(View<DeploymentConfiguration> deployment) {
        boolean isRolling = deployment
                        .getOr(DeploymentConfiguration::strategy, DeploymentStrategy.ROLLING)
                        .equals(DeploymentStrategy.ROLLING)
                && deployment.facts().deploymentController().equals(DeploymentControllerType.ECS);
        int desired = deployment.facts().service().get(CreateServiceRequest::desiredCount);
        int minimum = deployment.getOr(DeploymentConfiguration::minimumHealthyPercent, DEFAULT_MINIMUM);
        int maximum = deployment.getOr(DeploymentConfiguration::maximumPercent, DEFAULT_MAXIMUM);
        return View.<DeploymentBounds>orSilent(
                isRolling && desired >= 0 && minimum >= 0 && maximum >= 0
                        ? new DeploymentBounds(desired, minimum, maximum)
                        : null);
    }

    private static String problemOf(View<ThresholdConfiguration> threshold) {
        ThresholdType type = threshold.find(ThresholdConfiguration::type);
        Integer value = threshold.find(ThresholdConfiguration::value);
        if (type == null || !type.isKnown()) {
            return type == null ? "has no type" : "is of type \"" + type + "\", which ECS does not know";
        }
        if (value == null) {
            return "has no value";
        }
        Bounds bounds = type.equals(ThresholdType.BOUNDED_PERCENT) ? BOUNDED_PERCENT : THRESHOLD;
        return bounds.contains(value) ? "" : "is " + value + ", which " + type + " does not take";
    }
}
