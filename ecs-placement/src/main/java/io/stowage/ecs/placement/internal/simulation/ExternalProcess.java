package io.stowage.ecs.placement.internal.simulation;

import java.util.List;

/** What the scheduler does for a service with an external deployment controller: keeps each task set at its share. */
final class ExternalProcess {
    private final World world;
    private final Filler filler;

    ExternalProcess(World world) {
        this.world = world;
        this.filler = new Filler(world);
    }

    void tick(SimService service) {
        service.isHungry = false;
        for (SimTaskSet set : List.copyOf(service.taskSets.values())) {
            int count = set.computedDesiredCount();
            filler.fill(
                    service,
                    set.deployment.revision,
                    count,
                    "task set " + set.deployment.id + " has a scale of " + set.percent() + "% of " + service.desired
                            + ", rounded up");
            List<SimTask> tasks = set.tasks();
            if (set.isDraining()) {
                remove(service, set, tasks);
                continue;
            }
            List<SimTask> staying =
                    tasks.stream().filter(task -> !task.stopping).toList();
            boolean steady = staying.size() == count
                    && staying.stream().allMatch(task -> task.isHealthy() && !Tally.drains(world, task));
            if (steady != set.isSteady) {
                set.isSteady = steady;
                set.stabilityAt = world.now();
                if (steady) {
                    world.tell(
                            service,
                            "TASK_SET_STEADY_STATE",
                            "(service " + service.name + ") (task set " + set.deployment.id
                                    + ") has reached a steady state.",
                            List.of(count + " of " + count + " tasks run and are healthy"),
                            List.of());
                }
            }
        }
        settle(service);
    }

    private void remove(SimService service, SimTaskSet set, List<SimTask> tasks) {
        if (tasks.isEmpty()) {
            service.taskSets.remove(set.deployment.id);
            world.tell(
                    service,
                    "TASK_SET_DELETED",
                    "(service " + service.name + ") (task set " + set.deployment.id + ") is deleted.",
                    List.of("its last task is gone"),
                    List.of());
        }
    }

    private void settle(SimService service) {
        boolean steady = !service.taskSets.isEmpty()
                && service.taskSets.values().stream().allMatch(set -> set.isSteady && !set.isDraining());
        if (steady && !service.isSteady) {
            world.tell(
                    service,
                    "SERVICE_STEADY_STATE",
                    "(service " + service.name + ") has reached a steady state.",
                    List.of("all " + service.taskSets.size() + " task sets are in STEADY_STATE"),
                    List.of());
        }
        service.isSteady = steady;
    }
}
