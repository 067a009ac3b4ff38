package io.stowage.ecs.benchmarks.place;

import java.util.ArrayDeque;
import java.util.Arrays;

/** Batches of tasks of one service that come and go by one call each, on a cluster where tasks were placed one by one before. */
final class Batches {
    private final Indexed engine;
    private final int tasks;
    private final ArrayDeque<int[]> placed;
    private int[] spare;

    /** Takes over the engine, and what it placed last, in batches; tasks before that stay where they are. */
    Batches(Steady before, int tasks) {
        this.engine = (Indexed) before.placing();
        this.tasks = tasks;
        this.placed = new ArrayDeque<>();
        this.spare = new int[tasks];
        int[] instances = new int[before.size()];
        int[] known = {0};
        before.forEachTask((service, instance) -> instances[known[0]++] = instance);
        for (int to = instances.length; to >= tasks; to -= tasks) {
            placed.addFirst(Arrays.copyOfRange(instances, to - tasks, to));
        }
        if (placed.isEmpty()) {
            placed.add(place(new int[tasks]));
        }
    }

    /** Places a batch and releases the oldest; the instance of its last task. */
    int next() {
        int[] newest = place(spare);
        placed.addLast(newest);
        spare = placed.removeFirst();
        engine.releaseAll(0, tasks, spare);
        return newest[tasks - 1];
    }

    private int[] place(int[] batch) {
        int fitting = engine.placeAll(0, tasks, batch);
        if (fitting < tasks) {
            throw new IllegalStateException("there is room for " + fitting + " of " + tasks + " tasks only");
        }
        return batch;
    }
}
