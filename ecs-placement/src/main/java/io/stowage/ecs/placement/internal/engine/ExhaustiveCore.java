package io.stowage.ecs.placement.internal.engine;

import io.stowage.ecs.placement.plugin.Candidate;
import io.stowage.ecs.placement.plugin.ResourcePlugin;
import io.stowage.ecs.placement.plugin.RunningTask;
import io.stowage.ecs.placement.snapshot.ClusterSnapshot;
import io.stowage.ecs.placement.snapshot.InstanceSnapshot;
import io.stowage.ecs.placement.snapshot.TaskSnapshot;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Decides by looking at every instance for every task. There is no index and nothing is remembered from one decision to the next, so what
 * it does can be read off the rules, and any cleverer engine is right if it agrees with this one.
 */
public final class ExhaustiveCore implements EngineCore {
    private final List<ResourcePlugin> resources;
    private final NavigableMap<String, Instance> nodes = new TreeMap<>();
    private final List<@Nullable Instance> nodesByHandle;
    private final Map<String, Integer> taskHandles;
    private final List<@Nullable TaskSnapshot> tasksByHandle;

    /** An instance, which belongs to one core alone and so knows what is on it. */
    private static final class Instance extends Node {
        private final int handle;
        private final IntFunction<TaskSnapshot> books;
        private final GroupCounts countedByGroup;

        Instance(
                int handle,
                InstanceSnapshot instance,
                List<TaskSnapshot> tasks,
                int[] handles,
                List<ResourcePlugin> resources,
                IntFunction<TaskSnapshot> books) {
            super(instance, tasks, handles, resources);
            this.handle = handle;
            this.books = books;
            this.countedByGroup = new GroupCounts();
            tasks.forEach(task -> count(task, 1));
        }

        Instance(Instance from, IntFunction<TaskSnapshot> books) {
            super(from);
            this.handle = from.handle;
            this.books = books;
            this.countedByGroup = from.countedByGroup.copy();
        }

        private void count(TaskSnapshot task, int sign) {
            if (task.counted() && task.group() != null) {
                countedByGroup.add(task.group(), sign);
            }
        }

        void add(int task, TaskSnapshot facts) {
            add(task, facts.counted(), facts.held());
            count(facts, 1);
        }

        void remove(int task, TaskSnapshot facts) {
            remove(task, facts.counted(), facts.held());
            count(facts, -1);
        }

        void change(TaskSnapshot before, TaskSnapshot now) {
            change(before.counted(), now.counted());
            count(before, -1);
            count(now, 1);
        }

        @Override
        public int countedTasks(String group) {
            return countedByGroup.of(group);
        }

        @Override
        public Collection<String> taskGroups() {
            return countedByGroup.groups();
        }

        @Override
        public List<TaskSnapshot> tasks() {
            return tasks(books);
        }
    }

    /**
     * A core with the books of a cluster.
     *
     * @param cluster the cluster
     * @param resources the custom resources, guarded
     */
    public ExhaustiveCore(ClusterSnapshot cluster, List<ResourcePlugin> resources) {
        this.resources = resources;
        this.nodesByHandle = new ArrayList<>();
        this.taskHandles = new HashMap<>();
        this.tasksByHandle = new ArrayList<>();
        Map<String, List<TaskSnapshot>> byInstance = new HashMap<>();
        for (TaskSnapshot task : cluster.tasks()) {
            byInstance
                    .computeIfAbsent(task.instanceId(), id -> new ArrayList<>())
                    .add(task);
            list(task);
        }
        for (InstanceSnapshot instance : cluster.instances()) {
            addNode(instance, byInstance.getOrDefault(instance.id(), List.of()));
        }
    }

    private ExhaustiveCore(ExhaustiveCore from) {
        this.resources = from.resources;
        this.nodesByHandle = new ArrayList<>(from.nodesByHandle);
        this.taskHandles = new HashMap<>(from.taskHandles);
        this.tasksByHandle = new ArrayList<>(from.tasksByHandle);
        for (Instance node : from.nodes.values()) {
            Instance copy = new Instance(node, this::describeTask);
            nodes.put(copy.id(), copy);
            nodesByHandle.set(copy.handle, copy);
        }
    }

