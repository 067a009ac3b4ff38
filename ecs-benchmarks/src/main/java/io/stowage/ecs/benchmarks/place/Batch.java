package io.stowage.ecs.benchmarks.place;

import io.stowage.ecs.placement.PlacementEngine;
import io.stowage.ecs.placement.PlacementRequest;
import io.stowage.ecs.placement.PlacementResult;
import io.stowage.ecs.placement.PlacementSession;
import io.stowage.ecs.placement.snapshot.ClusterSnapshot;
import io.stowage.ecs.placement.snapshot.HeldResources;
import io.stowage.ecs.placement.snapshot.TaskSnapshot;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A thousand tasks for a cluster that is half full, for comparison with others who take tasks by the batch. What runs on the cluster before
 * is known task by task, and belongs to none of the services whose tasks come.
 */
public final class Batch {
    /** How many tasks come. */
    public static final int TASKS = 1000;

    /** The zones, by their numbers. */
    public static final List<String> ZONES = Columns.ZONES;

    /** Where a task is that found no room. */
    public static final int NONE = Placing.NONE;

    private static final String GROUP = "family:running-before";

    private final Columns columns;
    private final List<Running> running = new ArrayList<>();
    private final List<BatchTask> tasks = new ArrayList<>();
    private final List<PlacementRequest> services;
    private final ClusterSnapshot cluster;

    /**
     * A task that runs before.
     *
     * @param instance the number of its instance
     * @param cpuUnits CPU units
     * @param memoryMib MiB
     */
    public record Running(int instance, int cpuUnits, int memoryMib) {}

    private Batch(BatchWork work, int instances) {
        columns = Columns.of(
                Fill.HALF,
                instances,
                (instance, service) -> running.add(new Running(instance, service.cpuUnits(), service.memoryMib())));
        List<Ask> asks = work.kind().asks(work.services());
        int[] stream = work.stream();
        for (int i = 0; i < TASKS; i++) {
            tasks.add(BatchTask.of(asks.get(stream[i])));
        }
        services = asks.stream().map(ask -> ask.request(1)).toList();
        List<TaskSnapshot> before = new ArrayList<>();
        for (Running task : running) {
            before.add(TaskSnapshot.running(Steady.taskId(before.size()), Columns.id(task.instance()), GROUP)
                    .withHeld(HeldResources.of(task.cpuUnits(), task.memoryMib())));
        }
        cluster = columns.snapshot(before);
    }

    /** Draws the cluster and the tasks; the same in every run. */
    public static Batch of(BatchWork work, int instances) {
        return new Batch(work, instances);
    }

    /** How many instances there are. */
    public int instances() {
        return columns.instances();
    }

    /** CPU units that an instance has left. */
    public int cpuUnits(int instance) {
        return columns.cpuUnits[instance];
    }

    /** MiB that an instance has left. */
    public int memoryMib(int instance) {
        return columns.memoryMib[instance];
    }

    /** The number of the zone of an instance. */
    public int zone(int instance) {
        return columns.zone[instance];
    }

    /** What runs before. */
    public List<Running> running() {
        return List.copyOf(running);
    }

    /** The tasks, in the order in which they come. */
    public List<BatchTask> tasks() {
        return List.copyOf(tasks);
    }

    /** A session of the library on the cluster as it is before. */
    public PlacementSession open() {
        return PlacementEngine.standard().open(cluster);
    }

    /**
     * Places the tasks one after the other, each by a request of its own that is made here, of the request of its service, which exists before
     * as services do in ECS. What a request needs to be made ready stays with it from the first session on that it was placed in.
     */
    public List<PlacementResult> placeEach(PlacementSession session) {
        List<PlacementResult> results = new ArrayList<>(TASKS);
        for (BatchTask task : tasks) {
            results.add(session.place(services.get(task.service()).toBuilder().build()));
        }
        return results;
    }

    /**
     * A session that has placed and stopped a task of each service before, as one that has been in use has: its orders of instances are
     * built, and it knows the requests.
     */
    public PlacementSession openInUse() {
        PlacementSession session = open();
        for (PlacementRequest service : services) {
            session.place(service).placements().forEach(session::stop);
        }
        return session;
    }

    /** The same by the requests that {@link #openInUse} has made known. */
    public List<PlacementResult> placeKnown(PlacementSession session) {
        List<PlacementResult> results = new ArrayList<>(TASKS);
        for (BatchTask task : tasks) {
            results.add(session.place(services.get(task.service())));
        }
        return results;
    }

    /** The number of the instance of each task, {@link #NONE} for those that were not placed. */
    public static int[] instances(List<PlacementResult> results) {
        return results.stream()
                .mapToInt(result -> result.placements().isEmpty()
                        ? NONE
                        : Columns.instance(result.placements().get(0).containerInstance()))
                .toArray();
    }

    /**
     * What is wrong with a placement of the tasks, whoever made it: an instance that takes more than it has left, a task in another zone
     * than it asked for, two tasks of a service that wants instances of its own.
     *
     * @param instances the number of the instance of each task, {@link #NONE} for those that were not placed
     * @return sentences, empty if all is well
     */
    public List<String> faults(int[] instances) {
        List<String> faults = new ArrayList<>();
        Columns left = columns.copy();
        Set<String> taken = new HashSet<>();
        for (int i = 0; i < TASKS; i++) {
            int instance = instances[i];
            if (instance == NONE) {
                continue;
            }
            BatchTask task = tasks.get(i);
            left.cpuUnits[instance] -= task.cpuUnits();
            left.memoryMib[instance] -= task.memoryMib();
            if (left.cpuUnits[instance] < 0 || left.memoryMib[instance] < 0) {
                faults.add("task " + i + " finds no room on instance " + instance);
            }
            if (task.rule() == BatchTask.Rule.ZONE && task.zone() != columns.zone[instance]) {
                faults.add("task " + i + " is in the zone of instance " + instance + " and asked for another");
            }
            if (task.rule() == BatchTask.Rule.UNIQUE && !taken.add(task.service() + " on " + instance)) {
                faults.add("task " + i + " is on instance " + instance + " with another of its service");
            }
        }
        return faults;
    }

    /**
     * Nothing that is timed would mean anything if not all tasks were placed where they may be.
     *
     * @param instances the number of the instance of each task, {@link #NONE} for those that were not placed
     * @throws IllegalStateException if a task was not placed, or where it may not be
     */
    public void requireAllPlaced(int[] instances) {
        List<String> faults = faults(instances);
        long placed =
                Arrays.stream(instances).filter(instance -> instance != NONE).count();
        if (placed != TASKS || !faults.isEmpty()) {
            throw new IllegalStateException(placed + " of " + TASKS + " tasks are placed; faults: " + faults);
        }
    }
}
