package io.stowage.ecs.placement.internal.engine;

import io.stowage.ecs.placement.snapshot.TaskSnapshot;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * The tasks on one instance, by their handles. They come and go far more often than anybody asks for all of them, so they are put together
 * and in order when that happens, and the answer is kept until it is no longer true. Forks on other threads may ask at the same time, each
 * with books of its own, in which these tasks are the same; the kept answer is immutable, and which of two equal ones is kept does not
 * matter.
 */
final class InstanceTasks {
    private static final Comparator<TaskSnapshot> BY_ID = Comparator.comparing(TaskSnapshot::id);

    private static final int[] NONE = {};

    private int[] tasks;
    private int size;
    private @Nullable List<TaskSnapshot> inOrder;

    /** Those. */
    InstanceTasks(int[] tasks) {
        this.tasks = tasks.length == 0 ? NONE : tasks;
        this.size = tasks.length;
    }

    private InstanceTasks(InstanceTasks from) {
        this.tasks = from.size == 0 ? NONE : Arrays.copyOf(from.tasks, from.size);
        this.size = from.size;
        this.inOrder = from.inOrder;
    }

    InstanceTasks copy() {
        return new InstanceTasks(this);
    }

    void add(int task) {
        if (size == tasks.length) {
            // Most instances have few tasks, and there are many instances.
            tasks = Arrays.copyOf(tasks, size + (size >> 2) + 2);
        }
        tasks[size++] = task;
        inOrder = null;
    }

    /** Takes away a task that is there. */
    void remove(int task) {
        // Tasks that stop are mostly old, and those are in front; a few dozen numbers are looked through in no time.
        int place = 0;
        while (tasks[place] != task) {
            place++;
        }
        tasks[place] = tasks[--size];
        inOrder = null;
    }

    /** A task is not what it was. */
    void changed() {
        inOrder = null;
    }

    int size() {
        return size;
    }

    /** One of them, in no order. */
    int get(int place) {
        return tasks[place];
    }

    /**
     * All of them in the order of their ids; unmodifiable.
     *
     * @param books the tasks by handle
     */
    List<TaskSnapshot> inOrder(IntFunction<TaskSnapshot> books) {
        List<TaskSnapshot> known = inOrder;
        if (known == null) {
            TaskSnapshot[] all = new TaskSnapshot[size];
            for (int i = 0; i < size; i++) {
                all[i] = books.apply(tasks[i]);
            }
            Arrays.sort(all, BY_ID);
            known = List.of(all);
            inOrder = known;
        }
        return known;
    }
}
