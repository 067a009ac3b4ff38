package io.stowage.ecs.placement.internal.simulation;

import io.stowage.ecs.placement.scaling.CapacityLimits;
import io.stowage.ecs.placement.scaling.PolicyCombination;
import io.stowage.ecs.placement.scaling.PolicyCombination.PolicyType;
import io.stowage.ecs.placement.scaling.PolicyCombination.Proposal;
import io.stowage.ecs.placement.scaling.ScalingDecision;
import io.stowage.ecs.placement.scaling.ScalingRules;
import io.stowage.ecs.placement.scaling.ScheduledAction;
import io.stowage.ecs.placement.scaling.StepScaling;
import io.stowage.ecs.placement.scaling.TargetTracking;
import io.stowage.ecs.placement.service.MetricSeries;
import io.stowage.ecs.placement.service.ServiceScaling;
import io.stowage.ecs.placement.service.ServiceView;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Auto scaling of one service: every minute a point of each metric, a proposal of each policy, and one desired count. */
final class ScalingProcess {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final World world;
    private final SimService service;
    private final List<Watch> watches = new ArrayList<>();
    private CapacityLimits limits;

    ScalingProcess(World world, SimService service, ServiceScaling scaling) {
        this.world = world;
        this.service = service;
        this.limits = scaling.limits();
        scaling.tracking().forEach(policy -> watches.add(new Watch(policy, null, policy.metric())));
        scaling.steps().forEach(policy -> watches.add(new Watch(null, policy, policy.metric())));
        Instant created = world.now();
        scaling.schedules().forEach(timed -> await(timed, created));
        world.agenda.in(MINUTE, this::minute);
    }

    /** A policy, the points of its metric, and its cooldowns. */
    private static final class Watch {
        final ServiceScaling.@Nullable Tracking tracking;
        final ServiceScaling.@Nullable Stepping stepping;
        final MetricSeries metric;
        final List<@Nullable Double> points = new ArrayList<>();

        @Nullable
        Instant outUntil;

        @Nullable
        Instant inUntil;
        /** How many tasks there were before the scale-out whose cooldown lasts. */
        int before;

        Watch(
                ServiceScaling.@Nullable Tracking tracking,
                ServiceScaling.@Nullable Stepping stepping,
                MetricSeries metric) {
            this.tracking = tracking;
            this.stepping = stepping;
            this.metric = metric;
        }

        /** More of them no alarm of the policy looks at. */
        int mostPoints() {
            return stepping == null
                    ? Math.max(
                            ScalingRules.current().highPoints(),
                            ScalingRules.current().lowPoints())
                    : stepping.evaluationPeriods();
        }

        boolean isCooling(@Nullable Instant until, Instant now) {
            return until != null && now.isBefore(until);
        }
    }

    private void await(ServiceScaling.Timed timed, Instant created) {
        timed.schedule()
                .next(world.now(), created)
                .ifPresent(at -> world.agenda.at(at, () -> {
                    ScheduledAction.Result result = timed.action().apply(limits, service.desired);
                    limits = result.limits();
                    set(
                            result.desiredCount(),
                            List.of((timed.name() == null ? "a scheduled action" : "scheduled action " + timed.name())
                                    + ": " + result.why()));
                    await(timed, created);
                }));
    }

    private void minute() {
        world.agenda.in(MINUTE, this::minute);
        if (service.deployments.isEmpty()) {
            return;
        }
        ServiceView view = service.view(world.now());
        List<Proposal> proposals = new ArrayList<>();
        List<String> why = new ArrayList<>();
        List<Integer> wishes = new ArrayList<>();
        for (Watch watch : watches) {
            watch.points.add(watch.metric.at(world.now(), view));
            if (watch.points.size() > watch.mostPoints()) {
                watch.points.remove(0);
            }
            Proposal proposal =
                    watch.tracking == null ? step(watch, view, why) : track(watch, watch.tracking, view, why);
            proposals.add(proposal);
            wishes.add(proposal.desiredCount());
        }
        if (watches.isEmpty()) {
            return;
        }
        int current = service.desired;
        PolicyCombination.Result result = PolicyCombination.combine(current, limits, proposals);
        // The limits alone move nothing: that takes a policy that wants to go somewhere.
        boolean wanted = wishes.stream().anyMatch(wish -> wish != current);
        if (wanted && result.desiredCount() != current) {
            cool(result.desiredCount(), view);
            why.add(result.why());
            set(result.desiredCount(), why);
        }
    }

