package io.stowage.ecs.benchmarks.place;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** P7 with 5,000 services instead of 200. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ManyServicesBenchmark {
    static final int SERVICES = 5000;

    /** How many instances there are. */
    @Param({"1000", "10000", "100000"})
    public int instances = 1000;

    private Steady steady = Steady.idle();

    /** For JMH. */
    public ManyServicesBenchmark() {}

    /** Compares the engine with the scan, and places the tasks that are there before anything is timed. */
    @Setup
    public void prepare() {
        Work work = work(instances);
        Agreement.beforeTiming(work);
        steady = Steady.start(work);
    }

    static Work work(int instances) {
        return Work.of(Fill.HALF, instances, Kind.MIXED.asks(SERVICES), Streams.zipf(SERVICES));
    }

    /** The library. */
    @Benchmark
    public int stowage() {
        return steady.operation();
    }
}
