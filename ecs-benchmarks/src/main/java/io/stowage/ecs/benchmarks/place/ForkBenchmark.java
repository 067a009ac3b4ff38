package io.stowage.ecs.benchmarks.place;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * P15: a cluster with a million tasks is forked, a hundred tasks are placed on the fork, and it is dropped. The deep copy is that of the
 * leanest state there is, the columns of the scan with an array for the tasks, and places nothing.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ForkBenchmark {
    private static final int PLACED = 100;

    /** How many instances there are; ten tasks on each. */
    @Param("100000")
    public int instances = 100_000;

    private final int[] stream = Streams.zipf(200);
    private final List<Ask> asks = Kind.MIXED.asks(200);
    private Indexed engine = new Indexed(Columns.of(Fill.EMPTY, 1), asks);
    private Scan scan = new Scan(Columns.of(Fill.EMPTY, 1), asks);
    private int[] services = {};
    private int[] places = {};
    private long[] ids = {};
    private int next;

    /** For JMH. */
    public ForkBenchmark() {}

    /** Places the tasks. */
    @Setup
    public void prepare() {
        Columns columns = Columns.of(Fill.EMPTY, instances);
        engine = new Indexed(columns, asks);
        scan = new Scan(columns, asks);
        int tasks = 10 * instances;
        services = new int[tasks];
        places = new int[tasks];
        ids = new long[2 * tasks];
        for (int i = 0; i < tasks; i++) {
            services[i] = stream[i & Streams.LENGTH - 1];
            places[i] = engine.place(services[i]);
            ids[2 * i] = i;
            scan.book(services[i], places[i], 1);
        }
        next = tasks & Streams.LENGTH - 1;
    }

    /** The library. */
    @Benchmark
    public Indexed fork() {
        Indexed fork = engine.fork();
        for (int i = 0; i < PLACED; i++) {
            fork.place(stream[next]);
            next = next + 1 & Streams.LENGTH - 1;
        }
        return fork;
    }

    /** Everything once more. */
    @Benchmark
    public Object[] deepCopy() {
        return new Object[] {scan.copy(), services.clone(), places.clone(), ids.clone()};
    }

    /** What is left of the cluster, for a test. */
    long free() {
        long free = 0;
        for (int i = 0; i < instances; i++) {
            free += engine.index.freeCpuUnits(i) + (long) engine.index.freeMemoryMib(i);
        }
        return free;
    }
}
