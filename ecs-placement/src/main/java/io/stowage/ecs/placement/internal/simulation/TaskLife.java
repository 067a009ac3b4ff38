package io.stowage.ecs.placement.internal.simulation;

import io.stowage.ecs.model.network.TargetGroup;
import io.stowage.ecs.placement.service.CircuitBreakerRun;
import io.stowage.ecs.placement.service.LaunchThrottle;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What tasks do by themselves: start or not, become healthy or not, exit. */
final class TaskLife {
    private final World world;

    TaskLife(World world) {
        this.world = world;
    }

    /** The task has its place; from here on its script runs. */
    void begin(SimTask task) {
        task.state = SimTask.State.PENDING;
        world.agenda.in(task.script.startsWithin(), () -> arrive(task));
    }

    private void arrive(SimTask task) {
        if (task.stopping || task.state == SimTask.State.STOPPED) {
            return;
        }
        if (!task.script.starts()) {
            failToStart(task);
            return;
        }
        SimService service = task.service;
        task.state = SimTask.State.RUNNING;
        service.throttleTold = false;
        service.throttle = LaunchThrottle.NONE;
        world.deployments.event(task, CircuitBreakerRun.Event.RUNNING);
        if (task.revision.targetGroup != null) {
            world.tell(
                    service,
                    "TARGETS_REGISTERED",
                    "(service " + service.name + ") registered 1 targets in (target-group "
                            + task.revision.targetGroup.arn() + ")",
                    List.of(),
                    List.of(task.id));
        }
        scheduleHealth(task);
        Duration exits = task.script.exitsAfter();
        if (exits != null) {
            exitIn(task, exits);
        }
        world.touch(service);
    }

    /** The task exits by itself, if it is not stopped before. */
    void exitIn(SimTask task, Duration time) {
        world.agenda.in(time, () -> exit(task));
    }

    private void failToStart(SimTask task) {
        SimService service = task.service;
        gone(task);
        // What is left of another deployment holds this one back no more.
        boolean counts = service.isExternal() || task.revision == service.primary().revision;
        service.throttle = counts ? service.throttle.failed(world.now()) : service.throttle;
        world.tell(
                service,
                "TASK_STOPPED",
                "(service " + service.name + ") (task " + task.id + ") stopped before it was running",
                counts
                        ? List.of("launches that failed in a row: " + service.throttle.consecutiveFailures()
                                + "; the next waits " + service.throttle.delay().toSeconds() + " seconds")
                        : List.of(),
                List.of(task.id));
        world.deployments.event(task, CircuitBreakerRun.Event.LAUNCH_FAILED);
    }

    private void scheduleHealth(SimTask task) {
        SimRevision revision = task.revision;
        if (!revision.hasChecks()) {
            world.agenda.in(revision.timeToHealthy(), () -> becomeHealthy(task));
            return;
        }
        Duration fails = task.script.passesChecks() ? task.script.failsChecksAfter() : Duration.ZERO;
        if (task.script.passesChecks() && (fails == null || fails.compareTo(revision.timeToHealthy()) > 0)) {
            world.agenda.in(revision.timeToHealthy(), () -> becomeHealthy(task));
        }
        if (fails != null) {
            Instant known = world.now().plus(fails).plus(revision.timeToUnhealthy());
            Instant grace = world.now().plus(revision.gracePeriod());
            world.agenda.at(known.isAfter(grace) ? known : grace, () -> becomeUnhealthy(task));
        }
    }

    private static boolean runs(SimTask task) {
        return task.state == SimTask.State.RUNNING && !task.stopping;
    }

    private void becomeHealthy(SimTask task) {
        if (!runs(task)) {
            return;
        }
        task.health = SimTask.Health.HEALTHY;
        world.deployments.event(task, CircuitBreakerRun.Event.HEALTHY);
        world.touch(task.service);
    }

    private void becomeUnhealthy(SimTask task) {
        if (!runs(task)) {
            return;
        }
        task.health = SimTask.Health.UNHEALTHY;
        SimService service = task.service;
        service.isSteady = false;
        TargetGroup target = task.revision.targetGroup;
        world.tell(
                service,
                "TASK_UNHEALTHY",
                "(service " + service.name + ") (task " + task.id + ") "
                        + (target == null
                                ? "failed container health checks"
                                : "is unhealthy in (target-group " + target.arn()
                                        + ") due to (reason Health checks failed)"),
                task.revision.gracePeriod().isZero()
                        ? List.of()
                        : List.of("the grace period of "
                                + task.revision.gracePeriod().toSeconds() + " seconds is over"),
                List.of(task.id));
        world.touch(service);
    }

    private void exit(SimTask task) {
        if (!runs(task)) {
            return;
        }
        SimService service = task.service;
        gone(task);
        world.tell(
                service,
                "TASK_STOPPED",
                "(service " + service.name + ") (task " + task.id + ") stopped: Essential container in task exited",
                List.of(),
                List.of(task.id));
    }

    /** The task is gone, and what it held is free. */
    void gone(SimTask task) {
        if (task.state == SimTask.State.STOPPED) {
            return;
        }
        task.state = SimTask.State.STOPPED;
        SimService service = task.service;
        service.tasks.remove(task.id);
        service.isSteady = false;
        if (task.instance != null) {
            SimInstance instance = world.instances.get(task.instance);
            if (instance != null) {
                world.session.stop(task.id);
                instance.tasks.remove(task.id);
                world.machines.emptied(instance);
            }
        }
        world.touch(service);
        world.roomChanged();
    }
}
