package io.stowage.ecs.benchmarks.fenzo;

import io.stowage.ecs.benchmarks.place.Batch;
import io.stowage.ecs.benchmarks.place.BatchWork;
import io.stowage.ecs.placement.PlacementResult;
import io.stowage.ecs.placement.PlacementSession;
import java.util.List;
import java.util.concurrent.TimeUnit;
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

/**
 * The library places the same tasks in the same order on the same cluster, on one core, in a session that is new each time. What a
 * session builds when the first task of its kind comes is part of the time, unless it is in use already; what a request keeps of having
 * been placed in another session is not.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class BatchBenchmark {
    /** What the tasks ask for. */
    @Param
    public BatchWork work = BatchWork.BINPACK;

    /** What is timed. */
    @Param
    public Requests requests = Requests.EACH;

    /** How many instances there are. */
    @Param({"100", "1000", "5000", "10000"})
    public int instances = 100;

    private Batch batch = Batch.of(BatchWork.BINPACK, 1);
    private PlacementSession session = batch.open();
    private List<PlacementResult> results = List.of();

    /** For JMH. */
    public BatchBenchmark() {}

    /** Draws the cluster and the tasks. */
    @Setup
    public void draw() {
        batch = Batch.of(work, instances);
    }

    /** Opens a session. */
    @Setup(Level.Iteration)
    public void renew() {
        session = requests.open(batch);
    }

    /** The library. */
    @Benchmark
    public List<PlacementResult> stowage() {
        results = requests.place(batch, session);
        return results;
    }

    /** Makes sure that the work was done. */
    @TearDown(Level.Iteration)
    public void check() {
        batch.requireAllPlaced(Batch.instances(results));
    }
}
