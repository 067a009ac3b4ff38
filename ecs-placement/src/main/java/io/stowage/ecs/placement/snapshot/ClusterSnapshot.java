package io.stowage.ecs.placement.snapshot;

import io.stowage.ecs.model.cluster.ContainerInstance;
import io.stowage.ecs.model.task.Task;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A cluster at one moment: its container instances, and the tasks on them. Immutable; may be shared between threads. The order in
 * which instances and tasks are given makes no difference to anything.
 *
 * <p>ECS describes instances and tasks in two answers. Tasks are needed for spreads, {@code distinctInstance} and {@code
 * task:group}, and to know what comes free when one stops; {@code remainingResources} of an instance has them subtracted already. Tasks
 * that an instance reports in {@code runningTasksCount} and that are not listed still count for queries about that number.
 */
public final class ClusterSnapshot {
    private static final ClusterSnapshot EMPTY = new ClusterSnapshot(List.of(), new TreeMap<>(), List.of());

    /** By id. */
    private final List<InstanceSnapshot> instances;

    private final NavigableMap<String, TaskSnapshot> tasks;
    private final List<String> notes;

    private ClusterSnapshot(
            List<InstanceSnapshot> instances, NavigableMap<String, TaskSnapshot> tasks, List<String> notes) {
        this.instances = Collections.unmodifiableList(instances);
        this.tasks = Collections.unmodifiableNavigableMap(tasks);
        this.notes = notes;
    }

    /**
     * A cluster without instances.
     *
     * @return the empty cluster
     */
    public static ClusterSnapshot empty() {
        return EMPTY;
    }

    /**
     * The cluster that describe-container-instances and describe-tasks describe. How many network interfaces an instance has for
     * tasks is known of its {@linkplain InstanceSnapshot#of type}; the described tasks that have one are subtracted from that.
     *
     * @param instances the instances
     * @param tasks the tasks; those that run elsewhere are left out. One without an ARN gets a number for a name
     * @return the cluster
     * @throws IllegalArgumentException if an instance is there twice or cannot be understood, or if a task is described twice and
     *     differently; the message names it
     */
    public static ClusterSnapshot of(Collection<ContainerInstance> instances, Collection<Task> tasks) {
        List<TaskSnapshot> running =
                tasks.stream().map(TaskSnapshot::of).filter(Objects::nonNull).toList();
        return ofDescribed(instances.stream().map(InstanceSnapshot::of).toList(), running);
    }

    /** The cluster of instances that have all of their interfaces free yet. */
    static ClusterSnapshot ofDescribed(List<InstanceSnapshot> instances, List<TaskSnapshot> tasks) {
        List<TaskSnapshot> running = tasks.stream().distinct().toList();
        Map<String, Long> interfaces = running.stream()
                .collect(Collectors.groupingBy(
                        TaskSnapshot::instanceId,
                        Collectors.summingLong(task -> task.held().networkInterfaces())));
        List<InstanceSnapshot> less = new ArrayList<>(instances);
        if (!interfaces.isEmpty()) {
            less.replaceAll(instance -> less(instance, interfaces.getOrDefault(instance.id(), 0L)));
        }
        return ofSnapshots(less, running);
    }

    private static InstanceSnapshot less(InstanceSnapshot instance, long interfaces) {
        Long all = instance.remaining().networkInterfaces();
        return all == null || interfaces == 0
                ? instance
                : instance.withRemaining(instance.remaining().withNetworkInterfaces(all - interfaces));
    }

    /**
     * A cluster of the given parts.
     *
     * @param instances the instances
     * @param tasks the tasks; one on an instance that is not given counts nowhere, and a {@linkplain #notes() note} says so
     * @return the cluster
     * @throws IllegalArgumentException if an instance is there twice, or if a task is there twice and differently
     */
    public static ClusterSnapshot ofSnapshots(Collection<InstanceSnapshot> instances, Collection<TaskSnapshot> tasks) {
        List<InstanceSnapshot> byId = new ArrayList<>(instances);
        byId.sort(INSTANCE_ORDER);
        Shared shared = new Shared();
        for (int i = 0; i < byId.size(); i++) {
            InstanceSnapshot instance = byId.get(i);
            if (i > 0 && instance.id().equals(byId.get(i - 1).id())) {
                throw new IllegalArgumentException("container instance " + instance.id() + " is listed twice");
            }
            byId.set(i, shared.instance(instance));
        }
        Set<String> notes = new TreeSet<>();
        NavigableMap<String, TaskSnapshot> known = new TreeMap<>();
        Set<String> unknownInstances = new HashSet<>();
        List<TaskSnapshot> inOrder = new ArrayList<>(tasks);
        inOrder.sort(TASK_ORDER);
        int unnamed = 0;
        for (TaskSnapshot given : inOrder) {
            TaskSnapshot task = given.id().equals("?") ? given.withId("?" + ++unnamed) : given;
            InstanceSnapshot instance = find(byId, task.instanceId());
            if (instance == null) {
                if (unknownInstances.add(task.instanceId())) {
                    notes.add("task " + task.id() + " runs on container instance " + task.instanceId()
                            + ", which is not listed; it is not counted");
                }
                continue;
            }
            TaskSnapshot normal = shared.task(
                    task.withHeld(task.held().withPorts(counted(task.held().ports(), instance))), instance);
            TaskSnapshot earlier = known.putIfAbsent(task.id(), normal);
            if (earlier != null) {
                if (!earlier.equals(normal)) {
                    throw new IllegalArgumentException(
                            "task " + task.id() + " is listed twice, and the two differ: " + earlier + ", " + normal);
                }
                notes.add("task " + task.id() + " is listed twice; it is counted once");
            }
        }
        byId.forEach(instance -> addNotes(instance, notes));
        return new ClusterSnapshot(byId, known, List.copyOf(notes));
    }

