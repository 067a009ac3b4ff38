package io.stowage.ecs.placement.internal.engine;

import io.stowage.ecs.placement.internal.index.FreeHandles;
import io.stowage.ecs.placement.internal.index.Handles;
import io.stowage.ecs.placement.internal.index.IdTable;
import io.stowage.ecs.placement.internal.index.IntColumn;
import io.stowage.ecs.placement.internal.index.NumberedId;
import io.stowage.ecs.placement.snapshot.HeldResources;
import io.stowage.ecs.placement.snapshot.TaskSnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * The tasks of a core by handle and by id. Forks share what neither of the two has changed.
 *
 * <p>Of a task that the session named itself it keeps a pattern, which many tasks share, and two numbers: that at the end of its id and its
 * instance; the task is put together when somebody asks for it. It is found by its id in one piece as well as by the two parts of that.
 * Tasks that came from elsewhere, or are no longer what they were when they were placed, are kept as they are. With what its instance and
 * the index keep of it, a task that is put together so has 39 bytes with 300,000 of them on 100,000 instances, where it had some 160 as an
 * object with an id.
 */
final class TaskList implements IdTable.Ids {
    /** A {@link TaskSnapshot}, or the {@link TaskPattern} of tasks that have a number. */
    private final Handles<Object> tasks;

    private final IntColumn numbers;
    private final IntColumn instances;
    private final IdTable byId;
    private final FreeHandles handles;
    private final IntFunction<String> instanceIds;
    private Object owner = new Object();

    /**
     * No tasks.
     *
     * @param instanceIds the ids of instances by handle
     */
    TaskList(IntFunction<String> instanceIds) {
        this.tasks = new Handles<>();
        this.numbers = new IntColumn();
        this.instances = new IntColumn();
        this.byId = new IdTable(this);
        this.handles = new FreeHandles();
        this.instanceIds = instanceIds;
    }

    private TaskList(TaskList from, IntFunction<String> instanceIds) {
        this.tasks = from.tasks.fork();
        this.numbers = from.numbers.share();
        this.instances = from.instances.share();
        this.byId = from.byId.fork(this);
        this.handles = from.handles.fork();
        this.instanceIds = instanceIds;
    }

    /** The same tasks, going their own way from here on, on the instances of a fork. */
    TaskList fork(IntFunction<String> instanceIdsOfFork) {
        owner = new Object();
        return new TaskList(this, instanceIdsOfFork);
    }

    @Override
    public String text(int handle) {
        Object task = object(handle);
        return task instanceof TaskPattern pattern ? pattern.prefix() : ((TaskSnapshot) task).id();
    }

    @Override
    public int number(int handle) {
        return numbers.get(handle);
    }

    private Object object(int handle) {
        return Objects.requireNonNull(tasks.get(handle));
    }

    TaskSnapshot get(int handle) {
        Object task = object(handle);
        return task instanceof TaskPattern pattern
                ? pattern.task(numbers.get(handle), instanceIds.apply(instances.get(handle)))
                : (TaskSnapshot) task;
    }

    /** The handle of the instance of a task. */
    int instance(int handle) {
        return instances.get(handle);
    }

    /** The group in which a task counts; null if it counts in none. */
    @Nullable
    String group(int handle) {
        Object task = object(handle);
        return task instanceof TaskPattern pattern ? pattern.group() : ((TaskSnapshot) task).group();
    }

    boolean isCounted(int handle) {
        Object task = object(handle);
        return task instanceof TaskPattern || ((TaskSnapshot) task).counted();
    }

    HeldResources held(int handle) {
        Object task = object(handle);
        return task instanceof TaskPattern pattern ? pattern.held() : ((TaskSnapshot) task).held();
    }

    /** The handle of an id, or {@link EngineCore#NONE}. */
    int find(String text, int number) {
        return byId.find(text, number);
    }

    int add(TaskSnapshot task, int instance) {
        return add(task, NumberedId.NONE, instance);
    }

    int add(TaskPattern pattern, int number, int instance) {
        return add((Object) pattern, number, instance);
    }

    private int add(Object task, int number, int instance) {
        int handle = handles.take();
        tasks.set(handle, task);
        numbers.grow(handle, owner);
        numbers.set(handle, number, owner);
        instances.grow(handle, owner);
        instances.set(handle, instance, owner);
        byId.add(handle);
        return handle;
    }

    /** The instance of a task has got a handle. */
    void setInstance(int handle, int instance) {
        instances.set(handle, instance, owner);
    }

    /** Puts a task in the place of one of the same id. */
    void replace(int handle, TaskSnapshot task) {
        tasks.set(handle, task);
        numbers.set(handle, NumberedId.NONE, owner);
    }

    void remove(int handle) {
        byId.remove(text(handle), number(handle));
        tasks.set(handle, null);
        handles.giveBack(handle);
    }

    /** All of them, in no order. */
    List<TaskSnapshot> all() {
        List<TaskSnapshot> all = new ArrayList<>();
        for (int handle = 0; handle < handles.end(); handle++) {
            if (tasks.get(handle) != null) {
                all.add(get(handle));
            }
        }
        return all;
    }
}
