package io.stowage.ecs.placement.internal.simulation;

import io.stowage.ecs.model.deployment.DeploymentBounds;
import io.stowage.ecs.placement.PlacementFailure;
import io.stowage.ecs.placement.PlacementResult;
import io.stowage.ecs.placement.internal.simulation.Launcher.Launch;
import io.stowage.ecs.placement.service.RollingUpdate;
import io.stowage.ecs.placement.service.RolloutCounts;
import io.stowage.ecs.placement.service.StallReason;
import io.stowage.ecs.placement.service.StalledRollout;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the scheduler does for a replica service each time something has changed. */
final class ReplicaProcess {
    private final World world;
    private final ZoneProcess zones;
    private final ExternalProcess external;

    ReplicaProcess(World world) {
        this.world = world;
        this.zones = new ZoneProcess(world);
        this.external = new ExternalProcess(world);
    }

    void tick(SimService service) {
        SimDeployment deployment = service.primary();
        stopStartsOnDraining(service);
        if (service.isExternal()) {
            external.tick(service);
            return;
        }
        if (deployment.shift != null && (deployment.isInProgress() || deployment.shift.isRollingBack())) {
            deployment.shift.tick();
            return;
        }
        if (deployment.isFailed()) {
            // A failed deployment starts nothing more, and nothing makes room for it.
            return;
        }
        DeploymentBounds bounds = service.bounds();
        if (scaleIn(service, Tally.of(world, service))) {
            return;
        }
        Tally tally = Tally.of(world, service);
        RolloutCounts counts = tally.counts(bounds);
        service.isSteady &= counts.isComplete();
        int allowed = RollingUpdate.mayStart(counts);
        int now = world.launcher.mayStartNow(service, allowed);
        Launch launch = now == 0 ? Launch.NONE : world.launcher.launch(service, deployment.revision, now, null);
        RollingUpdate.Step step = RollingUpdate.next(counts, launch.started().size());
        tellStart(service, launch, step);
        // What is only held back will start by itself: that is no reason to stop anything for room.
        boolean isHeldBack = now < allowed;
        boolean isRoom = launch.started().isEmpty() && counts.healthy() <= bounds.desiredCount();
        if (!(isHeldBack && isRoom)) {
            stopOld(service, tally, step);
        }
        boolean idle = (step.isIdle() || isHeldBack) && !replaceUnhealthy(service, tally, launch, allowed);
        if (idle) {
            rest(service, tally, launch, isHeldBack);
        }
    }

    /** Tasks that do not run yet stop at once where an instance drains. */
    private void stopStartsOnDraining(SimService service) {
        List<SimTask> early = service.tasks.values().stream()
                .filter(task -> !task.stopping && task.state != SimTask.State.RUNNING && Tally.drains(world, task))
                .toList();
        world.stopper.stop(
                service, early, "TASKS_STOPPED", List.of("the instance drains, and the tasks are not running yet"));
    }

    private void tellStart(SimService service, Launch launch, RollingUpdate.Step step) {
        if (!launch.started().isEmpty()) {
            List<String> ids = launch.started().stream().map(task -> task.id).toList();
            world.tell(
                    service,
                    "TASKS_STARTED",
                    "(service " + service.name + ") has started " + ids.size() + " tasks: " + Stopper.named(ids) + ".",
                    step.why(),
                    ids);
        }
        if (launch.refusal() != null) {
            tellRefusal(service, launch.refusal());
        }
    }

    private void tellRefusal(SimService service, PlacementResult refusal) {
        String message = refusal.serviceEvent(service.name).orElse("");
        if (!message.equals(service.placementMessage)) {
            service.placementMessage = message;
            world.tell(service, "SERVICE_TASK_PLACEMENT_FAILURE", message, reasons(refusal), List.of());
        }
    }

    private static List<String> reasons(PlacementResult refusal) {
        return refusal.failures().stream()
                .map(failure -> failure.containerInstance() + ": " + failure.reason() + ": " + failure.detail())
                .toList();
    }

    private void stopOld(SimService service, Tally tally, RollingUpdate.Step step) {
        unprotectDraining(tally);
        List<SimTask> chosen =
                new ArrayList<>(world.stopper.choose(service, tally.stoppableNotHealthy(), step.stopNotHealthy()));
        chosen.addAll(world.stopper.choose(service, tally.stoppableHealthy(), step.stopHealthy()));
        world.stopper.stop(service, chosen, "TASKS_STOPPED", step.why());
    }

    private void unprotectDraining(Tally tally) {
        for (List<SimTask> tasks : List.of(tally.stoppableHealthy(), tally.stoppableNotHealthy())) {
            for (SimTask task : tasks) {
                if (task.instance != null && task.isProtected(world.now())) {
                    world.session.protect(task.id, false);
                }
            }
        }
    }

