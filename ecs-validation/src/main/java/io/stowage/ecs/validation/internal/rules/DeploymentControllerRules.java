package io.stowage.ecs.validation.internal.rules;

import static io.stowage.ecs.validation.internal.rules.Places.SERVICE;
import static io.stowage.ecs.validation.internal.rules.ServicePlaces.DEPLOYMENT;
import static io.stowage.ecs.validation.spi.Rule.error;

import io.stowage.ecs.model.service.CreateServiceRequest;
import io.stowage.ecs.model.service.DeploymentConfiguration;
import io.stowage.ecs.model.service.DeploymentControllerType;
import io.stowage.ecs.validation.spi.Facts;
import io.stowage.ecs.validation.spi.Rule;
import java.util.List;

/** The rules of section 15 about the controllers CODE_DEPLOY and EXTERNAL. */
final class DeploymentControllerRules {
    private static final int MINIMUM = 100;
    private static final int MAXIMUM = 200;

    private DeploymentControllerRules() {}

    static List<Rule> rules() {
        return List.of(
                error("deploy.code-deploy-load-balancer")
                        .summary("A service with the controller CODE_DEPLOY has no load balancer, or a Classic one.")
                        .source("API:CreateServiceRequest.loadBalancers")
                        .in(SERVICE)
                        .given(DeploymentControllerRules::isByCodeDeploy)
                        .whenAt(
                                CreateServiceRequest::loadBalancers,
                                service -> service.lacks(CreateServiceRequest::loadBalancers)
                                        || Balancing.hasClassic(service.facts()))
                        .message(
                                "CODE_DEPLOY moves traffic between target groups of an Application or Network Load Balancer, and"
                                        + " the service has none.")
                        .fix("Attach a target group."),
                error("deploy.code-deploy-target-groups")
                        .summary("A service with the controller CODE_DEPLOY has more than one load balancer entry.")
                        .source("DOC:deployment-type-bluegreen; DOC:register-multiple-targetgroups")
                        .in(SERVICE)
                        .given(DeploymentControllerRules::isByCodeDeploy)
                        .whenMoreThan(CreateServiceRequest::loadBalancers, 1)
                        .message("There are {count} load balancer entries; with CODE_DEPLOY a service takes {max}.")
                        .fix("Move the second target group to the deployment group of CodeDeploy."),
                error("deploy.code-deploy-percent")
                        .summary(
                                "A service on instances with the controller CODE_DEPLOY or EXTERNAL has percentages other than the"
                                        + " defaults.")
                        .source("API:DeploymentConfiguration.minimumHealthyPercent")
                        .in(DEPLOYMENT)
                        .given(DeploymentRules::isNotByEcs)
                        .unless(Facts::onFargate)
                        .whenHere(deployment ->
                                deployment.getOr(DeploymentConfiguration::minimumHealthyPercent, MINIMUM) != MINIMUM
                                        || deployment.getOr(DeploymentConfiguration::maximumPercent, MAXIMUM)
                                                != MAXIMUM)
                        .with("controller", deployment -> deployment.facts().deploymentController())
                        .with(
                                "minPercent",
                                deployment -> deployment.getOr(DeploymentConfiguration::minimumHealthyPercent, MINIMUM))
                        .with(
                                "maxPercent",
                                deployment -> deployment.getOr(DeploymentConfiguration::maximumPercent, MAXIMUM))
                        .message(
                                "The percentages {minPercent} and {maxPercent} are not allowed with {controller} on instances.")
                        .fix("Remove them, or write the defaults: " + MINIMUM + " and " + MAXIMUM + "."),
                error("deploy.external-task-set-parameter")
                        .summary("A service with the controller EXTERNAL sets what belongs to its task sets.")
                        .source("DOC:deployment-type-external")
                        .in(SERVICE)
                        .given(DeploymentControllerRules::isExternal)
                        .whenPresent(CreateServiceRequest::taskDefinition)
                        // Saved output has the launch type EC2 even where nobody gave one.
                        .whenAt(
                                CreateServiceRequest::launchType,
                                service -> service.has(CreateServiceRequest::launchType)
                                        && !service.kept("serviceArn").isPresent())
                        .whenPresent(CreateServiceRequest::capacityProviderStrategy)
                        .whenPresent(CreateServiceRequest::platformVersion)
                        .whenPresent(CreateServiceRequest::loadBalancers)
                        .whenPresent(CreateServiceRequest::networkConfiguration)
                        .whenPresent(CreateServiceRequest::serviceRegistries)
                        .message("With the controller EXTERNAL this is set on the task set, not on the service.")
                        .fix("Move it to create-task-set."));
    }

    static boolean isByCodeDeploy(Facts facts) {
        return facts.deploymentController().equals(DeploymentControllerType.CODE_DEPLOY);
    }

    static boolean isExternal(Facts facts) {
        return facts.deploymentController().equals(DeploymentControllerType.EXTERNAL);
    }
}