    private static final Comparator<InstanceSnapshot> INSTANCE_ORDER = Comparator.comparing(InstanceSnapshot::id);

    private static @Nullable InstanceSnapshot find(List<InstanceSnapshot> byId, String id) {
        int low = 0;
        int high = byId.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = byId.get(middle).id().compareTo(id);
            if (order == 0) {
                return byId.get(middle);
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return null;
    }

    private static final Comparator<TaskSnapshot> TASK_ORDER = Comparator.comparing(TaskSnapshot::id)
            .thenComparing(TaskSnapshot::instanceId)
            .thenComparing(TaskSnapshot::toString);

    /** Of the ports of a task those that count as reserved: a port assigned dynamically is not listed as taken. */
    private static TakenPorts counted(TakenPorts ofTask, InstanceSnapshot instance) {
        if (ofTask.count() == 0) {
            return ofTask;
        }
        TreeSet<Integer> tcp = new TreeSet<>(ofTask.tcp());
        TreeSet<Integer> udp = new TreeSet<>(ofTask.udp());
        tcp.retainAll(instance.takenPorts().tcp());
        tcp.removeAll(instance.reservedPorts().tcp());
        udp.retainAll(instance.takenPorts().udp());
        udp.removeAll(instance.reservedPorts().udp());
        return new TakenPorts(tcp, udp);
    }

    /** Most have none. */
    private static boolean hasAll(Set<String> all, Set<String> some) {
        return some.isEmpty() || all.containsAll(some);
    }

    private static void addNotes(InstanceSnapshot instance, Set<String> notes) {
        InstanceResources all = instance.registered();
        InstanceResources left = instance.remaining();
        if (left.cpuUnits() > all.cpuUnits()
                || left.memoryMib() > all.memoryMib()
                || !hasAll(all.gpuIds(), left.gpuIds())
                || !hasAll(all.neuronDeviceIds(), left.neuronDeviceIds())) {
            notes.add("container instance " + instance.id()
                    + " has more left than it has registered; what is left is taken as it is written");
        }
    }

    /**
     * The instances.
     *
     * @return in the order of their ids; unmodifiable
     */
    public List<InstanceSnapshot> instances() {
        return instances;
    }

    /**
     * One instance.
     *
     * @param id its id
     * @return the instance, empty if there is none of that id
     */
    public Optional<InstanceSnapshot> instance(String id) {
        return Optional.ofNullable(find(instances, id));
    }

    /**
     * The tasks on the instances.
     *
     * @return in the order of their ids; unmodifiable
     */
    public List<TaskSnapshot> tasks() {
        return List.copyOf(tasks.values());
    }

    /**
     * One task.
     *
     * @param id its id
     * @return the task, empty if there is none of that id
     */
    public Optional<TaskSnapshot> task(String id) {
        return Optional.ofNullable(tasks.get(id));
    }

    /**
     * What is odd about the input and was passed over.
     *
     * @return sentences in the order of the alphabet; unmodifiable, usually empty
     */
    public List<String> notes() {
        return notes;
    }

    /** Whether the other is a cluster with equal instances and tasks. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ClusterSnapshot cluster
                && instances.equals(cluster.instances)
                && tasks.equals(cluster.tasks);
    }

    @Override
    public int hashCode() {
        return 31 * instances.hashCode() + tasks.hashCode();
    }

    /** How much there is, for messages. */
    @Override
    public String toString() {
        return instances.size() + " container instances with " + tasks.size() + " tasks";
    }
}