    private boolean isDeploying() {
        return service.primary().isInProgress();
    }

    private Proposal track(Watch watch, ServiceScaling.Tracking policy, ServiceView view, List<String> why) {
        ScalingDecision decision = new TargetTracking(policy.targetValue(), limits, policy.isScaleInDisabled())
                .decide(
                        watch.points,
                        new TargetTracking.Situation(
                                view.runningCount(),
                                service.desired,
                                isDeploying(),
                                watch.isCooling(watch.outUntil, world.now()),
                                watch.isCooling(watch.inUntil, world.now())));
        why.add("target tracking at " + policy.targetValue() + ": " + decision.why());
        return new Proposal(PolicyType.TARGET_TRACKING, decision.desiredCount(), policy.isScaleInDisabled());
    }

    private Proposal step(Watch watch, ServiceView view, List<String> why) {
        ServiceScaling.Stepping policy = Objects.requireNonNull(watch.stepping);
        int periods = policy.evaluationPeriods();
        List<@Nullable Double> points = watch.points;
        Double last = points.get(points.size() - 1);
        boolean rings = last != null
                && points.size() >= periods
                && points.subList(points.size() - periods, points.size()).stream()
                        .allMatch(point -> point != null && breaches(point, policy));
        if (!rings || last == null) {
            return new Proposal(PolicyType.STEP_SCALING, service.desired, false);
        }
        boolean cooling = watch.isCooling(watch.outUntil, world.now());
        StepScaling steps = new StepScaling(
                policy.policy().adjustmentType(),
                policy.policy().steps(),
                policy.policy().minAdjustmentMagnitude(),
                limits);
        int capacity = cooling ? service.desired : view.runningCount();
        StepScaling.Result result =
                steps.decide(last, policy.threshold(), policy.comparison(), capacity, cooling ? watch.before : null);
        why.add("step scaling at " + policy.threshold() + ": " + result.why());
        boolean isIn = result.change() < 0;
        boolean blocked = result.change() == 0
                || (isIn && (isDeploying() || cooling || watch.isCooling(watch.inUntil, world.now())));
        return new Proposal(PolicyType.STEP_SCALING, blocked ? service.desired : result.desiredCount(), false);
    }

    private static boolean breaches(double point, ServiceScaling.Stepping policy) {
        return policy.comparison() == StepScaling.Comparison.GREATER_THAN
                ? point >= policy.threshold()
                : point <= policy.threshold();
    }

    /** A scale-out ends the cooldown of a scale-in. */
    private void cool(int desired, ServiceView view) {
        boolean out = desired > service.desired;
        for (Watch watch : watches) {
            Duration cooldown = watch.tracking == null
                    ? Objects.requireNonNull(watch.stepping).cooldown()
                    : out ? watch.tracking.scaleOutCooldown() : watch.tracking.scaleInCooldown();
            if (out) {
                if (!watch.isCooling(watch.outUntil, world.now())) {
                    watch.before = view.runningCount();
                }
                watch.outUntil = world.now().plus(cooldown);
                watch.inUntil = null;
            } else {
                watch.inUntil = world.now().plus(cooldown);
            }
        }
    }

    private void set(int desired, List<String> why) {
        if (desired == service.desired) {
            return;
        }
        service.desired = desired;
        service.isSteady = false;
        world.tell(
                service,
                "DESIRED_COUNT_CHANGED",
                "(service " + service.name + ") set desired count to " + desired + ".",
                why,
                List.of());
        world.touch(service);
    }
}
