package io.stowage.ecs.cql.column;

import io.stowage.ecs.cql.Dependency;
import io.stowage.ecs.cql.InstanceDescription;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Columns ready to be filled: add instances, change them, and keep {@linkplain LiveAnswer answers} to any number of queries over
 * them. Rows keep their numbers for ever; one whose instance has left can be {@linkplain #set set} to another. Not safe for use by
 * several threads while one of them changes it.
 */
public final class InstanceTable implements InstanceColumns {
    private final Map<Dependency, ChangeLog> changes = new EnumMap<>(Dependency.class);
    private final Map<String, TextStore> attributes = new HashMap<>();
    private final TextStore ec2InstanceId = new TextStore();
    private final TextStore agentVersion = new TextStore();
    private final NumberStore agentConnected = new NumberStore();
    private final NumberStore registeredAt = new NumberStore();
    private final NumberStore runningTasksCount = new NumberStore();
    private final GroupStore taskGroups = new GroupStore();
    private int size;

    /** Makes a table without rows. */
    public InstanceTable() {
        Stream.of(Dependency.values()).forEach(dependency -> changes.put(dependency, new ChangeLog()));
    }

    /**
     * Adds a row.
     *
     * @param instance the instance in it
     * @return the number of the row
     */
    public int add(InstanceDescription instance) {
        Objects.requireNonNull(instance, "instance");
        int row = size++;
        write(row, instance);
        changes.values().forEach(log -> log.add(row));
        return row;
    }

    /**
     * Replaces everything in a row.
     *
     * @param row the row
     * @param instance the instance in it
     */
    public void set(int row, InstanceDescription instance) {
        Objects.checkIndex(row, size);
        Objects.requireNonNull(instance, "instance");
        write(row, instance);
        changes.values().forEach(log -> log.add(row));
    }

    /**
     * Sets an attribute.
     *
     * @param row the row
     * @param name the name of the attribute
     * @param value its value, empty for none
     */
    public void setAttribute(int row, String name, String value) {
        Objects.checkIndex(row, size);
        Objects.requireNonNull(value, "value");
        if (attributes.computeIfAbsent(name, absent -> new TextStore()).set(row, value)) {
            changed(row, Dependency.ATTRIBUTES);
        }
    }

    /**
     * Removes an attribute, if it is there.
     *
     * @param row the row
     * @param name the name of the attribute
     */
    public void removeAttribute(int row, String name) {
        Objects.checkIndex(row, size);
        TextStore column = attributes.get(name);
        if (column != null && column.set(row, null)) {
            changed(row, Dependency.ATTRIBUTES);
        }
    }

    /**
     * Says whether the agent is connected and which version it has.
     *
     * @param row the row
     * @param connected whether it is
     * @param version its version, or null when unknown
     */
    public void setAgent(int row, boolean connected, @Nullable String version) {
        Objects.checkIndex(row, size);
        boolean connectionChanged = agentConnected.set(row, connected ? 1 : 0);
        boolean versionChanged = agentVersion.set(row, version);
        if (connectionChanged || versionChanged) {
            changed(row, Dependency.AGENT);
        }
    }

    /**
     * Counts one more task.
     *
     * @param row the row
     * @param group the group of the task, or null when it is not known
     */
    public void addTask(int row, @Nullable String group) {
        Objects.checkIndex(row, size);
        runningTasksCount.set(row, runningTasksCount.value(row) + 1);
        changed(row, Dependency.RUNNING_TASKS_COUNT);
        if (group != null && taskGroups.add(row, group)) {
            changed(row, Dependency.TASK_GROUPS);
        }
    }

    /**
     * Counts one task less.
     *
     * @param row the row
     * @param group the group of the task, or null when it is not known
     * @throws IllegalArgumentException if the row has no such task
     */
    public void removeTask(int row, @Nullable String group) {
        Objects.checkIndex(row, size);
        long count = runningTasksCount.value(row);
        if (count == 0) {
            throw new IllegalArgumentException("row " + row + " has no task");
        }
        boolean last = group != null && taskGroups.remove(row, group);
        runningTasksCount.set(row, count - 1);
        changed(row, Dependency.RUNNING_TASKS_COUNT);
        if (last) {
            changed(row, Dependency.TASK_GROUPS);
        }
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public long version(Dependency dependency) {
        return log(dependency).version();
    }

    @Override
    public boolean forEachChange(Dependency dependency, long since, IntConsumer row) {
        return log(dependency).forEachSince(since, row);
    }

    @Override
    public @Nullable TextColumn attribute(String name) {
        return attributes.get(name);
    }

    @Override
    public TextColumn ec2InstanceId() {
        return ec2InstanceId;
    }

    @Override
    public TextColumn agentVersion() {
        return agentVersion;
    }

    @Override
    public NumberColumn agentConnected() {
        return agentConnected;
    }

    @Override
    public NumberColumn registeredAt() {
        return registeredAt;
    }

    @Override
    public NumberColumn runningTasksCount() {
        return runningTasksCount;
    }

    @Override
    public GroupColumn taskGroups() {
        return taskGroups;
    }

    private void write(int row, InstanceDescription instance) {
        for (String name : instance.attributes().keySet()) {
            attributes.computeIfAbsent(name, absent -> new TextStore());
        }
        attributes.forEach(
                (name, column) -> column.set(row, instance.attributes().get(name)));
        ec2InstanceId.set(row, instance.ec2InstanceId());
        agentVersion.set(row, instance.agentVersion());
        agentConnected.set(row, instance.agentConnected() ? 1 : 0);
        registeredAt.set(
                row,
                instance.registeredAt() == null
                        ? NumberColumn.UNKNOWN
                        : instance.registeredAt().getEpochSecond());
        runningTasksCount.set(row, instance.runningTasksCount());
        taskGroups.clear(row);
        instance.taskGroups().forEach(group -> taskGroups.add(row, group));
    }

    private void changed(int row, Dependency dependency) {
        log(dependency).add(row);
    }

    private ChangeLog log(Dependency dependency) {
        return Objects.requireNonNull(changes.get(dependency));
    }
}
