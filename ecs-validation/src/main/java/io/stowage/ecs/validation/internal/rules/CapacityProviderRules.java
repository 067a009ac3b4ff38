package io.stowage.ecs.validation.internal.rules;

import static io.stowage.ecs.validation.internal.rules.Places.CAPACITY_PROVIDERS;
import static io.stowage.ecs.validation.internal.rules.Places.CONFIGURATION;
import static io.stowage.ecs.validation.spi.Rule.error;

import io.stowage.ecs.model.capacity.AutoScalingGroupProvider;
import io.stowage.ecs.model.capacity.CreateCapacityProviderRequest;
import io.stowage.ecs.model.capacity.ManagedScaling;
import io.stowage.ecs.model.capacity.ManagedScalingStatus;
import io.stowage.ecs.model.capacity.ManagedTerminationProtection;
import io.stowage.ecs.validation.input.EcsConfiguration;
import io.stowage.ecs.validation.input.KnownAutoScalingGroup;
import io.stowage.ecs.validation.internal.tables.KnownBounds;
import io.stowage.ecs.validation.spi.Bounds;
import io.stowage.ecs.validation.spi.Member;
import io.stowage.ecs.validation.spi.Place;
import io.stowage.ecs.validation.spi.Rule;
import io.stowage.ecs.validation.spi.View;
import java.util.List;
import java.util.regex.Pattern;

/** The part of section 19 about capacity providers themselves. */
final class CapacityProviderRules {
    static final Place<AutoScalingGroupProvider> GROUP_PROVIDERS =
            CAPACITY_PROVIDERS.member(CreateCapacityProviderRequest::autoScalingGroupProvider);

    private static final Place<ManagedScaling> SCALING =
            GROUP_PROVIDERS.member(AutoScalingGroupProvider::managedScaling);
    private static final Place<KnownAutoScalingGroup> GROUPS = CONFIGURATION.each(EcsConfiguration::autoScalingGroups);

    private static final Pattern NAME = Pattern.compile("(?!(?i:aws|ecs|fargate))[A-Za-z0-9_-]{1,255}");

    private CapacityProviderRules() {}

