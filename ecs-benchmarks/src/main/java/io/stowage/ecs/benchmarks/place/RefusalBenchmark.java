package io.stowage.ecs.benchmarks.place;

import java.util.ArrayList;
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

/** P9, the failing placement alone: the tasks of P9 are placed, and one more comes that has the memory everywhere and the CPU nowhere. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class RefusalBenchmark {
    private static final int SERVICES = 200;

    /** How many instances there are. */
    @Param({"100", "1000", "5000", "10000", "100000"})
    public int instances = 1000;

    private Placing placing = Steady.idle().placing();

    /** For JMH. */
    public RefusalBenchmark() {}

    /** Places the tasks that are there before anything is timed. */
    @Setup
    public void prepare() {
        placing = Steady.start(work(instances)).placing();
        if (refused() != Placing.NONE) {
            throw new IllegalStateException("the task that was to be refused was placed");
        }
    }

    static Work work(int instances) {
        List<Ask> asks = new ArrayList<>(Kind.MIXED.asks(SERVICES));
        // Where memory is nearly full, about as much CPU is; of 100,000 instances some have half of it left, and none
        // has so much.
        asks.add(Kind.BINPACK_MEMORY.ask(SERVICES).ofSize(Columns.CPU_UNITS / 4 * 3, 256));
        return Work.of(Fill.PACKED, instances, asks, Streams.zipf(SERVICES));
    }

    /** The task that fits nowhere. */
    @Benchmark
    public int refused() {
        return placing.place(SERVICES);
    }
}