    /** More new tasks than desired: the desired count has fallen, or a zone is to lose one. */
    private boolean scaleIn(SimService service, Tally tally) {
        int desired = service.desired;
        if (service.isRebalancing) {
            return zones.finishMoves(service, tally);
        }
        if (tally.newHealthy.size() + tally.newPending.size() <= desired) {
            return false;
        }
        int surplus = tally.newTasks() - desired;
        List<SimTask> candidates = service.tasks.values().stream()
                .filter(task -> !task.stopping && task.revision == service.primary().revision)
                .filter(task -> !Tally.drains(world, task) && !task.isProtected(world.now()))
                .toList();
        List<SimTask> chosen = new ArrayList<>(world.stopper.choose(
                service, candidates.stream().filter(task -> !task.isHealthy()).toList(), surplus));
        // Where protection keeps what would go first, the minimum keeps what would go instead.
        long spare = Math.max(0, tally.healthy() - service.bounds().minHealthyTasks());
        chosen.addAll(world.stopper.choose(
                service, candidates.stream().filter(SimTask::isHealthy).toList(), (int)
                        Math.min(spare, surplus - chosen.size())));
        world.stopper.stop(
                service,
                chosen,
                "TASKS_STOPPED",
                List.of("stop " + chosen.size() + ": " + tally.newTasks() + " tasks are more than the desired "
                        + desired + (chosen.size() < surplus ? "; scale-in protection keeps the rest" : "")));
        return !chosen.isEmpty();
    }

    /** Replaces tasks whose checks fail, each by one of its own revision; true if one was stopped. */
    private boolean replaceUnhealthy(SimService service, Tally tally, Launch launch, int allowed) {
        List<SimTask> unhealthy = tally.newUnhealthy;
        if (unhealthy.isEmpty()) {
            return false;
        }
        int desired = service.desired;
        if (tally.healthy() >= desired) {
            world.stopper.stop(
                    service,
                    unhealthy,
                    "TASKS_STOPPED",
                    List.of("stop " + unhealthy.size() + " unhealthy: " + tally.healthy()
                            + " healthy tasks are as many as the desired " + desired));
            return true;
        }
        boolean starts = !tally.newPending.isEmpty() || !launch.started().isEmpty() || tally.stopping > 0;
        if (!starts && tally.newTasks() > desired) {
            SimTask newest = unhealthy.stream()
                    .max(Comparator.comparing((SimTask task) -> task.createdAt).thenComparing(task -> task.id))
                    .orElseThrow();
            world.stopper.stop(
                    service,
                    List.of(newest),
                    "TASKS_STOPPED",
                    List.of("stop the newest unhealthy task: its replacement is unhealthy, too, and " + tally.newTasks()
                            + " tasks are more than the desired " + desired));
            return true;
        }
        boolean cannotStart = allowed == 0 || launch.refusal() != null;
        if (!starts && cannotStart) {
            world.stopper.stop(
                    service,
                    world.stopper.choose(service, unhealthy, 1),
                    "TASKS_STOPPED",
                    List.of("stop 1 unhealthy first: "
                            + (allowed == 0
                                    ? "the maximum of " + service.bounds().maxTasks()
                                            + " allows no replacement beside it"
                                    : "its replacement finds no place")));
            return true;
        }
        return false;
    }

    /** Nothing to do: the deployment is done, or everything is as it should be, or it is stuck. */
    private void rest(SimService service, Tally tally, Launch launch, boolean isHeldBack) {
        SimDeployment deployment = service.primary();
        RolloutCounts counts = tally.counts(service.bounds());
        if (counts.isComplete()) {
            world.deployments.full(service);
            steady(service);
            if (deployment.isCompleted()) {
                zones.rebalance(service);
            }
            return;
        }
        if (!isHeldBack && tally.newUnhealthy.isEmpty() && !tally.isInTransit()) {
            stall(service, counts, launch.refusal());
        }
    }

    private void steady(SimService service) {
        if (!service.isSteady && !service.isRebalancing) {
            service.isSteady = true;
            world.tell(
                    service,
                    "SERVICE_STEADY_STATE",
                    "(service " + service.name + ") has reached a steady state.",
                    List.of(service.desired + " of " + service.desired + " tasks run and are healthy"),
                    List.of());
        }
    }

    private void stall(SimService service, RolloutCounts counts, @Nullable PlacementResult refusal) {
        SimDeployment deployment = service.primary();
        Optional<StalledRollout> stall = StalledRollout.of(counts, 0, refusal != null && isPortConflict(refusal));
        if (stall.isEmpty() || stall.get().why().equals(deployment.stall)) {
            return;
        }
        deployment.stall = stall.get().why();
        boolean percents = stall.get().reason() == StallReason.DEPLOYMENT_CONFIGURATION;
        world.tell(
                service,
                "DEPLOYMENT_STALLED",
                percents
                        ? StalledRollout.configurationEvent(service.name)
                        : "(service " + service.name + ") (deployment " + deployment.id + ") can do nothing more: "
                                + stall.get().reason(),
                List.of(stall.get().why(), "repair: " + stall.get().repair()),
                List.of());
    }

    /** Whether every instance that could take the task lacks nothing but a port. */
    private static boolean isPortConflict(PlacementResult refusal) {
        List<PlacementFailure> resources = refusal.failures().stream()
                .filter(failure -> failure.reason().startsWith("RESOURCE:"))
                .toList();
        return !resources.isEmpty()
                && resources.stream().allMatch(failure -> failure.reason().startsWith("RESOURCE:PORTS"));
    }
}
