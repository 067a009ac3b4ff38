package io.stowage.ecs.placement.internal.simulation;

import io.stowage.ecs.model.deployment.TrafficShift;
import io.stowage.ecs.model.service.DeploymentLifecycleHook;
import io.stowage.ecs.model.service.DeploymentLifecycleHookStage;
import io.stowage.ecs.model.service.DeploymentLifecycleHookTargetType;
import io.stowage.ecs.model.service.DeploymentLifecycleHookTimeoutConfiguration;
import io.stowage.ecs.placement.service.CodeDeployDeployment;
import io.stowage.ecs.placement.service.LifecyclePlan;
import io.stowage.ecs.placement.service.LifecyclePlan.Visit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who shifts the traffic, and what its stages are called.
 *
 * @param scaleUp the stage in which green grows
 * @param shifting the stage of each step of production traffic
 * @param cleanUp the stage in which blue goes
 * @param scaleUpMost how long green may take to be full and healthy
 * @param scalingMost how long scaling during the shift may take to settle; null if it may take as long as it likes
 */
record ShiftKind(
        String scaleUp,
        String shifting,
        String cleanUp,
        Duration scaleUpMost,
        @Nullable Duration scalingMost) {
    /** Blue/green, linear and canary of ECS itself. */
    static final ShiftKind ECS =
            new ShiftKind("SCALE_UP", "PRODUCTION_TRAFFIC_SHIFT", "CLEAN_UP", Duration.ofDays(1), null);

    /** Lifecycle events of CodeDeploy; the last stage has no event, the name is ours. */
    static final ShiftKind CODE_DEPLOY = new ShiftKind(
            "Install",
            "AllowTraffic",
            "TerminateOriginalTaskSet",
            Duration.ofMinutes(SimRevision.LIFE.of("CODE_DEPLOY_STEADY_MINUTES")),
            Duration.ofMinutes(SimRevision.LIFE.of("CODE_DEPLOY_SCALING_MINUTES")));

    /** The stages of a CodeDeploy deployment. */
    static LifecyclePlan plan(CodeDeployDeployment how) {
        List<Visit> visits = new ArrayList<>();
        visits.add(visit(how, "BeforeInstall", 0, 0));
        visits.add(visit(how, CODE_DEPLOY.scaleUp, 0, 0));
        visits.add(visit(how, "AfterInstall", 0, 0));
        if (how.hasTestListener()) {
            visits.add(visit(how, "AllowTestTraffic", 0, 0));
            visits.add(visit(how, "AfterAllowTestTraffic", 0, 0));
        }
        visits.add(visit(how, "BeforeAllowTraffic", 0, 0));
        List<TrafficShift.Step> steps = how.shift().steps();
        for (int i = 0; i < steps.size(); i++) {
            long next = i + 1 < steps.size()
                    ? steps.get(i + 1).atMinute()
                    : steps.get(i).atMinute();
            visits.add(visit(
                    how,
                    CODE_DEPLOY.shifting,
                    steps.get(i).greenTenths(),
                    next - steps.get(i).atMinute()));
        }
        visits.add(visit(how, "AfterAllowTraffic", 1000, 0));
        // CodeDeploy has no event for it; the name is ours.
        visits.add(visit(how, "WaitBeforeTermination", 1000, how.shift().bakeTimeMinutes()));
        visits.add(visit(how, CODE_DEPLOY.cleanUp, 1000, 0));
        return new LifecyclePlan(visits);
    }

    private static Visit visit(CodeDeployDeployment how, String stage, int greenTenths, long waits) {
        return new Visit(stage, greenTenths, waits, how.hooks().contains(stage) ? List.of(lambda(stage)) : List.of());
    }

    private static DeploymentLifecycleHook lambda(String stage) {
        return DeploymentLifecycleHook.builder()
                .targetType(DeploymentLifecycleHookTargetType.AWS_LAMBDA)
                .lifecycleStages(List.of(new DeploymentLifecycleHookStage(stage)))
                .timeoutConfiguration(DeploymentLifecycleHookTimeoutConfiguration.builder()
                        .timeoutInMinutes(SimRevision.LIFE.of("CODE_DEPLOY_HOOK_MINUTES"))
                        .build())
                .build();
    }
}
