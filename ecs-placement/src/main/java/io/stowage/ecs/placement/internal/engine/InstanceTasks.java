package io.stowage.ecs.placement.internal.engine;

import io.stowage.ecs.placement.snapshot.TaskSnapshot;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The tasks on one instance. They come and go far more often than anybody asks for all of them, so they are put in order when that happens,
 * and the answer is kept until it is no longer true. Forks on other threads may ask at the same time; the kept answer is immutable, and
 * which of two equal ones is kept does not matter.
 */
final class InstanceTasks {
    private static final Comparator<TaskSnapshot> BY_ID = Comparator.comparing(TaskSnapshot::id);

    private @Nullable TaskSnapshot[] tasks;
    private int size;
    private @Nullable List<TaskSnapshot> inOrder;

    /** Those, each with an id of its own. */
    InstanceTasks(Collection<TaskSnapshot> tasks) {
        this.tasks = tasks.toArray(new TaskSnapshot[0]);
        this.size = this.tasks.length;
    }

    private InstanceTasks(InstanceTasks from) {
        this.tasks = Arrays.copyOf(from.tasks, from.size);
        this.size = from.size;
        this.inOrder = from.inOrder;
    }

    InstanceTasks copy() {
        return new InstanceTasks(this);
    }

    void add(TaskSnapshot task) {
        if (size == tasks.length) {
            tasks = Arrays.copyOf(tasks, size + (size >> 1) + 2);
        }
        tasks[size++] = task;
        inOrder = null;
    }

    /** Takes away a task that is there: this very object. */
    void remove(TaskSnapshot task) {
        int place = place(task);
        tasks[place] = tasks[--size];
        tasks[size] = null;
        inOrder = null;
    }

    /** Puts a task in the place of one of the same id that is there. */
    void replace(TaskSnapshot task, TaskSnapshot by) {
        tasks[place(task)] = by;
        inOrder = null;
    }

    @SuppressWarnings(
            "ReferenceEquality") // the books have one object for a task, and comparing what it says costs twenty times
    // as much
    private int place(TaskSnapshot task) {
        for (int i = 0; i < size; i++) {
            if (tasks[i] == task) {
                return i;
            }
        }
        throw new IllegalStateException("there is no task " + task.id() + " here");
    }

    /** All of them in the order of their ids; unmodifiable. */
    List<TaskSnapshot> inOrder() {
        List<TaskSnapshot> known = inOrder;
        if (known == null) {
            TaskSnapshot[] all = new TaskSnapshot[size];
            for (int i = 0; i < size; i++) {
                all[i] = Objects.requireNonNull(tasks[i]);
            }
            Arrays.sort(all, BY_ID);
            known = List.of(all);
            inOrder = known;
        }
        return known;
    }
}
