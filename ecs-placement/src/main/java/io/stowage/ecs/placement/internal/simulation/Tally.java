package io.stowage.ecs.placement.internal.simulation;

import io.stowage.ecs.model.deployment.DeploymentBounds;
import io.stowage.ecs.placement.service.RolloutCounts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The tasks of a service, sorted into those that stay, those that are to go, and those that are going. */
final class Tally {
    final List<SimTask> newHealthy = new ArrayList<>();
    final List<SimTask> newPending = new ArrayList<>();
    /** Tasks of the newest revision whose checks fail: each is to be replaced by one of the same revision. */
    final List<SimTask> newUnhealthy = new ArrayList<>();

    final List<SimTask> oldHealthy = new ArrayList<>();
    final List<SimTask> oldNotHealthy = new ArrayList<>();
    private final List<SimTask> keptHealthy = new ArrayList<>();
    private final List<SimTask> keptNotHealthy = new ArrayList<>();
    int stopping;

    private Tally() {}

    static Tally of(World world, SimService service) {
        return of(world, service, service.tasks.values());
    }

    /** Of some of the tasks only. */
    static Tally of(World world, SimService service, Collection<SimTask> tasks) {
        Tally tally = new Tally();
        SimRevision newest = service.primary().revision;
        for (SimTask task : tasks) {
            boolean drains = drains(world, task);
            if (task.stopping) {
                tally.stopping++;
            } else if (task.revision != newest || drains) {
                (task.isHealthy() ? tally.oldHealthy : tally.oldNotHealthy).add(task);
                // Protection holds against deployments, not against draining.
                if (task.isProtected(world.now()) && !drains) {
                    (task.isHealthy() ? tally.keptHealthy : tally.keptNotHealthy).add(task);
                }
            } else if (task.isHealthy()) {
                tally.newHealthy.add(task);
            } else {
                (task.isPending() ? tally.newPending : tally.newUnhealthy).add(task);
            }
        }
        return tally;
    }

    static boolean drains(World world, SimTask task) {
        SimInstance instance = task.instance == null ? null : world.instances.get(task.instance);
        return instance != null && instance.drainingSince != null;
    }

    /** As numbers; unhealthy new tasks are there, like tasks that stop, and are no new tasks. */
    RolloutCounts counts(DeploymentBounds bounds) {
        return new RolloutCounts(
                bounds,
                newHealthy.size(),
                newPending.size(),
                oldHealthy.size(),
                oldNotHealthy.size(),
                keptHealthy.size(),
                keptNotHealthy.size(),
                stopping + newUnhealthy.size());
    }

    int newTasks() {
        return newHealthy.size() + newPending.size() + newUnhealthy.size();
    }

    int healthy() {
        return newHealthy.size() + oldHealthy.size();
    }

    List<SimTask> stoppableHealthy() {
        return oldHealthy.stream().filter(task -> !keptHealthy.contains(task)).toList();
    }

    List<SimTask> stoppableNotHealthy() {
        return oldNotHealthy.stream()
                .filter(task -> !keptNotHealthy.contains(task))
                .toList();
    }

    /** Whether anything starts or stops by itself before long. */
    boolean isInTransit() {
        return stopping > 0 || !newPending.isEmpty() || oldNotHealthy.stream().anyMatch(SimTask::isPending);
    }
}