    static List<Rule> rules() {
        return List.of(
                error("capacity.provider-name")
                        .summary(
                                "The name of a capacity provider is absent, has other characters than ECS takes, or begins"
                                        + " with a word that is reserved.")
                        .source("API:CreateCapacityProviderRequest.name")
                        .in(CAPACITY_PROVIDERS)
                        .whenAbsent(CreateCapacityProviderRequest::name)
                        .when(
                                CreateCapacityProviderRequest::name,
                                name -> !NAME.matcher(name).matches())
                        .message("\"{value}\" cannot be the name of a capacity provider.")
                        .fix(
                                "Use 1 to 255 letters, digits, hyphens and underscores, and begin with neither aws, ecs nor"
                                        + " fargate."),
                error("capacity.provider-kind")
                        .summary("A capacity provider is of no kind, or of two.")
                        .source("API:CreateCapacityProviderRequest; OUR")
                        .in(CAPACITY_PROVIDERS)
                        .whenHere(provider -> provider.has(CreateCapacityProviderRequest::autoScalingGroupProvider)
                                == provider.has(CreateCapacityProviderRequest::managedInstancesProvider))
                        .message("The capacity provider \"{name}\" has to be of exactly one kind.")
                        .fix("Give one of `autoScalingGroupProvider` and `managedInstancesProvider`."),
                scaling(
                        "capacity.scaling-target-capacity",
                        ManagedScaling::targetCapacity,
                        "managed-scaling-target-percent",
                        "API:ManagedScaling.targetCapacity"),
                scaling(
                        "capacity.scaling-minimum-step",
                        ManagedScaling::minimumScalingStepSize,
                        "managed-scaling-step",
                        "API:ManagedScaling.minimumScalingStepSize"),
                scaling(
                        "capacity.scaling-maximum-step",
                        ManagedScaling::maximumScalingStepSize,
                        "managed-scaling-step",
                        "API:ManagedScaling.maximumScalingStepSize"),
                scaling(
                        "capacity.scaling-warmup",
                        ManagedScaling::instanceWarmupPeriod,
                        "managed-scaling-warmup-seconds",
                        "API:ManagedScaling.instanceWarmupPeriod"),
                error("capacity.scaling-steps-order")
                        .summary("The smallest step of managed scaling is greater than the greatest.")
                        .source("PRE:pf-ecs-cp-scaling-step-order")
                        .in(SCALING)
                        .needing(ManagedScaling::minimumScalingStepSize, ManagedScaling::maximumScalingStepSize)
                        .whenHere(scaling -> scaling.get(ManagedScaling::minimumScalingStepSize)
                                > scaling.get(ManagedScaling::maximumScalingStepSize))
                        .message("`minimumScalingStepSize` {minimumScalingStepSize} is greater than"
                                + " `maximumScalingStepSize` {maximumScalingStepSize}.")
                        .fix("Swap them."),
                error("capacity.termination-protection")
                        .summary("Managed termination protection is on, and managed scaling is not.")
                        .source("API:AutoScalingGroupProvider.managedTerminationProtection")
                        .in(GROUP_PROVIDERS)
                        .needing(AutoScalingGroupProvider::managedTerminationProtection)
                        .whenAt(
                                AutoScalingGroupProvider::managedTerminationProtection,
                                provider -> isProtected(provider) && !isScaled(provider))
                        .message("Managed termination protection works with managed scaling only, which is off.")
                        .fix("Enable managed scaling."),
                error("capacity.termination-protection-group")
                        .summary("Managed termination protection is on, and the Auto Scaling group does not protect new"
                                + " instances from scale-in.")
                        .source("PRE:pf-ecs-cp-managed-termination-scale-in-protection;"
                                + " API:AutoScalingGroupProvider.managedTerminationProtection")
                        .in(GROUPS)
                        .whenAt(
                                KnownAutoScalingGroup::newInstancesProtectedFromScaleIn,
                                group -> !group.is(KnownAutoScalingGroup::newInstancesProtectedFromScaleIn, true)
                                        && isToBeProtected(group))
                        .message("The Auto Scaling group does not protect new instances from scale-in, which managed"
                                + " termination protection needs.")
                        .fix("Turn it on."));
    }

    private static Rule scaling(String id, Member<ManagedScaling, Integer> member, String bounds, String source) {
        Bounds accepted = KnownBounds.of(bounds);
        return error(id)
                .summary("A number of managed scaling is outside the range.")
                .source(source)
                .in(SCALING)
                .whenOutside(member, accepted)
                .message("It is {value}, outside of {min} to {max}.")
                .fix("Use {min} to {max}.");
    }

    static boolean isProtected(View<AutoScalingGroupProvider> provider) {
        return provider.is(
                AutoScalingGroupProvider::managedTerminationProtection, ManagedTerminationProtection.ENABLED);
    }

    static boolean isScaled(View<AutoScalingGroupProvider> provider) {
        return provider.member(AutoScalingGroupProvider::managedScaling)
                .is(ManagedScaling::status, ManagedScalingStatus.ENABLED);
    }

    private static boolean isToBeProtected(View<KnownAutoScalingGroup> group) {
        for (View<CreateCapacityProviderRequest> provider :
                group.facts().root().each(EcsConfiguration::capacityProviders)) {
            View<AutoScalingGroupProvider> ofGroup =
                    provider.member(CreateCapacityProviderRequest::autoScalingGroupProvider);
            if (ofGroup.tells(one -> isProtected(one) && names(one, group))) {
                return true;
            }
        }
        return false;
    }

    private static boolean names(View<AutoScalingGroupProvider> provider, View<KnownAutoScalingGroup> group) {
        String named = provider.get(AutoScalingGroupProvider::autoScalingGroupArn);
        return named.equals(group.find(KnownAutoScalingGroup::arn))
                || Strategies.nameOf(named).equals(group.find(KnownAutoScalingGroup::name));
    }
}
