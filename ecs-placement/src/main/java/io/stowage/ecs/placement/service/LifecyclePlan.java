package io.stowage.ecs.placement.service;

import io.stowage.ecs.model.deployment.TrafficShift;
import io.stowage.ecs.model.service.DeploymentConfiguration;
import io.stowage.ecs.model.service.DeploymentLifecycleHook;
import io.stowage.ecs.model.service.DeploymentLifecycleHookAction;
import io.stowage.ecs.model.service.DeploymentLifecycleHookStage;
import io.stowage.ecs.model.service.DeploymentLifecycleHookTargetType;
import io.stowage.ecs.model.service.DeploymentStrategy;
import io.stowage.ecs.model.service.ServiceDeploymentLifecycleStage;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The stages that a blue/green, linear or canary deployment passes, in order, each with the hooks that hold it up. Blue is the revision that
 * goes, green the one that comes. Stages between a hook and the next are entered as soon as the one before is over. Immutable.
 *
 * @param visits the stages; for a linear or canary deployment those of a shift once for each step; unmodifiable
 * @see <a href="https://docs.aws.amazon.com/AmazonECS/latest/developerguide/blue-green-deployment-how-it-works.html">stages</a>
 */
public record LifecyclePlan(List<Visit> visits) {
    private static final String PRE_SHIFT = DeploymentLifecycleHookStage.PRE_PRODUCTION_TRAFFIC_SHIFT.value();
    /** A pause cannot hold up traffic that moves. */
    private static final Set<DeploymentLifecycleHookStage> SHIFTS = Set.of(
            DeploymentLifecycleHookStage.TEST_TRAFFIC_SHIFT, DeploymentLifecycleHookStage.PRODUCTION_TRAFFIC_SHIFT);

    private static final Set<DeploymentStrategy> MANAGED =
            Set.of(DeploymentStrategy.BLUE_GREEN, DeploymentStrategy.LINEAR, DeploymentStrategy.CANARY);

    /**
     * One stage.
     *
     * @param stage its name in the API
     * @param greenTenths the share of production traffic that green has from then on, in tenths of a percent
     * @param thenWaitsMinutes how long the deployment stays in it after its hooks are done; 0 if not at all
     * @param hooks what holds it up; in written order; unmodifiable
     */
    public record Visit(String stage, int greenTenths, long thenWaitsMinutes, List<DeploymentLifecycleHook> hooks) {
        /** Copies the list. */
        public Visit {
            hooks = List.copyOf(hooks);
        }
    }

    /** Copies the list. */
    public LifecyclePlan {
        visits = List.copyOf(visits);
    }

