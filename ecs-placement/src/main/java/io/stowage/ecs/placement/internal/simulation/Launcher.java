package io.stowage.ecs.placement.internal.simulation;

import io.stowage.ecs.model.placement.PlacementConstraint;
import io.stowage.ecs.model.placement.PlacementConstraintType;
import io.stowage.ecs.placement.CapacityProviderDistribution;
import io.stowage.ecs.placement.Placement;
import io.stowage.ecs.placement.PlacementFailure;
import io.stowage.ecs.placement.PlacementRequest;
import io.stowage.ecs.placement.PlacementResult;
import io.stowage.ecs.placement.Quota;
import io.stowage.ecs.placement.StartResult;
import io.stowage.ecs.placement.service.LaunchThrottle;
import io.stowage.ecs.placement.service.TaskBehavior;
import io.stowage.ecs.placement.snapshot.InstanceSnapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Starts tasks: holds them back while launches are throttled, distributes them over capacity providers, and finds their places. */
final class Launcher {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final World world;
    /** Tasks in {@code PROVISIONING}, the oldest first. */
    private final List<SimTask> waiting = new ArrayList<>();

    Launcher(World world) {
        this.world = world;
    }

    /**
     * What came of a launch.
     *
     * @param started the tasks, those that wait for capacity included
     * @param refusal what the engine said of the first task that found no place; null if all did
     */
    record Launch(List<SimTask> started, @Nullable PlacementResult refusal) {
        static final Launch NONE = new Launch(List.of(), null);
    }

    /** How many of some tasks may start now; the rest is looked at again when more may. */
    int mayStartNow(SimService service, int count) {
        Instant now = world.now();
        if (count == 0) {
            return 0;
        }
        if (!service.throttle.mayStart(now)) {
            Instant again = Objects.requireNonNull(service.throttle.startsAgainAt());
            if (!service.throttleTold) {
                service.throttleTold = true;
                world.tell(
                        service,
                        "SERVICE_TASK_START_IMPAIRED",
                        LaunchThrottle.event(service.name),
                        List.of(service.throttle.consecutiveFailures()
                                + " launches failed in a row, the next one is at " + again),
                        List.of());
            }
            world.agenda.at(again, () -> world.touch(service));
            return 0;
        }
        while (!service.starts.isEmpty()
                && !service.starts.peekFirst().plus(MINUTE).isAfter(now)) {
            service.starts.removeFirst();
        }
        int left = (int) world.quotas.value(Quota.TASK_STARTS_PER_MINUTE) - service.starts.size();
        if (left < count) {
            Instant oldest = service.starts.isEmpty() ? now : service.starts.peekFirst();
            world.agenda.at(oldest.plus(MINUTE), () -> world.touch(service));
        }
        return Math.max(0, Math.min(left, count));
    }

    /** Starts tasks of a revision; in a zone if one is given, and then only on instances that are there. */
    Launch launch(SimService service, SimRevision revision, int count, @Nullable String zone) {
        List<SimTask> started = new ArrayList<>();
        PlacementResult refusal = null;
        Set<String> full = new HashSet<>();
        for (String provider : providers(service, revision, count)) {
            if (full.contains(provider)) {
                continue;
            }
            String named = provider.isEmpty() ? null : provider;
            SimTask task = newTask(service, revision, named);
            PlacementResult result = place(task, zone);
            if (result == null || result.unplaced() == 0) {
                enter(task);
                started.add(task);
            } else if (zone == null && waits(named)) {
                enter(task);
                waiting.add(task);
                started.add(task);
            } else {
                refusal = refusal == null ? result : refusal;
                full.add(provider);
            }
        }
        started.forEach(task -> service.starts.addLast(world.now()));
        service.isHungry = refusal != null;
        if (refusal == null && !started.isEmpty()) {
            service.placementMessage = null;
        }
        return new Launch(started, refusal);
    }

    /** Starts one task of a daemon on an instance; null if it does not fit there. */
    @Nullable
    SimTask launchOn(SimService service, SimRevision revision, String instance, List<PlacementFailure> failures) {
        SimTask task = newTask(service, revision, null);
        // Whether the instance satisfies the constraints has been asked already, and starting by name takes none.
        StartResult result = world.session.start(
                request(task, null).placementConstraints(List.of()).build(), List.of(instance));
        failures.addAll(result.failures());
        if (result.placements().isEmpty()) {
            return null;
        }
        put(task, instance);
        enter(task);
        return task;
    }

