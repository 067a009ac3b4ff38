package io.stowage.ecs.validation.internal.rules;

import static io.stowage.ecs.validation.internal.rules.Places.SERVICE;
import static io.stowage.ecs.validation.internal.rules.PracticeRules.advice;
import static io.stowage.ecs.validation.internal.rules.ServicePlaces.SERVICE_LOAD_BALANCERS;

import io.stowage.ecs.model.agent.AgentConfig;
import io.stowage.ecs.model.agent.AgentDefaults;
import io.stowage.ecs.model.catalog.TaskDefinitionReference;
import io.stowage.ecs.model.common.AwsVpcConfiguration;
import io.stowage.ecs.model.common.NetworkConfiguration;
import io.stowage.ecs.model.service.CreateServiceRequest;
import io.stowage.ecs.model.service.DeploymentAlarms;
import io.stowage.ecs.model.service.DeploymentCircuitBreaker;
import io.stowage.ecs.model.service.DeploymentConfiguration;
import io.stowage.ecs.model.service.DeploymentControllerType;
import io.stowage.ecs.model.service.DeploymentStrategy;
import io.stowage.ecs.model.service.LoadBalancer;
import io.stowage.ecs.model.taskdef.ContainerDefinition;
import io.stowage.ecs.validation.input.EcsConfiguration;
import io.stowage.ecs.validation.input.KnownTargetGroup;
import io.stowage.ecs.validation.spi.Facts;
import io.stowage.ecs.validation.spi.Report;
import io.stowage.ecs.validation.spi.Rule;
import io.stowage.ecs.validation.spi.View;
import java.util.List;

/** The part of section 27 about services. */
final class PracticeServiceRules {
    /** How long the agent waits for a container that does not say, in seconds. */
    private static final long STOP_TIMEOUT = AgentConfig.of(AgentDefaults.AGENT)
            .duration("ECS_CONTAINER_STOP_TIMEOUT")
            .orElseThrow()
            .toSeconds();

    private PracticeServiceRules() {}

    static List<Rule> rules() {
        return List.of(
                advice("practice.unpinned-revision")
                        .summary("A service names a family without a revision, and so takes whichever is the latest.")
                        .source("API:CreateServiceRequest.taskDefinition; OUR")
                        .in(SERVICE)
                        .when(
                                CreateServiceRequest::taskDefinition,
                                text -> TaskDefinitionReference.parse(text)
                                        .filter(reference -> reference.revision() == null)
                                        .isPresent())
                        .message("\"{value}\" means whichever revision is the latest.")
                        .fix("Write family:revision."),
                advice("practice.single-task")
                        .summary("A service runs one task.")
                        .source("OUR")
                        .in(SERVICE)
                        .unless(Facts::isDaemon)
                        .when(CreateServiceRequest::desiredCount, desired -> desired == 1)
                        .message("`desiredCount` is {value}; one task is no redundancy.")
                        .fix("Use 2 or more."),
                advice("practice.no-tasks")
                        .summary("A service runs no task.")
                        .source("KICS ECS Service Without Running Tasks")
                        .in(SERVICE)
                        .unless(Facts::isDaemon)
                        .when(CreateServiceRequest::desiredCount, desired -> desired == 0)
                        .message("`desiredCount` is {value}, so the service runs no task.")
                        .fix("Set 1 or more."),
                advice("practice.single-zone")
                        .summary("All subnets of a service with several tasks are in one zone.")
                        .source("OUR")
                        .in(SERVICE.member(CreateServiceRequest::networkConfiguration)
                                .member(NetworkConfiguration::awsvpcConfiguration))
                        .needing(AwsVpcConfiguration::subnets)
                        .whenAt(
                                AwsVpcConfiguration::subnets,
                                vpc -> vpc.facts().service().get(CreateServiceRequest::desiredCount) > 1
                                        && Zones.ofSubnets(vpc).size() == 1)
                        .with("zone", vpc -> String.join("", Zones.ofSubnets(vpc)))
                        .message("All subnets are in {zone}, and so are all tasks.")
                        .fix("Use subnets in two zones."),
                advice("practice.no-circuit-breaker")
                        .summary("A rolling service has neither a circuit breaker nor deployment alarms.")
                        .source("API:DeploymentCircuitBreaker; OUR")
                        .in(SERVICE)
                        .whenInside(
                                PracticeServiceRules::circuitBreaker,
                                service -> isRolling(service) && nothingStopsDeployments(service))
                        .message("Nothing stops a failing deployment, which starts tasks over and over.")
                        .fix("Enable the circuit breaker with rollback."),
                advice("practice.circuit-breaker-without-rollback")
                        .summary("The circuit breaker stops a failed deployment and does not roll it back.")
                        .source("OUR")
                        .in(SERVICE.member(CreateServiceRequest::deploymentConfiguration)
                                .member(DeploymentConfiguration::deploymentCircuitBreaker))
                        .needing(DeploymentCircuitBreaker::enable)
                        .whenAt(
                                DeploymentCircuitBreaker::rollback,
                                breaker -> breaker.is(DeploymentCircuitBreaker::enable, true)
                                        && breaker.is(DeploymentCircuitBreaker::rollback, false))
                        .message("A failed deployment stops and is not rolled back.")
                        .fix("Set `rollback` to true."),
                advice("practice.minimum-healthy-zero")
                        .summary("Every deployment may stop all tasks of the service first.")
                        .source("OUR")
                        .in(SERVICE.member(CreateServiceRequest::deploymentConfiguration))
                        .unless(Facts::isDaemon)
                        .whenAt(
                                DeploymentConfiguration::minimumHealthyPercent,
                                deployment -> deployment.is(DeploymentConfiguration::minimumHealthyPercent, 0)
                                        && deployment.facts().service().get(CreateServiceRequest::desiredCount) >= 1)
                        .message("`minimumHealthyPercent` is {value}, so a deployment may stop all tasks first.")
                        .fix("Use 50 or 100 where capacity allows."),
                advice("practice.no-grace-period")
                        .summary("A service behind a load balancer gives its tasks no time to start.")
                        .source("API:CreateServiceRequest.healthCheckGracePeriodSeconds; OUR")
                        .in(SERVICE)
                        .needing(CreateServiceRequest::loadBalancers)
                        .whenAt(
                                CreateServiceRequest::healthCheckGracePeriodSeconds,
                                service -> service.getOr(CreateServiceRequest::healthCheckGracePeriodSeconds, 0) == 0)
                        .message("No health check grace period is set, so tasks that start slowly are replaced.")
                        .fix("Set it to the time a task takes to start."),
                advice("practice.stop-timeout-below-deregistration")
                        .summary("A container is killed before a Network Load Balancer has drained its connections.")
                        .source("DOC:load-balancer-types")
                        .in(SERVICE_LOAD_BALANCERS)
                        .needing(LoadBalancer::targetGroupArn, LoadBalancer::containerName)
                        .check(PracticeServiceRules::stopsTooEarly)
                        .pointingAt(Places.CONTAINERS.member(ContainerDefinition::stopTimeout))
                        .message("The container is killed after {stop} s, but connections drain for {delay} s.")
                        .fix("Raise `stopTimeout` (at most 120 on Fargate), or lower the deregistration delay."),
                advice("practice.spot-only")
                        .summary("All tasks of a service run on Fargate Spot.")
                        .source("DOC:fargate-capacity-providers; OUR")
                        .in(SERVICE)
                        .needing(CreateServiceRequest::capacityProviderStrategy)
                        .whenAt(
                                CreateServiceRequest::capacityProviderStrategy,
                                service -> service.each(CreateServiceRequest::capacityProviderStrategy).stream()
                                        .allMatch(Strategies::isFargateSpot))
                        .message("All tasks run on Fargate Spot, so a shortage of it stops the service.")
                        .fix("Add FARGATE with a `base`."),
                advice("practice.platform-version-pinned")
                        .summary("A service on Fargate names a platform version.")
                        .source("Security Hub ECS.10; CHECKOV CKV_AWS_332")
                        .in(SERVICE)
                        .given(Facts::onFargate)
                        .when(CreateServiceRequest::platformVersion, version -> !version.equals("LATEST"))
                        .message("The platform version is pinned to {value}, so the service misses security updates.")
                        .fix("Use LATEST."));
    }

