package io.stowage.ecs.placement.service;

import io.stowage.ecs.model.deployment.TrafficShift;
import io.stowage.ecs.model.service.CanaryConfiguration;
import io.stowage.ecs.model.service.DeploymentConfiguration;
import io.stowage.ecs.model.service.DeploymentStrategy;
import io.stowage.ecs.model.service.LinearConfiguration;
import java.time.Duration;
import java.util.List;

/**
 * How CodeDeploy deploys a service of the deployment controller {@code CODE_DEPLOY}: how it moves traffic from the original task set (blue) to
 * the replacement (green), which hooks hold it up, and how long the original one stays. Mirrors deployment configuration, deployment group and
 * AppSpec as far as they matter to tasks. Immutable.
 *
 * @param shift the steps of production traffic; its bake time is how long the original task set stays once all traffic has moved
 * @param hasTestListener whether test traffic goes to green before production traffic does
 * @param hooks the lifecycle events of the AppSpec that call a Lambda function, of {@link #HOOKS}; unmodifiable
 * @see <a href="https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-type-bluegreen.html">blue/green with CodeDeploy</a>
 */
public record CodeDeployDeployment(TrafficShift shift, boolean hasTestListener, List<String> hooks) {
    /** The lifecycle events that may have a hook, in their order. */
    public static final List<String> HOOKS = List.of(
            "BeforeInstall", "AfterInstall", "AfterAllowTestTraffic", "BeforeAllowTraffic", "AfterAllowTraffic");

    /** What the console offers for the original task set. */
    private static final Duration ORIGINAL_STAYS = Duration.ofHours(1);

    /**
     * Checks the hooks.
     *
     * @throws IllegalArgumentException if there is no step, a hook is none of {@link #HOOKS} or there twice, or test traffic has a hook and no
     *     listener
     */
    public CodeDeployDeployment {
        hooks = List.copyOf(hooks);
        if (shift.steps().isEmpty()) {
            throw new IllegalArgumentException("the traffic shift has no step; at least one was expected");
        }
        for (String hook : hooks) {
            if (!HOOKS.contains(hook)) {
                throw new IllegalArgumentException("hook " + hook + " is unknown; one of " + HOOKS + " was expected");
            }
        }
        if (hooks.stream().distinct().count() < hooks.size()) {
            throw new IllegalArgumentException("a hook is there twice: " + hooks);
        }
        if (hooks.contains("AfterAllowTestTraffic") && !hasTestListener) {
            throw new IllegalArgumentException("hook AfterAllowTestTraffic needs a test listener");
        }
    }

    /**
     * All traffic at once, as {@code CodeDeployDefault.ECSAllAtOnce}, which is CodeDeploy's default.
     *
     * @return no test listener, no hooks, and an original task set that stays for an hour
     */
    public static CodeDeployDeployment allAtOnce() {
        return of(DeploymentConfiguration.builder()
                .strategy(DeploymentStrategy.BLUE_GREEN)
                .build());
    }

    /**
     * Traffic in equal steps; the last one is the rest.
     *
     * @param percent of each step, 1 to 100
     * @param everyMinutes from one step to the next, 0 or more
     * @return no test listener, no hooks, and an original task set that stays for an hour
     * @throws IllegalArgumentException if a number is out of its range
     */
    public static CodeDeployDeployment linear(int percent, int everyMinutes) {
        return of(DeploymentConfiguration.builder()
                .strategy(DeploymentStrategy.LINEAR)
                .linearConfiguration(LinearConfiguration.builder()
                        .stepPercent((double) percent)
                        .stepBakeTimeInMinutes(everyMinutes)
                        .build())
                .build());
    }

    /**
     * Traffic in two steps.
     *
     * @param percent of the first, 1 to 100
     * @param minutes from the first to the second, 0 or more
     * @return no test listener, no hooks, and an original task set that stays for an hour
     * @throws IllegalArgumentException if a number is out of its range
     */
    public static CodeDeployDeployment canary(int percent, int minutes) {
        return of(DeploymentConfiguration.builder()
                .strategy(DeploymentStrategy.CANARY)
                .canaryConfiguration(CanaryConfiguration.builder()
                        .canaryPercent((double) percent)
                        .canaryBakeTimeInMinutes(minutes)
                        .build())
                .build());
    }

    private static CodeDeployDeployment of(DeploymentConfiguration configuration) {
        return new CodeDeployDeployment(TrafficShift.of(configuration), false, List.of())
                .terminatingAfter((int) ORIGINAL_STAYS.toMinutes());
    }

    /**
     * The same with another end of the original task set.
     *
     * @param minutes how long it stays once all traffic has moved, 0 or more
     * @return a changed copy
     * @throws IllegalArgumentException if the time is negative
     */
    public CodeDeployDeployment terminatingAfter(int minutes) {
        if (minutes < 0) {
            throw new IllegalArgumentException(
                    "the wait before termination is " + minutes + " minutes; 0 or more was expected");
        }
        return new CodeDeployDeployment(new TrafficShift(shift.steps(), minutes), hasTestListener, hooks);
    }

    /**
     * The same with a test listener.
     *
     * @return a changed copy
     */
    public CodeDeployDeployment withTestListener() {
        return new CodeDeployDeployment(shift, true, hooks);
    }

    /**
     * The same with hooks; {@link LifecycleHooks} answers for them.
     *
     * @param named of {@link #HOOKS}
     * @return a changed copy
     * @throws IllegalArgumentException if one is unknown, there twice, or needs a test listener
     */
    public CodeDeployDeployment withHooks(String... named) {
        return new CodeDeployDeployment(shift, hasTestListener, List.of(named));
    }
}
