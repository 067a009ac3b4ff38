package io.stowage.ecs.benchmarks.place;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** P12: a million tasks of P7, one after the other, on an index that is built. The time is that of one task. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class MillionBenchmark {
    private static final int TASKS = 1_000_000;
    /** How many of them are placed by the scan. */
    private static final int OF_SCAN = 1_000;

    /** How the cluster is filled before. */
    @Param({"EMPTY", "HALF"})
    public Fill fill = Fill.EMPTY;

    /** How many instances there are. */
    @Param("100000")
    public int instances = 100_000;

    private final int[] stream = Streams.zipf(200);
    private Placing engine = Steady.idle().placing();
    private Placing scan = engine;

    /** For JMH. */
    public MillionBenchmark() {}

    /** Compares the engine with the scan. */
    @Setup
    public void compare() {
        Agreement.beforeTiming(Work.ofMany(fill, Kind.MIXED, instances));
    }

    /** Builds an index that nothing was placed on. */
    @Setup(Level.Invocation)
    public void build() {
        Columns columns = Columns.of(fill, instances);
        engine = new Indexed(columns, Kind.MIXED.asks(200));
        scan = new Scan(columns, Kind.MIXED.asks(200));
    }

    /** The library. */
    @Benchmark
    @OperationsPerInvocation(TASKS)
    public int stowage() {
        return fill(engine, TASKS);
    }

    /** The scan, on a thousandth of the tasks. */
    @Benchmark
    @OperationsPerInvocation(OF_SCAN)
    public int scan() {
        return fill(scan, OF_SCAN);
    }

    private int fill(Placing placing, int tasks) {
        int placed = 0;
        for (int i = 0; i < tasks; i++) {
            if (placing.place(stream[i]) != Placing.NONE) {
                placed++;
            }
        }
        if (placed != tasks) {
            throw new IllegalStateException("only " + placed + " of " + tasks + " tasks found room");
        }
        return placed;
    }
}
