package io.stowage.ecs.benchmarks.place;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.BenchmarkParams;

/** What do a placement and the release of the oldest task cost, by the engine and by a scan? */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public abstract class SteadyBenchmark {
    private Steady steady = Steady.idle();

    /** For JMH. */
    SteadyBenchmark() {}

    /** The workload. */
    abstract Work work();

    /** Compares the engine with the scan, and places the tasks that are there before anything is timed. */
    @Setup
    public void prepare(BenchmarkParams params) {
        Work work = work();
        Agreement.beforeTiming(work);
        Steady engine = Steady.start(work);
        steady = params.getBenchmark().endsWith(".scan") ? engine.onScan() : engine;
    }

    /** The library. */
    @Benchmark
    public int stowage() {
        return steady.operation();
    }

    /** The scan. */
    @Benchmark
    public int scan() {
        return steady.operation();
    }
}