    private SimTask newTask(SimService service, SimRevision revision, @Nullable String provider) {
        TaskBehavior.Occasion occasion = new TaskBehavior.Occasion(
                service.name, revision.number, revision.nextOrdinal(), world.random.nextDouble());
        return new SimTask(
                service.nextTaskId(),
                service,
                revision,
                world.now(),
                revision.definition.behavior().script(occasion),
                provider);
    }

    private void enter(SimTask task) {
        task.service.tasks.put(task.id, task);
        task.service.isSteady = false;
    }

    /** The provider of each task; an empty name for a launch type. */
    private List<String> providers(SimService service, SimRevision revision, int count) {
        if (service.providers().isEmpty()) {
            return Collections.nCopies(count, "");
        }
        Map<String, Integer> running = new HashMap<>();
        for (SimTask task : service.tasks.values()) {
            if (task.revision == revision && !task.stopping && task.provider != null) {
                running.merge(task.provider, 1, Integer::sum);
            }
        }
        return CapacityProviderDistribution.assign(count, service.providers(), running, world.quotas);
    }

    private boolean waits(@Nullable String provider) {
        return provider != null
                && world.groups.containsKey(provider)
                && waiting.size() < world.quotas.value(Quota.PROVISIONING_TASKS_PER_CLUSTER);
    }

    /** Finds a place for a task; null on Fargate, where there always is one. */
    private @Nullable PlacementResult place(SimTask task, @Nullable String zone) {
        if (task.service.isFargate(task.provider)) {
            world.life.begin(task);
            return null;
        }
        PlacementResult result = world.session.place(request(task, zone).build());
        for (Placement placement : result.placements()) {
            put(task, placement.containerInstance());
        }
        return result;
    }

    private void put(SimTask task, String instanceId) {
        task.instance = instanceId;
        SimInstance instance = Objects.requireNonNull(world.instances.get(instanceId));
        instance.tasks.put(task.id, task);
        world.life.begin(task);
    }

    private PlacementRequest.Builder request(SimTask task, @Nullable String zone) {
        PlacementRequest.Builder request = definition(task.service, task.revision, zone)
                .capacityProvider(task.provider)
                .taskIds(List.of(task.id))
                .createdAt(task.createdAt)
                .seed(world.random.nextLong());
        return task.service.isDaemon() ? request : request.daemonServices(daemons());
    }

    /** The placement of a service, without count and ids. */
    PlacementRequest.Builder definition(SimService service, SimRevision revision, @Nullable String zone) {
        List<PlacementConstraint> constraints = new ArrayList<>(service.request.placementConstraints());
        if (zone != null) {
            constraints.add(PlacementConstraint.builder()
                    .type(PlacementConstraintType.MEMBER_OF)
                    .expression("attribute:" + InstanceSnapshot.ZONE_ATTRIBUTE + " == '" + zone + "'")
                    .build());
        }
        return PlacementRequest.builder(revision.definition.taskDefinition())
                .service(service.name)
                .placementConstraints(constraints)
                .placementStrategy(service.isDaemon() ? List.of() : service.request.placementStrategy())
                .launchType(service.request.launchType())
                .apiLimits(false);
    }

    private List<PlacementRequest> daemons() {
        return world.services.values().stream()
                .filter(service -> service.isDaemon() && !service.deployments.isEmpty())
                .map(service ->
                        definition(service, service.primary().revision, null).build())
                .toList();
    }

    /** Looks for places for the tasks that wait, in the order of their creation. */
    void placeWaiting() {
        Set<String> full = new HashSet<>();
        for (SimTask task : List.copyOf(waiting)) {
            String kind = task.service.name + " " + task.revision.number + " " + task.provider;
            if (!full.contains(kind)) {
                PlacementResult result = place(task, null);
                if (result != null && result.unplaced() > 0) {
                    full.add(kind);
                } else {
                    waiting.remove(task);
                    world.tell(
                            task.service,
                            "TASK_PLACED",
                            "(service " + task.service.name + ") (task " + task.id + ") left PROVISIONING",
                            List.of("capacity provider " + task.provider + " has room on " + task.instance),
                            List.of(task.id));
                }
            }
        }
    }

    /** A task that is to stop no longer waits. */
    boolean forget(SimTask task) {
        return waiting.remove(task);
    }

    /** The tasks that wait for a provider. */
    List<SimTask> waitingFor(String provider) {
        return waiting.stream().filter(task -> provider.equals(task.provider)).toList();
    }
}
