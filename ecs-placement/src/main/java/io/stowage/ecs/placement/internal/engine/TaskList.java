package io.stowage.ecs.placement.internal.engine;

import io.stowage.ecs.placement.internal.index.FreeHandles;
import io.stowage.ecs.placement.internal.index.Handles;
import io.stowage.ecs.placement.internal.index.IdTable;
import io.stowage.ecs.placement.snapshot.TaskSnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The tasks of a core by handle and by id. Forks share what neither of the two has changed. */
final class TaskList {
    private final Handles<TaskSnapshot> tasks;
    private final IdTable byId;
    private final FreeHandles handles;

    TaskList() {
        this.tasks = new Handles<>();
        this.byId = new IdTable(this::idOf);
        this.handles = new FreeHandles();
    }

    private TaskList(TaskList from) {
        this.tasks = from.tasks.fork();
        this.byId = from.byId.fork(this::idOf);
        this.handles = from.handles.fork();
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
        int handle = handles.take();
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
        handles.giveBack(handle);
    }

    /** All of them, in no order. */
    List<TaskSnapshot> all() {
        List<TaskSnapshot> all = new ArrayList<>();
        for (int handle = 0; handle < handles.end(); handle++) {
            TaskSnapshot task = tasks.get(handle);
            if (task != null) {
                all.add(task);
            }
        }
        return all;
    }
}
