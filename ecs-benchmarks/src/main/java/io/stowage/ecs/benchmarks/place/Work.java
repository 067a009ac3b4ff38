package io.stowage.ecs.benchmarks.place;

import java.util.List;

/**
 * A workload: tasks of services that come to a cluster in some order. Each placement is followed by the release of the oldest task, so that
 * the fill stays as it is.
 */
final class Work {
    private static final int MOST_TASKS = 60_000;

    private final Fill fill;
    private final int instances;
    private final List<Ask> asks;
    private final int[] stream;
    private final int tasks;

    /**
     * A workload.
     *
     * @param fill what runs on the cluster before
     * @param instances how many instances there are
     * @param asks the services
     * @param stream the service of each task; not copied
     * @param tasks how many tasks are placed before anything is timed. If not all of them fit, three quarters of those that do stay
     */
    Work(Fill fill, int instances, List<Ask> asks, int[] stream, int tasks) {
        this.fill = fill;
        this.instances = instances;
        this.asks = asks;
        this.stream = stream;
        this.tasks = tasks;
    }

    /** With as many tasks as all workloads have that do not say otherwise. */
    static Work of(Fill fill, int instances, List<Ask> asks, int[] stream) {
        return new Work(fill, instances, asks, stream, Math.min(3 * instances, MOST_TASKS));
    }

    /** The one service of a kind on a cluster that is half full. */
    static Work ofOne(Kind kind, int instances) {
        return of(Fill.HALF, instances, kind.asks(1), new int[1]);
    }

    /** Two hundred services of a kind. */
    static Work ofMany(Fill fill, Kind kind, int instances) {
        return of(fill, instances, kind.asks(200), Streams.zipf(200));
    }

    /** With that many tasks. */
    Work withTasks(int number) {
        return new Work(fill, instances, asks, stream, number);
    }

    Fill fill() {
        return fill;
    }

    int instances() {
        return instances;
    }

    List<Ask> asks() {
        return asks;
    }

    int[] stream() {
        return stream;
    }

    int tasks() {
        return tasks;
    }

    @Override
    public String toString() {
        return asks.size() + " services as " + asks.get(0) + " on " + instances + " instances " + fill;
    }
}
