package io.stowage.ecs.benchmarks.place;

import io.stowage.ecs.placement.snapshot.ClusterSnapshot;
import io.stowage.ecs.placement.snapshot.HeldResources;
import io.stowage.ecs.placement.snapshot.TakenPorts;
import io.stowage.ecs.placement.snapshot.TaskSnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A workload under way: who places, what was placed, and what comes next. */
final class Steady {
    private final Work work;
    private final Columns columns;
    private final Placing placing;
    private final int[] stream;
    private int next;

    private final int[] services;
    private final int[] instances;
    private int oldest;
    private int size;
    private int most;

    private Steady(Work work, Columns columns, Placing placing) {
        this.work = work;
        this.columns = columns;
        this.placing = placing;
        this.stream = work.stream();
        int capacity = Integer.highestOneBit(Math.max(2, work.tasks() + 1) * 2 - 1);
        this.services = new int[capacity];
        this.instances = new int[capacity];
        this.most = Integer.MAX_VALUE;
    }

    private Steady(Steady from, Placing placing) {
        this.work = from.work;
        this.columns = from.columns;
        this.placing = placing;
        this.stream = from.stream;
        this.next = from.next;
        this.services = from.services.clone();
        this.instances = from.instances.clone();
        this.oldest = from.oldest;
        this.size = from.size;
        this.most = from.most;
    }

    /** The engine, with the first tasks placed. */
    static Steady start(Work work) {
        Columns columns = Columns.of(work.fill(), work.instances());
        Steady steady = new Steady(work, columns, new Indexed(columns, work.asks()));
        for (int i = 0; i < work.tasks(); i++) {
            steady.place();
        }
        if (steady.size < work.tasks()) {
            for (int keep = steady.size * 3 / 4; steady.size > keep; ) {
                steady.releaseOldest();
            }
        }
        steady.most = steady.size;
        return steady;
    }

    /** Nothing to do, before a benchmark is made ready. */
    static Steady idle() {
        return start(new Work(Fill.EMPTY, 1, Kind.BINPACK_MEMORY.asks(1), new int[1], 0));
    }

    /** The same state for another, who is told of the tasks that are placed. */
    Steady continuedBy(Placing other) {
        return new Steady(this, other);
    }

    /** The same state for the scan. */
    Steady onScan() {
        return continuedBy(scan());
    }

    Scan scan() {
        Scan scan = new Scan(columns, work.asks());
        forEachTask((service, instance) -> scan.book(service, instance, 1));
        return scan;
    }

    /** The cluster in this state, with the tasks that were placed. */
    ClusterSnapshot snapshot() {
        List<TaskSnapshot> tasks = new ArrayList<>();
        Columns left = columns.copy();
        forEachTask((service, instance) -> {
            Ask ask = work.asks().get(service);
            left.cpuUnits[instance] -= ask.cpuUnits();
            left.memoryMib[instance] -= ask.memoryMib();
            tasks.add(TaskSnapshot.running(taskId(tasks.size()), Columns.id(instance), ask.group())
                    .withHeld(held(ask)));
        });
        return left.snapshot(tasks);
    }

    private static HeldResources held(Ask ask) {
        HeldResources held = HeldResources.of(ask.cpuUnits(), ask.memoryMib());
        return ask.port() ? held.withPorts(TakenPorts.of(List.of(ask.hostPort()), List.of())) : held;
    }

    /** What the tasks are called that were placed before, the oldest first. */
    static String taskId(int number) {
        return String.format(Locale.ROOT, "arn:aws:ecs:us-east-1:111122223333:task/bench/%032x", number);
    }

    /** Places the next task and releases the oldest, if there are more than before; the instance, or {@link Placing#NONE}. */
    int operation() {
        int instance = place();
        if (size > most) {
            releaseOldest();
        }
        return instance;
    }

    /** Places the next task. */
    int place() {
        int service = stream[next];
        next = next + 1 == stream.length ? 0 : next + 1;
        int instance = placing.place(service);
        if (instance != Placing.NONE) {
            int at = oldest + size & services.length - 1;
            services[at] = service;
            instances[at] = instance;
            size++;
        }
        return instance;
    }

    void releaseOldest() {
        placing.release(services[oldest], instances[oldest]);
        oldest = oldest + 1 & services.length - 1;
        size--;
    }

    /** What is done with a task. */
    @FunctionalInterface
    interface TaskAction {
        void accept(int service, int instance);
    }

    /** Hands out the tasks that are placed, the oldest first. */
    void forEachTask(TaskAction action) {
        for (int i = 0; i < size; i++) {
            int at = oldest + i & services.length - 1;
            action.accept(services[at], instances[at]);
        }
    }

    /** How many tasks are placed. */
    int size() {
        return size;
    }

    Columns columns() {
        return columns;
    }

    Placing placing() {
        return placing;
    }
}