    private static View<DeploymentCircuitBreaker> circuitBreaker(View<CreateServiceRequest> service) {
        return service.member(CreateServiceRequest::deploymentConfiguration)
                .member(DeploymentConfiguration::deploymentCircuitBreaker);
    }

    private static boolean isRolling(View<CreateServiceRequest> service) {
        return service.facts().deploymentController().equals(DeploymentControllerType.ECS)
                && service.member(CreateServiceRequest::deploymentConfiguration)
                        .getOr(DeploymentConfiguration::strategy, DeploymentStrategy.ROLLING)
                        .equals(DeploymentStrategy.ROLLING);
    }

    private static boolean nothingStopsDeployments(View<CreateServiceRequest> service) {
        return !circuitBreaker(service).is(DeploymentCircuitBreaker::enable, true)
                && !service.member(CreateServiceRequest::deploymentConfiguration)
                        .member(DeploymentConfiguration::alarms)
                        .is(DeploymentAlarms::enable, true);
    }

    private static void stopsTooEarly(View<LoadBalancer> balancer, Report report) {
        View<ContainerDefinition> container = balancer.facts().container(balancer.get(LoadBalancer::containerName));
        if (container == null) {
            return;
        }
        long stop = container.find(ContainerDefinition::stopTimeout) == null
                ? STOP_TIMEOUT
                : container.get(ContainerDefinition::stopTimeout);
        for (View<KnownTargetGroup> group : balancer.facts().root().each(EcsConfiguration::targetGroups)) {
            if (group.tells(one -> one.is(KnownTargetGroup::arn, balancer.get(LoadBalancer::targetGroupArn))
                    && one.is(KnownTargetGroup::loadBalancerType, "network")
                    && one.get(KnownTargetGroup::deregistrationDelaySeconds) > stop)) {
                report.at(container.member(ContainerDefinition::stopTimeout))
                        .with("stop", stop)
                        .with("delay", group.member(KnownTargetGroup::deregistrationDelaySeconds));
                return;
            }
        }
    }
}