    /**
     * The plan of a deployment.
     *
     * @param configuration its configuration, with another strategy than {@code ROLLING}
     * @param severalRevisions whether more than one revision is active when it starts: then the service is brought in order first
     * @return the stages
     * @throws IllegalArgumentException if the strategy manages no traffic, a number is out of its range, or a hook cannot be; the message
     *     says all of it
     */
    public static LifecyclePlan of(DeploymentConfiguration configuration, boolean severalRevisions) {
        if (!MANAGED.contains(configuration.effectiveStrategy())) {
            throw new IllegalArgumentException("strategy is "
                    + configuration.effectiveStrategy().value() + "; BLUE_GREEN, LINEAR or CANARY was expected");
        }
        List<String> problems = problems(configuration.lifecycleHooks());
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", problems));
        }
        return new Maker(configuration).make(severalRevisions);
    }

    /**
     * What ECS would refuse of hooks.
     *
     * @param hooks the hooks
     * @return a sentence for each problem; empty if they are fine; unmodifiable
     */
    public static List<String> problems(List<DeploymentLifecycleHook> hooks) {
        List<String> problems = new ArrayList<>();
        for (int i = 0; i < hooks.size(); i++) {
            DeploymentLifecycleHook hook = hooks.get(i);
            String which = "lifecycleHooks[" + i + "]";
            boolean pause = isPause(hook);
            if (hook.lifecycleStages().isEmpty()) {
                problems.add(which + " names no stage; at least one was expected");
            }
            for (DeploymentLifecycleHookStage stage : hook.lifecycleStages()) {
                if (!stage.isKnown()) {
                    problems.add(which + " names the stage " + stage.value() + "; one of "
                            + DeploymentLifecycleHookStage.known().stream()
                                    .map(DeploymentLifecycleHookStage::value)
                                    .toList()
                            + " was expected");
                } else if (pause && SHIFTS.contains(stage)) {
                    problems.add(which + " pauses at " + stage.value() + ", where only AWS_LAMBDA may act");
                }
            }
            long minutes = timeoutMinutes(hook);
            long most = pause ? MOST_PAUSE_MINUTES : STAGE_MINUTES;
            if (minutes < 1 || minutes > most) {
                problems.add(which + " times out after " + minutes + " minutes; 1 to " + most + " was expected");
            }
        }
        return List.copyOf(problems);
    }

    /** Every stage, and every step of a shift, lasts at most a day; a pause may be longer. */
    static final long STAGE_MINUTES = 1_440;

    private static final long MOST_PAUSE_MINUTES = 20_160;

    /**
     * Whether a hook waits for somebody to say go on.
     *
     * @param hook the hook
     * @return false for one that calls a Lambda function
     */
    public static boolean isPause(DeploymentLifecycleHook hook) {
        return DeploymentLifecycleHookTargetType.PAUSE.equals(hook.targetType());
    }

    /**
     * How long a hook may take.
     *
     * @param hook the hook
     * @return minutes: what is written, or 1440
     */
    public static long timeoutMinutes(DeploymentLifecycleHook hook) {
        return hook.timeoutConfiguration() == null
                        || hook.timeoutConfiguration().timeoutInMinutes() == null
                ? STAGE_MINUTES
                : hook.timeoutConfiguration().timeoutInMinutes();
    }

    /**
     * What happens when a hook takes longer.
     *
     * @param hook the hook
     * @return true to roll back, which is the default; false to go on
     */
    public static boolean rollsBackOnTimeout(DeploymentLifecycleHook hook) {
        return hook.timeoutConfiguration() == null
                || !DeploymentLifecycleHookAction.CONTINUE.equals(
                        hook.timeoutConfiguration().action());
    }

    /**
     * How long the plan takes if no hook holds it up, from the moment at which green is healthy.
     *
     * @return minutes
     */
    public long waitingMinutes() {
        return visits.stream().mapToLong(Visit::thenWaitsMinutes).sum();
    }

    /** Makes a plan stage by stage. */
    private static final class Maker {
        private final DeploymentConfiguration configuration;
        private final TrafficShift shift;
        private final List<Visit> visits = new ArrayList<>();

        Maker(DeploymentConfiguration configuration) {
            this.configuration = configuration;
            this.shift = TrafficShift.of(configuration);
        }

        LifecyclePlan make(boolean severalRevisions) {
            if (severalRevisions) {
                add(ServiceDeploymentLifecycleStage.RECONCILE_SERVICE.value(), 0, 0);
            }
            add(ServiceDeploymentLifecycleStage.PRE_SCALE_UP.value(), 0, 0);
            add(ServiceDeploymentLifecycleStage.SCALE_UP.value(), 0, 0);
            add(ServiceDeploymentLifecycleStage.POST_SCALE_UP.value(), 0, 0);
            add(ServiceDeploymentLifecycleStage.TEST_TRAFFIC_SHIFT.value(), 0, 0);
            add(ServiceDeploymentLifecycleStage.POST_TEST_TRAFFIC_SHIFT.value(), 0, 0);
            addShifts();
            add(ServiceDeploymentLifecycleStage.POST_PRODUCTION_TRAFFIC_SHIFT.value(), 1000, 0);
            add(ServiceDeploymentLifecycleStage.BAKE_TIME.value(), 1000, shift.bakeTimeMinutes());
            add(ServiceDeploymentLifecycleStage.CLEAN_UP.value(), 1000, 0);
            return new LifecyclePlan(visits);
        }

        private void addShifts() {
            int before = 0;
            for (int i = 0; i < shift.steps().size(); i++) {
                TrafficShift.Step step = shift.steps().get(i);
                boolean last = i == shift.steps().size() - 1;
                long wait = last ? 0 : shift.steps().get(i + 1).atMinute() - step.atMinute();
                add(PRE_SHIFT, before, 0);
                add(ServiceDeploymentLifecycleStage.PRODUCTION_TRAFFIC_SHIFT.value(), step.greenTenths(), wait);
                before = step.greenTenths();
            }
        }

        private void add(String stage, int greenTenths, long waits) {
            visits.add(new Visit(
                    stage,
                    greenTenths,
                    waits,
                    configuration.lifecycleHooks().stream()
                            .filter(hook -> hook.lifecycleStages().stream()
                                    .anyMatch(named -> named.value().equals(stage)))
                            .toList()));
        }
    }
}
