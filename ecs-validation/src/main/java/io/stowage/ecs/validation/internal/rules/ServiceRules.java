package io.stowage.ecs.validation.internal.rules;

import static io.stowage.ecs.validation.internal.rules.Places.SERVICE;
import static io.stowage.ecs.validation.spi.Rule.error;
import static io.stowage.ecs.validation.spi.Rule.warning;

import io.stowage.ecs.model.common.LaunchType;
import io.stowage.ecs.model.common.PropagateTags;
import io.stowage.ecs.model.diagnostic.Names;
import io.stowage.ecs.model.service.CreateServiceRequest;
import io.stowage.ecs.model.service.DeploymentControllerType;
import io.stowage.ecs.model.service.SchedulingStrategy;
import io.stowage.ecs.model.taskdef.ContainerDefinition;
import io.stowage.ecs.model.taskdef.TaskDefinition;
import io.stowage.ecs.validation.input.EcsConfiguration;
import io.stowage.ecs.validation.input.KnownService;
import io.stowage.ecs.validation.internal.tables.KnownBounds;
import io.stowage.ecs.validation.internal.tables.KnownNames;
import io.stowage.ecs.validation.spi.Bounds;
import io.stowage.ecs.validation.spi.Facts;
import io.stowage.ecs.validation.spi.Report;
import io.stowage.ecs.validation.spi.Rule;
import io.stowage.ecs.validation.spi.View;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Section 13 of the catalogue: what a service is called, how many tasks it has, and how they are scheduled. */
final class ServiceRules {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,255}");
    private static final Pattern PRINTABLE = Pattern.compile("[!-~]*");
    private static final Bounds TOKEN = KnownBounds.of("service-client-token-characters");
    private static final Bounds QUOTA = KnownBounds.of("service-desired-count-quota");
    private static final Bounds GRACE_SECONDS = KnownBounds.of("service-health-check-grace-seconds");

    private static final Set<String> OUTPUT_MEMBERS = KnownNames.of("service-output-members");
    private static final List<String> MEMBERS = Arrays.stream(CreateServiceRequest.class.getRecordComponents())
            .map(RecordComponent::getName)
            .filter(name -> !name.equals("otherMembers"))
            .toList();

    static final RuleGroup GROUP = new RuleGroup("13. Service: basics and scheduling", rules());

    private ServiceRules() {}

    private static List<Rule> rules() {
        List<Rule> rules = new ArrayList<>();
        rules.addAll(ofNames());
        rules.addAll(ofScheduling());
        rules.addAll(ofOptions());
        rules.addAll(ServiceRoleRules.rules());
        rules.addAll(RebalancingRules.rules());
        rules.addAll(ServiceFeatureRules.rules());
        return rules;
    }

    private static List<Rule> ofNames() {
        return List.of(
                warning("service.name-required")
                        .summary("A service has no name; some tools add it later.")
                        .source("API:CreateServiceRequest")
                        .in(SERVICE)
                        .whenAbsent(CreateServiceRequest::serviceName)
                        .message("The service has no name, which create-service requires.")
                        .fix("Add `serviceName`, unless whoever creates the service gives it one."),
                error("service.name-format")
                        .summary("The name of a service is too long or has a character that ECS does not allow.")
                        .source("API:CreateServiceRequest.serviceName")
                        .in(SERVICE)
                        .when(
                                CreateServiceRequest::serviceName,
                                name -> !NAME.matcher(name).matches())
                        .message("\"{value}\" is not a name for a service.")
                        .fix("Use 1 to 255 letters, digits, hyphens and underscores."),
                error("service.name-duplicate")
                        .summary("The cluster has a service of that name.")
                        .source("API:CreateServiceRequest.serviceName")
                        .in(SERVICE)
                        .needing(CreateServiceRequest::serviceName)
                        .whenAt(CreateServiceRequest::serviceName, ServiceRules::isTaken)
                        .message("The cluster has a service \"{value}\" already.")
                        .fix("Choose another name, or update that service."),
                error("service.unknown-property")
                        .summary("A service has a member that create-service does not have. Letter case counts.")
                        .source("API:CreateServiceRequest")
                        .in(SERVICE)
                        .check(ServiceRules::areUnknown)
                        .message("create-service has no member `{name}`.")
                        .fix("{repair}."),
                warning("service.read-only-property")
                        .summary(
                                "A service has a member that only describe-services returns. The command line and the SDKs refuse"
                                        + " it; saved output and some tools carry it along.")
                        .source("API:Service against CreateServiceRequest; OUR")
                        .in(SERVICE)
                        .check((service, report) -> {
                            for (View<Object> member : service.unknownMembers()) {
                                if (isOutput(member)) {
                                    report.at(member).with("name", member.name());
                                }
                            }
                        })
                        .message("`{name}` is output of describe-services and no input of create-service.")
                        .fix("Delete it."),
                warning("service.task-definition-required")
                        .summary(
                                "A service with the controller ECS or CODE_DEPLOY has no task definition; some tools add it later.")
                        .source("API:CreateServiceRequest.taskDefinition")
                        .in(SERVICE)
                        .whenAt(
                                CreateServiceRequest::taskDefinition,
                                service -> service.lacks(CreateServiceRequest::taskDefinition)
                                        && isOneOf(
                                                service.facts().deploymentController(),
                                                DeploymentControllerType.ECS,
                                                DeploymentControllerType.CODE_DEPLOY))
                        .message("The service has no task definition to run.")
                        .fix("Add `taskDefinition`, unless whoever creates the service gives it one."));
    }

    private static List<Rule> ofScheduling() {
        return List.of(
                error("service.scheduling-strategy")
                        .summary("The scheduling strategy is not known.")
                        .source("API:SchedulingStrategy")
                        .in(SERVICE)
                        .when(CreateServiceRequest::schedulingStrategy, strategy -> !strategy.isKnown())
                        .message("\"{value}\" is not a scheduling strategy.")
                        .fix("Use " + KnownNames.oneOf(SchedulingStrategy.known()) + "."),
                error("service.launch-type")
                        .summary("The launch type is not known. FARGATE_SPOT is a capacity provider.")
                        .source("API:LaunchType")
                        .in(SERVICE)
                        .when(CreateServiceRequest::launchType, type -> !type.isKnown())
                        .message("\"{value}\" is not a launch type.")
                        .fix("Use " + KnownNames.oneOf(LaunchType.known())
                                + "; Spot capacity comes from a capacity provider strategy."),
                error("service.desired-count-required")
                        .summary("A replica service has no `desiredCount`.")
                        .source("API:CreateServiceRequest.desiredCount")
                        .in(SERVICE)
                        .whenAt(
                                CreateServiceRequest::desiredCount,
                                service -> service.lacks(CreateServiceRequest::desiredCount)
                                        && service.getOr(
                                                        CreateServiceRequest::schedulingStrategy,
                                                        SchedulingStrategy.REPLICA)
                                                .equals(SchedulingStrategy.REPLICA))
                        .message("A replica service needs to know how many tasks it is to run.")
                        .fix("Set `desiredCount`."),
                error("service.desired-count-negative")
                        .summary("The `desiredCount` is negative.")
                        .source("OUR")
                        .in(SERVICE)
                        .when(CreateServiceRequest::desiredCount, count -> count < QUOTA.min())
                        .message("`desiredCount` is {value}, which is negative.")
                        .fix("Use 0 or more."),
                warning("service.desired-count-quota")
                        .summary("The `desiredCount` is above the quota of tasks for a service, which can be raised.")
                        .source("DOC:service-quotas")
                        .in(SERVICE)
                        .when(CreateServiceRequest::desiredCount, count -> count > QUOTA.max())
                        .message("`desiredCount` is {value}; an account may run " + QUOTA.max()
                                + " tasks for a service unless its quota is raised.")
                        .fix("Ask for a higher quota, or divide the work between services."),
                error("service.desired-count-with-daemon")
                        .summary("A daemon service has a `desiredCount`.")
                        .source(
                                "API:CreateServiceRequest.schedulingStrategy; MSG:daemon scheduling strategy does not support a"
                                        + " desired count")
                        .in(SERVICE)
                        .given(Facts::isDaemon)
                        .whenPresent(CreateServiceRequest::desiredCount)
                        .message("`desiredCount` is {value}, but a daemon service has one task on every instance.")
                        .fix("Remove `desiredCount`."),
                error("service.daemon-on-fargate")
                        .summary("A daemon service is on Fargate.")
                        .source("API:CreateServiceRequest.schedulingStrategy; LINT:E3044")
                        .in(SERVICE)
                        .given(Facts::isDaemon)
                        .given(Facts::onFargate)
                        .whenPresent(CreateServiceRequest::schedulingStrategy)
                        .message("A daemon service has one task on every instance, and Fargate has no instances.")
                        .fix("Use REPLICA."),
                error("service.daemon-controller")
                        .summary("A daemon service has the deployment controller CODE_DEPLOY or EXTERNAL.")
                        .source("API:CreateServiceRequest.schedulingStrategy; LINT:E3044")
                        .in(SERVICE)
                        .given(Facts::isDaemon)
                        .whenAt(
                                CreateServiceRequest::schedulingStrategy,
                                service -> isOneOf(
                                        service.facts().deploymentController(),
                                        DeploymentControllerType.CODE_DEPLOY,
                                        DeploymentControllerType.EXTERNAL))
                        .with("controller", service -> service.facts().deploymentController())
                        .message("The deployment controller {controller} supports replica services only.")
                        .fix("Use REPLICA, or the deployment controller ECS."));
    }

    private static List<Rule> ofOptions() {
        return List.of(
                error("service.client-token")
                        .summary("The client token is too long or has a character that is not printable ASCII.")
                        .source("API:CreateServiceRequest.clientToken")
                        .in(SERVICE)
                        .when(
                                CreateServiceRequest::clientToken,
                                token -> !TOKEN.contains(token.length())
                                        || !PRINTABLE.matcher(token).matches())
                        .with(
                                "length",
                                service -> service.get(CreateServiceRequest::clientToken)
                                        .length())
                        .message("\"{value}\" ({length} characters) is not a client token.")
                        .fix("Use at most " + TOKEN.max() + " printable ASCII characters without blanks."),
                error("service.propagate-tags")
                        .summary("The value of `propagateTags` is not known.")
                        .source("API:PropagateTags")
                        .in(SERVICE)
                        .when(CreateServiceRequest::propagateTags, from -> !from.isKnown())
                        .message("Tags cannot be propagated from \"{value}\".")
                        .fix("Use " + KnownNames.oneOf(PropagateTags.known()) + "."),
                warning("service.managed-tags-without-propagate")
                        .summary("A service has managed tags switched on and does not say which tags tasks get.")
                        .source("API:CreateServiceRequest.enableECSManagedTags")
                        .in(SERVICE)
                        .needing(CreateServiceRequest::enableECSManagedTags)
                        .whenAt(
                                CreateServiceRequest::propagateTags,
                                service -> service.is(CreateServiceRequest::enableECSManagedTags, true)
                                        && service.lacks(CreateServiceRequest::propagateTags))
                        .message("`enableECSManagedTags` is on and `propagateTags` is not set.")
                        .fix("Set `propagateTags` to SERVICE or TASK_DEFINITION."),
                error("service.grace-period-range")
                        .summary("The grace period of health checks is outside the range.")
                        .source("DOC:deployment-type-external")
                        .in(SERVICE)
                        .whenOutside(CreateServiceRequest::healthCheckGracePeriodSeconds, GRACE_SECONDS)
                        .message("`healthCheckGracePeriodSeconds` is {value}, outside of {min} to {max} s.")
                        .fix("Use {min} to {max}."),
                warning("service.grace-period-unused")
                        .summary("A service has a grace period for health checks and nothing that checks health.")
                        .source("API:CreateServiceRequest.healthCheckGracePeriodSeconds")
                        .in(SERVICE)
                        .needing(CreateServiceRequest::healthCheckGracePeriodSeconds)
                        .whenAt(CreateServiceRequest::healthCheckGracePeriodSeconds, ServiceRules::checksNothing)
                        .message(
                                "The grace period of {value} s is not used: there is no load balancer, no VPC Lattice and no"
                                        + " health check of a container.")
                        .fix("Remove it, or add a health check."));
    }

    static boolean isOneOf(DeploymentControllerType type, DeploymentControllerType a, DeploymentControllerType b) {
        return type.equals(a) || type.equals(b);
    }

    private static boolean isTaken(View<CreateServiceRequest> service) {
        String name = service.get(CreateServiceRequest::serviceName);
        for (View<KnownService> other : service.facts().root().each(EcsConfiguration::services)) {
            if (other.is(KnownService::serviceName, name)
                    && (other.lacks(KnownService::cluster)
                            || Clusters.nameOf(other.get(KnownService::cluster))
                                    .equals(Clusters.ofService(service.facts())))) {
                return true;
            }
        }
        return false;
    }

    private static void areUnknown(View<CreateServiceRequest> service, Report report) {
        for (View<Object> member : service.unknownMembers()) {
            if (!isOutput(member)) {
                String near = Names.nearest(member.name(), MEMBERS);
                report.at(member)
                        .with("name", member.name())
                        .with("repair", near == null ? "Remove it" : "Write `" + near + "`, or remove it");
            }
        }
    }

    /** Templates write the first letter in upper case. */
    private static boolean isOutput(View<Object> member) {
        String name = member.name();
        return OUTPUT_MEMBERS.contains(name)
                || (!name.isEmpty()
                        && OUTPUT_MEMBERS.contains(Character.toLowerCase(name.charAt(0)) + name.substring(1)));
    }

    private static boolean checksNothing(View<CreateServiceRequest> service) {
        View<TaskDefinition> task = service.facts().task();
        return service.get(CreateServiceRequest::healthCheckGracePeriodSeconds) > 0
                && service.lacks(CreateServiceRequest::loadBalancers)
                && service.lacks(CreateServiceRequest::vpcLatticeConfigurations)
                && task.isPresent()
                && task.each(TaskDefinition::containerDefinitions).stream()
                        .noneMatch(container -> container.has(ContainerDefinition::healthCheck));
    }
}
