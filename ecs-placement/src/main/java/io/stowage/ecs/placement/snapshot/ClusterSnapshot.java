package io.stowage.ecs.placement.snapshot;

import io.stowage.ecs.model.cluster.ContainerInstance;
import io.stowage.ecs.model.task.Task;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/**
 * A cluster at one moment: its container instances, and the tasks on them. Immutable; may be shared between threads. The order in
 * which instances and tasks are given makes no difference to anything.
 *
 * <p>ECS describes instances and tasks in two answers. Tasks are needed for spreads, {@code distinctInstance} and {@code
 * task:group}; resources are not taken from them, because {@code remainingResources} of an instance has them subtracted. Tasks
 * that an instance reports in {@code runningTasksCount} and that are not listed still count for queries about that number.
 */
public final class ClusterSnapshot {
    private static final ClusterSnapshot EMPTY = new ClusterSnapshot(new TreeMap<>(), List.of(), List.of());

    private final NavigableMap<String, InstanceSnapshot> instances;
    private final List<TaskSnapshot> tasks;
    private final List<String> notes;

    private ClusterSnapshot(
            NavigableMap<String, InstanceSnapshot> instances, List<TaskSnapshot> tasks, List<String> notes) {
        this.instances = instances;
        this.tasks = tasks;
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
     * The cluster that describe-container-instances and describe-tasks describe.
     *
     * @param instances the instances
     * @param tasks the tasks; those that run elsewhere are left out
     * @return the cluster
     * @throws IllegalArgumentException if an instance is there twice or cannot be understood; the message names it
     */
    public static ClusterSnapshot of(Collection<ContainerInstance> instances, Collection<Task> tasks) {
        return ofSnapshots(
                instances.stream().map(InstanceSnapshot::of).toList(),
                tasks.stream().map(TaskSnapshot::of).filter(Objects::nonNull).toList());
    }

    /**
     * A cluster of the given parts.
     *
     * @param instances the instances
     * @param tasks the tasks; one on an instance that is not given counts nowhere, and a {@linkplain #notes() note} says so
     * @return the cluster
     * @throws IllegalArgumentException if an instance is there twice
     */
    public static ClusterSnapshot ofSnapshots(Collection<InstanceSnapshot> instances, Collection<TaskSnapshot> tasks) {
        NavigableMap<String, InstanceSnapshot> byId = new TreeMap<>();
        for (InstanceSnapshot instance : instances) {
            if (byId.put(instance.id(), instance) != null) {
                throw new IllegalArgumentException("container instance " + instance.id() + " is listed twice");
            }
        }
        List<String> notes = new ArrayList<>();
        List<TaskSnapshot> known = new ArrayList<>();
        Set<String> unknownInstances = new HashSet<>();
        for (TaskSnapshot task : tasks) {
            if (byId.containsKey(task.instanceId())) {
                known.add(task);
            } else if (unknownInstances.add(task.instanceId())) {
                notes.add("task " + task.id() + " runs on container instance " + task.instanceId()
                        + ", which is not listed; it is not counted");
            }
        }
        return new ClusterSnapshot(
                byId, List.copyOf(known), notes.stream().sorted().toList());
    }

    /**
     * The instances.
     *
     * @return in the order of their ids; unmodifiable
     */
    public List<InstanceSnapshot> instances() {
        return List.copyOf(instances.values());
    }

    /**
     * The tasks on the instances.
     *
     * @return in the order given; unmodifiable
     */
    public List<TaskSnapshot> tasks() {
        return tasks;
    }

    /**
     * What is odd about the input and was passed over.
     *
     * @return sentences; unmodifiable, usually empty
     */
    public List<String> notes() {
        return notes;
    }
}
