package io.stowage.ecs.placement.internal.engine;

import io.stowage.ecs.placement.internal.index.Handles;
import io.stowage.ecs.placement.internal.index.IdTable;
import io.stowage.ecs.placement.plugin.Candidate;
import io.stowage.ecs.placement.snapshot.TaskSnapshot;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * The books of an indexed core: what is known of its instances and tasks, by handle and by id, and nothing that helps to decide. A fork
 * shares them until one of the two writes to a part of them; what it shows of an instance goes its own way from the start.
 */
final class Books {
    /** Who counts tasks by group: the books would only count the same again. */
    @FunctionalInterface
    interface Counts {
        /** How many tasks of a group count on an instance. */
        int of(int instance, String group);
    }

    private final Handles<Node> nodes;
    private final Handles<LiveInstance> live = new Handles<>();
    private final IdTable ids;
    private final TaskList tasks;
    /** These are asked for with each decision or task, so they are made once. */
    private final IntFunction<@Nullable Node> nodesIfAny;

    private final IntFunction<TaskSnapshot> tasksThere;
    private final Counts counts;
    private Object owner = new Object();

    /** Nothing. */
    Books(Counts counts) {
        this.counts = counts;
        this.nodes = new Handles<>();
        this.ids = new IdTable(this::id);
        this.tasks = new TaskList(this::id);
        this.nodesIfAny = nodes::get;
        this.tasksThere = tasks::get;
    }

    private Books(Books from, Counts counts) {
        this.counts = counts;
        this.nodes = from.nodes.fork();
        this.ids = from.ids.fork(this::id);
        this.tasks = from.tasks.fork(this::id);
        this.nodesIfAny = nodes::get;
        this.tasksThere = tasks::get;
    }

    /** The same, going their own way from here on. */
    Books fork(Counts ofFork) {
        owner = new Object();
        return new Books(this, ofFork);
    }

    TaskList tasks() {
        return tasks;
    }

    /** All instances by handle, null where there is none. */
    IntFunction<@Nullable Node> nodesIfAny() {
        return nodesIfAny;
    }

    Node node(int instance) {
        return Objects.requireNonNull(nodes.get(instance));
    }

    String id(int instance) {
        return node(instance).id();
    }

    /** The handle of an instance, or {@link EngineCore#NONE}. */
    int find(String id) {
        return ids.find(id);
    }

    /** A node that may be written. */
    Node own(int instance) {
        Node node = node(instance);
        if (node.owner != owner) {
            node = node.copy();
            node.owner = owner;
            nodes.set(instance, node);
        }
        return node;
    }

    /** Takes in an instance under a handle that nobody has. */
    void add(int instance, Node node) {
        node.owner = owner;
        nodes.set(instance, node);
        ids.add(instance);
    }

    /** An instance is gone, and its tasks with it. */
    void remove(int instance) {
        Node node = node(instance);
        InstanceTasks lost = node.handles();
        for (int i = 0; i < lost.size(); i++) {
            tasks.remove(lost.get(i));
        }
        ids.remove(node.id());
        nodes.set(instance, null);
        live.set(instance, null);
    }

    /** What others see of an instance: always the same object while it is there. */
    Candidate candidate(int instance) {
        LiveInstance known = live.get(instance);
        if (known == null) {
            known = new LiveInstance(this, instance);
            live.set(instance, known);
        }
        return known;
    }

    /** How many tasks of a group count on an instance. */
    int counted(int instance, String group) {
        return counts.of(instance, group);
    }

    /** The groups that have tasks that count on an instance; unmodifiable. */
    Set<String> groupsOn(int instance) {
        Set<String> groups = new HashSet<>();
        InstanceTasks there = node(instance).handles();
        for (int i = 0; i < there.size(); i++) {
            String group = tasks.group(there.get(i));
            if (group != null && tasks.isCounted(there.get(i))) {
                groups.add(group);
            }
        }
        return Collections.unmodifiableSet(groups);
    }

    /** The tasks on an instance in the order of their ids; unmodifiable. */
    List<TaskSnapshot> tasksOn(int instance) {
        return node(instance).tasks(tasksThere);
    }
}
