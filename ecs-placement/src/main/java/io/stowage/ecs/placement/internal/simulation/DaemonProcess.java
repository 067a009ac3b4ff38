package io.stowage.ecs.placement.internal.simulation;

import io.stowage.ecs.placement.DaemonResult;
import io.stowage.ecs.placement.Placement;
import io.stowage.ecs.placement.PlacementFailure;
import io.stowage.ecs.placement.PlacementSession;
import io.stowage.ecs.placement.service.RollingUpdate;
import io.stowage.ecs.placement.service.RolloutCounts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What the scheduler does for a daemon service: one task on each eligible instance, and none elsewhere. */
final class DaemonProcess {
    private final World world;
    private final Map<String, Known> answers = new HashMap<>();

    DaemonProcess(World world) {
        this.world = world;
    }

    void tick(SimService service) {
        SimDeployment deployment = service.primary();
        if (deployment.isFailed()) {
            return;
        }
        Set<String> eligible = eligible(service);
        service.desired = eligible.size();
        stopElsewhere(service, eligible);
        Tally tally = Tally.of(
                world,
                service,
                service.tasks.values().stream()
                        .filter(task -> task.instance != null && eligible.contains(task.instance))
                        .toList());
        RolloutCounts counts = tally.counts(service.bounds());
        boolean isComplete = counts.isComplete() && service.tasks.size() == service.desired;
        service.isSteady &= isComplete;
        int allowed = world.launcher.mayStartNow(service, RollingUpdate.mayStart(counts));
        List<PlacementFailure> failures = new ArrayList<>();
        List<SimTask> started = start(service, eligible, allowed, failures);
        RollingUpdate.Step step = RollingUpdate.next(counts, started.size());
        if (!started.isEmpty()) {
            List<String> ids = started.stream().map(task -> task.id).toList();
            world.tell(
                    service,
                    "TASKS_STARTED",
                    "(service " + service.name + ") has started " + ids.size() + " tasks: " + Stopper.named(ids) + ".",
                    step.why(),
                    ids);
        }
        List<SimTask> chosen =
                new ArrayList<>(world.stopper.choose(service, tally.stoppableNotHealthy(), step.stopNotHealthy()));
        chosen.addAll(world.stopper.choose(service, tally.stoppableHealthy(), step.stopHealthy()));
        world.stopper.stop(service, chosen, "TASKS_STOPPED", step.why());
        replaceUnhealthy(service, tally);
        tellFailures(service, failures);
        if (step.isIdle() && isComplete) {
            world.deployments.full(service);
            steady(service);
        }
    }

    private void steady(SimService service) {
        if (!service.isSteady) {
            service.isSteady = true;
            world.tell(
                    service,
                    "SERVICE_STEADY_STATE",
                    "(service " + service.name + ") has reached a steady state.",
                    List.of("each of " + service.desired + " eligible instances has its task"),
                    List.of());
        }
    }

    /** The instances that are to have a task; asked again only when instances or the service have changed. */
    private Set<String> eligible(SimService service) {
        String question = world.machines.changes() + " " + service.primary().revision.number;
        Known known = answers.get(service.name);
        if (known == null || !known.question().equals(question) || dependsOnTasks(service)) {
            known = new Known(question, ask(service));
            answers.put(service.name, known);
        }
        return known.eligible();
    }

    private record Known(String question, Set<String> eligible) {}

    /** A constraint may ask what else runs on an instance, and that changes all the time. */
    private static boolean dependsOnTasks(SimService service) {
        return service.request.placementConstraints().stream()
                .anyMatch(constraint -> String.valueOf(constraint.expression()).contains("task"));
    }

    /** Asked of a copy in which the service has no task, whether one would fit or not. */
    private Set<String> ask(SimService service) {
        PlacementSession copy = world.session.fork();
        service.tasks.values().stream().filter(task -> task.instance != null).forEach(task -> copy.stop(task.id));
        DaemonResult result = copy.daemon(world.launcher
                .definition(service, service.primary().revision, null)
                .build());
        Set<String> eligible = new TreeSet<>();
        result.placements().stream().map(Placement::containerInstance).forEach(eligible::add);
        result.failures().stream().map(PlacementFailure::containerInstance).forEach(eligible::add);
        return eligible;
    }

    /** Where no task belongs its task stops; on an instance that drains, after all tasks of replicas. */
    private void stopElsewhere(SimService service, Set<String> eligible) {
        List<SimTask> wrong = new ArrayList<>();
        for (SimTask task : service.tasks.values()) {
            SimInstance instance = task.instance == null ? null : world.instances.get(task.instance);
            if (instance != null
                    && !task.stopping
                    && !eligible.contains(instance.id)
                    && (instance.drainingSince == null || instance.workload() == 0)) {
                wrong.add(task);
            }
        }
        world.stopper.stop(
                service,
                wrong,
                "TASKS_STOPPED",
                List.of("their instances are not ACTIVE or do not satisfy the constraints any more"));
    }

    private List<SimTask> start(
            SimService service, Set<String> eligible, int allowed, List<PlacementFailure> failures) {
        Set<String> taken = new HashSet<>();
        service.tasks.values().forEach(task -> taken.add(String.valueOf(task.instance)));
        List<SimTask> started = new ArrayList<>();
        for (String instance : eligible) {
            if (started.size() < allowed && !taken.contains(instance)) {
                SimTask task = world.launcher.launchOn(service, service.primary().revision, instance, failures);
                if (task != null) {
                    started.add(task);
                }
            }
        }
        started.forEach(task -> service.starts.addLast(world.now()));
        service.isHungry = !failures.isEmpty();
        return started;
    }

    /** There is no second place on its instance: an unhealthy task stops before its replacement starts. */
    private void replaceUnhealthy(SimService service, Tally tally) {
        if (!tally.newUnhealthy.isEmpty()) {
            world.stopper.stop(
                    service,
                    List.of(tally.newUnhealthy.get(0)),
                    "TASKS_STOPPED",
                    List.of("stop 1 unhealthy first: an instance has one task of a daemon"));
        }
    }

    private void tellFailures(SimService service, List<PlacementFailure> failures) {
        if (failures.isEmpty()) {
            service.placementMessage = null;
            return;
        }
        String message = "(service " + service.name + ") was unable to place a task on (container-instance "
                + failures.get(0).containerInstance() + "): " + failures.get(0).reason();
        if (!message.equals(service.placementMessage)) {
            service.placementMessage = message;
            world.tell(
                    service,
                    "SERVICE_TASK_PLACEMENT_FAILURE",
                    message,
                    failures.stream()
                            .map(failure -> failure.containerInstance() + ": " + failure.detail())
                            .toList(),
                    List.of());
        }
    }
}
