package io.stowage.ecs.placement.internal.simulation;

import io.stowage.ecs.placement.internal.simulation.Launcher.Launch;
import java.util.ArrayList;
import java.util.List;

/** Brings the tasks of one revision to a count, while other revisions of the service have counts of their own. */
final class Filler {
    private final World world;

    Filler(World world) {
        this.world = world;
    }

    /**
     * Starts what is missing, stops what is too much, and replaces tasks that are unhealthy or on draining instances.
     *
     * @param why what the count stands for, said with each start
     * @return whether as many tasks are healthy, without those on draining instances
     */
    boolean fill(SimService service, SimRevision revision, int count, String why) {
        List<SimTask> all = service.tasks.values().stream()
                .filter(task -> task.revision == revision && !task.stopping)
                .toList();
        List<SimTask> side =
                all.stream().filter(task -> !Tally.drains(world, task)).toList();
        long healthy = side.stream().filter(SimTask::isHealthy).count();
        // What is unhealthy or drains is no longer counted, and stays until its replacement is healthy.
        List<SimTask> leaving = new ArrayList<>(all);
        leaving.removeIf(task -> side.contains(task) && !task.isUnhealthy());
        int useful = all.size() - leaving.size();
        int missing = count - useful;
        int now = missing > 0 ? world.launcher.mayStartNow(service, missing) : 0;
        if (now > 0) {
            boolean isHungry = service.isHungry;
            Launch launch = world.launcher.launch(service, revision, now, null);
            // What has found no place for another revision is not forgotten.
            service.isHungry |= isHungry;
            tell(
                    service,
                    launch,
                    missing + " of " + count + " tasks of revision " + revision.number + " are missing; " + why);
        }
        if (healthy >= count) {
            world.stopper.stop(service, leaving, "TASKS_STOPPED", List.of("their replacements are healthy"));
        }
        if (missing < 0) {
            List<SimTask> stoppable = side.stream()
                    .filter(task -> !task.isUnhealthy() && !task.isProtected(world.now()))
                    .toList();
            world.stopper.stop(
                    service,
                    world.stopper.choose(service, stoppable, -missing),
                    "TASKS_STOPPED",
                    List.of(useful + " tasks of revision " + revision.number + " are more than the desired " + count));
        }
        return healthy >= count;
    }

    private void tell(SimService service, Launch launch, String why) {
        if (!launch.started().isEmpty()) {
            List<String> ids = launch.started().stream().map(task -> task.id).toList();
            world.tell(
                    service,
                    "TASKS_STARTED",
                    "(service " + service.name + ") has started " + ids.size() + " tasks: " + Stopper.named(ids) + ".",
                    List.of(why),
                    ids);
        } else if (launch.refusal() != null) {
            String message = launch.refusal().serviceEvent(service.name).orElse("");
            if (!message.equals(service.placementMessage)) {
                service.placementMessage = message;
                world.tell(service, "SERVICE_TASK_PLACEMENT_FAILURE", message, List.of(), List.of());
            }
        }
    }
}
