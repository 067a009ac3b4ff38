package io.stowage.ecs.validation.internal.rules;

import static io.stowage.ecs.validation.internal.rules.ServicePlaces.DEPLOYMENT;
import static io.stowage.ecs.validation.spi.Rule.error;

import io.stowage.ecs.model.service.DeploymentConfiguration;
import io.stowage.ecs.model.service.DeploymentLifecycleHook;
import io.stowage.ecs.model.service.DeploymentLifecycleHookStage;
import io.stowage.ecs.model.service.DeploymentLifecycleHookTargetType;
import io.stowage.ecs.model.service.DeploymentLifecycleHookTimeoutConfiguration;
import io.stowage.ecs.validation.internal.tables.KnownBounds;
import io.stowage.ecs.validation.internal.tables.KnownNames;
import io.stowage.ecs.validation.spi.Bounds;
import io.stowage.ecs.validation.spi.Place;
import io.stowage.ecs.validation.spi.Rule;
import io.stowage.ecs.validation.spi.View;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rules of section 15 about hooks into the stages of a deployment. */
final class LifecycleHookRules {
    private static final Set<String> NO_PAUSE = KnownNames.of("hook-stages-without-pause");
    private static final Bounds TIMEOUT_MINUTES = KnownBounds.of("lifecycle-hook-timeout-minutes");

    private static final Place<DeploymentLifecycleHook> HOOKS =
            DEPLOYMENT.each(DeploymentConfiguration::lifecycleHooks);

    private LifecycleHookRules() {}

    static List<Rule> rules() {
        return List.of(
                error("deploy.hook-target")
                        .summary("A hook that calls a Lambda function, as hooks do by default, does not say which.")
                        .source("API:DeploymentLifecycleHook.hookTargetArn")
                        .in(HOOKS)
                        .whenAt(
                                DeploymentLifecycleHook::hookTargetArn,
                                hook -> hook.lacks(DeploymentLifecycleHook::hookTargetArn)
                                        && hook.getOr(
                                                        DeploymentLifecycleHook::targetType,
                                                        DeploymentLifecycleHookTargetType.AWS_LAMBDA)
                                                .equals(DeploymentLifecycleHookTargetType.AWS_LAMBDA))
                        .message("The hook calls a Lambda function, and none is given.")
                        .fix("Set `hookTargetArn`, or the target type PAUSE."),
                error("deploy.hook-stages")
                        .summary("A hook has no stage, or one that is not known.")
                        .source("API:DeploymentLifecycleHookStage")
                        .in(HOOKS)
                        .whenAt(
                                DeploymentLifecycleHook::lifecycleStages,
                                hook -> hook.lacks(DeploymentLifecycleHook::lifecycleStages)
                                        || unknownStage(hook) != null)
                        .with("given", hook -> {
                            DeploymentLifecycleHookStage unknown = unknownStage(hook);
                            return unknown == null
                                    ? "no stage"
                                    : "the stage \"" + unknown + "\", which ECS does not know";
                        })
                        .message("The hook is for {given}.")
                        .fix("Use " + KnownNames.oneOf(DeploymentLifecycleHookStage.known()) + "."),
                error("deploy.hook-pause-stage")
                        .summary("A hook pauses at a stage where traffic is moving.")
                        .source("API:DeploymentLifecycleHook.lifecycleStages")
                        .in(HOOKS)
                        .needing(DeploymentLifecycleHook::targetType, DeploymentLifecycleHook::lifecycleStages)
                        .whenAt(
                                DeploymentLifecycleHook::lifecycleStages,
                                hook -> hook.is(
                                                DeploymentLifecycleHook::targetType,
                                                DeploymentLifecycleHookTargetType.PAUSE)
                                        && !stagesWithoutPause(hook).isEmpty())
                        .with("stages", hook -> KnownNames.oneOf(stagesWithoutPause(hook)))
                        .message("A hook cannot pause at {stages}.")
                        .fix("Choose another stage."),
                error("deploy.hook-timeout")
                        .summary("The timeout of a hook is outside the range.")
                        .source("API:DeploymentLifecycleHookDuration")
                        .in(HOOKS.member(DeploymentLifecycleHook::timeoutConfiguration))
                        .whenOutside(DeploymentLifecycleHookTimeoutConfiguration::timeoutInMinutes, TIMEOUT_MINUTES)
                        .message("`timeoutInMinutes` is {value}, outside of {min} to {max} minutes.")
                        .fix("Use {min} to {max}."));
    }

    private static @Nullable DeploymentLifecycleHookStage unknownStage(View<DeploymentLifecycleHook> hook) {
        return hook.each(DeploymentLifecycleHook::lifecycleStages).stream()
                .filter(View::isKnown)
                .map(View::get)
                .filter(stage -> !stage.isKnown())
                .findFirst()
                .orElse(null);
    }

    private static List<String> stagesWithoutPause(View<DeploymentLifecycleHook> hook) {
        return hook.each(DeploymentLifecycleHook::lifecycleStages).stream()
                .filter(View::isKnown)
                .map(stage -> stage.get().value())
                .filter(NO_PAUSE::contains)
                .toList();
    }
}
