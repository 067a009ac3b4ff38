package io.stowage.ecs.validation.internal.rules;

import static io.stowage.ecs.validation.internal.rules.Places.SCALABLE_TARGET;
import static io.stowage.ecs.validation.internal.rules.Places.SERVICE;
import static io.stowage.ecs.validation.spi.Rule.error;
import static io.stowage.ecs.validation.spi.Rule.warning;

import io.stowage.ecs.model.service.CreateServiceRequest;
import io.stowage.ecs.model.service.DeploymentControllerType;
import io.stowage.ecs.validation.input.EcsConfiguration;
import io.stowage.ecs.validation.input.ScalableTarget;
import io.stowage.ecs.validation.spi.Facts;
import io.stowage.ecs.validation.spi.Rule;
import io.stowage.ecs.validation.spi.View;
import java.util.List;

/** The part of section 19 about automatic scaling of a service. */
final class ScalingRules {
    private ScalingRules() {}

    static List<Rule> rules() {
        return List.of(
                error("scaling.min-above-max")
                        .summary("The least number of tasks is above the greatest.")
                        .source("DOC:service-auto-scaling; OUR")
                        .in(SCALABLE_TARGET)
                        .needing(ScalableTarget::minCapacity, ScalableTarget::maxCapacity)
                        .whenAt(ScalableTarget::minCapacity, target -> min(target) > max(target))
                        .message("`minCapacity` {minCapacity} is above `maxCapacity` {maxCapacity}.")
                        .fix("Swap them."),
                error("scaling.daemon")
                        .summary("A daemon service, which has a task on every instance, is to be scaled by count.")
                        .source("API:CreateServiceRequest.schedulingStrategy")
                        .in(SCALABLE_TARGET)
                        .given(Facts::isDaemon)
                        .whenHere(target -> true)
                        .message("A daemon service has one task on every instance and is not scaled by count.")
                        .fix("Remove the scalable target."),
                error("scaling.external-controller")
                        .summary(
                                "A service whose deployments are controlled from outside is to be scaled automatically.")
                        .source("DOC:deployment-type-external")
                        .in(SCALABLE_TARGET)
                        .given(facts -> facts.deploymentController().equals(DeploymentControllerType.EXTERNAL))
                        .whenHere(target -> true)
                        .message("Automatic scaling does not work with the deployment controller EXTERNAL.")
                        .fix("Remove the scalable target."),
                warning("scaling.desired-outside")
                        .summary(
                                "The desired count is outside of the bounds of automatic scaling, which changes it at once.")
                        .source("OUR")
                        .in(SERVICE)
                        .given(facts -> target(facts).isPresent())
                        .unless(Facts::isDaemon)
                        .whenAt(CreateServiceRequest::desiredCount, ScalingRules::isOutside)
                        .with("min", service -> min(target(service.facts())))
                        .with("max", service -> max(target(service.facts())))
                        .message("`desiredCount` is {value}, outside of {min} to {max}, so scaling changes it at once.")
                        .fix("Use {min} to {max}, or move the bounds."));
    }

    private static View<ScalableTarget> target(Facts facts) {
        return facts.root().member(EcsConfiguration::scalableTarget);
    }

    private static int min(View<ScalableTarget> target) {
        return target.get(ScalableTarget::minCapacity);
    }

    private static int max(View<ScalableTarget> target) {
        return target.get(ScalableTarget::maxCapacity);
    }

    private static boolean isOutside(View<CreateServiceRequest> service) {
        View<ScalableTarget> target = target(service.facts());
        int desired = service.get(CreateServiceRequest::desiredCount);
        return min(target) <= max(target) && (desired < min(target) || desired > max(target));
    }
}
