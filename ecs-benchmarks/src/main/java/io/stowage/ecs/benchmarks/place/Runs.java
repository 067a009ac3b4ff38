package io.stowage.ecs.benchmarks.place;

/**
 * Deployments one after the other: each places a run of tasks of one service by one call, and another call releases the oldest run, so
 * that the fill stays as it is. Which service comes next is drawn as everywhere.
 */
final class Runs {
    private final Indexed engine;
    private final int tasks;
    private final int[] stream;
    private int next;

    private final int[] services;
    private final int[] sizes;
    private final int[][] instances;
    private int oldest;
    private int runs;

    private Runs(Indexed engine, int tasks, int[] stream, int capacity) {
        this.engine = engine;
        this.tasks = tasks;
        this.stream = stream;
        this.services = new int[capacity];
        this.sizes = new int[capacity];
        this.instances = new int[capacity][tasks];
    }

    /**
     * Runs of that many tasks under way.
     *
     * @param work the services, each of whose stream sends a run, and how many tasks are placed before anything is timed
     * @param tasks how many tasks a run has
     */
    static Runs start(Work work, int tasks) {
        Columns columns = Columns.of(work.fill(), work.instances());
        int kept = Math.max(1, work.tasks() / tasks);
        Runs runs = new Runs(new Indexed(columns, work.asks()), tasks, work.stream(), kept + 1);
        while (runs.runs < kept) {
            runs.place();
        }
        return runs;
    }

    /**
     * Compares with the scan, which places and releases the same tasks one by one.
     *
     * @return how many tasks were placed
     * @throws IllegalStateException if the two differ
     */
    static int check(Work work, int tasks, int operations) {
        Runs runs = start(work, tasks);
        Scan scan = new Scan(Columns.of(work.fill(), work.instances()), work.asks());
        for (int i = 0; i < runs.runs; i++) {
            runs.compare(work, scan, i);
        }
        int placed = 0;
        for (int done = 0; done < operations; done += tasks) {
            placed += runs.place();
            runs.compare(work, scan, runs.oldest + runs.runs - 1);
            int at = runs.oldest;
            for (int i = 0; i < runs.sizes[at]; i++) {
                scan.release(runs.services[at], runs.instances[at][i]);
            }
            runs.releaseOldest();
        }
        return placed;
    }

    private void compare(Work work, Scan scan, int run) {
        int at = run % services.length;
        for (int i = 0; i < tasks; i++) {
            int expected = scan.place(services[at]);
            int actual = i < sizes[at] ? instances[at][i] : Placing.NONE;
            if (actual != expected) {
                throw new IllegalStateException("task " + i + " of a run of " + work + ", of "
                        + work.asks().get(services[at]) + ": the engine chose " + actual + ", the scan " + expected);
            }
            if (expected == Placing.NONE) {
                return;
            }
        }
    }

    /** Places a run and releases the oldest; how many tasks were placed. */
    int next() {
        int placed = place();
        releaseOldest();
        return placed;
    }

    private int place() {
        int service = stream[next];
        next = next + 1 == stream.length ? 0 : next + 1;
        int at = oldest + runs;
        at = at < services.length ? at : at - services.length;
        services[at] = service;
        sizes[at] = engine.placeAll(service, tasks, instances[at]);
        runs++;
        return sizes[at];
    }

    private void releaseOldest() {
        engine.releaseAll(services[oldest], sizes[oldest], instances[oldest]);
        oldest = oldest + 1 == services.length ? 0 : oldest + 1;
        runs--;
    }

    /** Hands out the tasks that are placed, the oldest first. */
    void forEachTask(Steady.TaskAction action) {
        for (int run = 0; run < runs; run++) {
            int at = (oldest + run) % services.length;
            for (int i = 0; i < sizes[at]; i++) {
                action.accept(services[at], instances[at][i]);
            }
        }
    }
}
