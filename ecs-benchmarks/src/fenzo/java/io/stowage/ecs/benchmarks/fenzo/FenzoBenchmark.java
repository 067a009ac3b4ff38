package io.stowage.ecs.benchmarks.fenzo;

import com.netflix.fenzo.SchedulingResult;
import io.stowage.ecs.benchmarks.place.Batch;
import io.stowage.ecs.benchmarks.place.BatchWork;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Fenzo places the thousand tasks of a batch in one call, on all cores, by a scheduler that is new each time. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class FenzoBenchmark {
    /** What the tasks ask for. */
    @Param
    public FenzoWork work = FenzoWork.BINPACK;

    /** When Fenzo stops to look. */
    @Param
    public Setting setting = Setting.EXACT;

    /** How many instances there are. */
    @Param({"100", "1000", "5000", "10000"})
    public int instances = 100;

    private Batch batch = Batch.of(BatchWork.BINPACK, 1);
    private Fenzo fenzo = new Fenzo(batch, FenzoWork.BINPACK, Setting.EXACT);
    private @Nullable SchedulingResult result;

    /** For JMH. */
    public FenzoBenchmark() {}

    /** Draws the cluster and the tasks. */
    @Setup
    public void draw() {
        fenzo.close();
        batch = Batch.of(work.batch(), instances);
    }

    /** Makes a scheduler and tells it of the cluster. */
    @Setup(Level.Iteration)
    public void renew() {
        fenzo = new Fenzo(batch, work, setting);
    }

    /** Fenzo. */
    @Benchmark
    public SchedulingResult fenzo() {
        result = fenzo.schedule();
        return result;
    }

    /** Stops its threads, and makes sure that it did the work: an error in one of them goes by without a word. */
    @TearDown(Level.Iteration)
    public void stop() {
        fenzo.close();
        batch.requireAllPlaced(Fenzo.instances(Objects.requireNonNull(result)));
    }
}