    private int addNode(InstanceSnapshot instance, List<TaskSnapshot> tasks) {
        int[] handles = tasks.stream().mapToInt(task -> task(task.id())).toArray();
        int handle = nodesByHandle.size();
        Instance node = new Instance(handle, instance, tasks, handles, resources, this::describeTask);
        nodes.put(node.id(), node);
        nodesByHandle.add(node);
        return handle;
    }

    private int list(TaskSnapshot task) {
        int handle = tasksByHandle.size();
        tasksByHandle.add(task);
        taskHandles.put(task.id(), handle);
        return handle;
    }

    private Instance node(int instance) {
        return Objects.requireNonNull(nodesByHandle.get(instance));
    }

    private Instance nodeOf(TaskSnapshot task) {
        return Objects.requireNonNull(nodes.get(task.instanceId()));
    }

    @Override
    public int instance(String id) {
        Instance node = nodes.get(id);
        return node == null ? NONE : node.handle;
    }

    @Override
    public Candidate candidate(int instance) {
        return node(instance);
    }

    @Override
    public List<Candidate> cluster() {
        return List.copyOf(nodes.values());
    }

    @Override
    public int register(InstanceSnapshot instance) {
        return addNode(instance, List.of());
    }

    @Override
    public void deregister(int instance) {
        Node node = node(instance);
        node.tasks().forEach(task -> unlist(task.id()));
        nodes.remove(node.id());
        nodesByHandle.set(instance, null);
    }

    private void unlist(String taskId) {
        Integer handle = taskHandles.remove(taskId);
        tasksByHandle.set(Objects.requireNonNull(handle), null);
    }

    @Override
    public InstanceSnapshot describe(int instance) {
        return node(instance).snapshot();
    }

    @Override
    public void change(int instance, InstanceSnapshot facts) {
        node(instance).change(facts);
    }

    @Override
    public int task(String id) {
        return taskHandles.getOrDefault(id, NONE);
    }

    @Override
    public TaskSnapshot describeTask(int task) {
        return Objects.requireNonNull(tasksByHandle.get(task));
    }

    @Override
    public int add(int instance, TaskSnapshot task) {
        int handle = list(task);
        node(instance).add(handle, task);
        return handle;
    }

    @Override
    public void remove(int task) {
        TaskSnapshot gone = describeTask(task);
        nodeOf(gone).remove(task, gone);
        unlist(gone.id());
    }

    @Override
    public void changeTask(int task, TaskSnapshot facts) {
        TaskSnapshot before = describeTask(task);
        TaskSnapshot now = before.withCounted(facts.counted()).withScaleInProtection(facts.scaleInProtected());
        nodeOf(before).change(before, now);
        tasksByHandle.set(task, now);
    }

    @Override
    public Map<String, Long> countedTasks(String group, String attribute) {
        Map<String, Long> counts = new HashMap<>();
        for (Node node : nodes.values()) {
            String value = node.attributeValue(attribute);
            if (value != null) {
                counts.merge(value, (long) node.countedTasks(group), Long::sum);
            }
        }
        return counts;
    }

    @Override
    public int choose(Plan plan, Turn turn) {
        Candidate chosen = choose(nodes.values(), plan, turn);
        return chosen == null ? NONE : instance(chosen.id());
    }

    /** The best of the instances, which are in the order of their ids. */
    static @Nullable Candidate choose(Iterable<? extends Candidate> instances, Plan plan, Turn turn) {
        List<Candidate> candidates = new ArrayList<>();
        for (Candidate instance : instances) {
            if (plan.pool().outside(instance) == null && plan.firstFailed(instance, turn) == null) {
                candidates.add(instance);
            }
        }
        return candidates.isEmpty() ? null : plan.narrow(candidates, turn).chosen();
    }

    @Override
    public int chooseToStop(StopPlan plan, Turn turn) {
        List<RunningTask> candidates = plan.candidates(cluster());
        return candidates.isEmpty()
                ? NONE
                : task(plan.narrow(candidates, turn).chosen().task().id());
    }

    @Override
    public EngineCore fork() {
        return new ExhaustiveCore(this);
    }

    @Override
    public ClusterSnapshot snapshot() {
        return ClusterSnapshot.ofSnapshots(
                nodes.values().stream().map(Node::snapshot).toList(),
                tasksByHandle.stream().filter(Objects::nonNull).toList());
    }
}
