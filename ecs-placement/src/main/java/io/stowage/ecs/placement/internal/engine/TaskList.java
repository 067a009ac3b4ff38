package io.stowage.ecs.placement.internal.engine;

import io.stowage.ecs.placement.internal.index.Handles;
import io.stowage.ecs.placement.internal.index.IdTable;
import io.stowage.ecs.placement.snapshot.TaskSnapshot;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** The tasks of a core by handle and by id. Forks share what neither of the two has changed. */
final class TaskList {
    private final Handles<TaskSnapshot> tasks;
    private final IdTable byId;
    private int capacity;
    private int[] free;
    private int freeCount;

    TaskList() {
        this.tasks = new Handles<>();
        this.byId = new IdTable(this::idOf);
        this.free = new int[4];
    }

    private TaskList(TaskList from) {
        this.tasks = from.tasks.fork();
        this.byId = from.byId.fork(this::idOf);
        this.capacity = from.capacity;
        this.free = from.free.clone();
        this.freeCount = from.freeCount;
    }

    TaskList fork() {
        return new TaskList(this);
    }

    private String idOf(int handle) {
        return get(handle).id();
    }

    TaskSnapshot get(int handle) {
        return Objects.requireNonNull(tasks.get(handle));
    }

    /** The handle of an id, or {@link EngineCore#NONE}. */
    int find(String id) {
        return byId.find(id);
    }

    int add(TaskSnapshot task) {
        int handle = freeCount > 0 ? free[--freeCount] : capacity++;
        tasks.set(handle, task);
        byId.add(handle);
        return handle;
    }

    /** Puts a task in the place of one of the same id. */
    void replace(int handle, TaskSnapshot task) {
        tasks.set(handle, task);
    }

    void remove(int handle) {
        byId.remove(idOf(handle));
        tasks.set(handle, null);
        if (freeCount == free.length) {
            free = Arrays.copyOf(free, freeCount * 2);
        }
        free[freeCount++] = handle;
    }

    /** All of them, in no order. */
    List<TaskSnapshot> all() {
        List<TaskSnapshot> all = new ArrayList<>();
        for (int handle = 0; handle < capacity; handle++) {
            TaskSnapshot task = tasks.get(handle);
            if (task != null) {
                all.add(task);
            }
        }
        return all;
    }
}
