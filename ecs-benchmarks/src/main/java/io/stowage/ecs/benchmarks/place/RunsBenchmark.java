package io.stowage.ecs.benchmarks.place;

import io.stowage.ecs.placement.Placement;
import io.stowage.ecs.placement.PlacementEngine;
import io.stowage.ecs.placement.PlacementResult;
import io.stowage.ecs.placement.PlacementSession;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** P8: deployments. The time is that of one task. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class RunsBenchmark {
    /** How many tasks each deployment of {@link #fifty} has. */
    static final int RUN = 50;

    private static final int BATCH = 1000;

    /** How many instances there are. */
    @Param({"100", "1000", "5000", "10000", "100000"})
    public int instances = 1000;

    private Runs runs = Runs.start(work(1), 1);
    private Batches batches = new Batches(Steady.idle(), 1);

    /** For JMH. */
    public RunsBenchmark() {}

    /** Places the tasks that are there before anything is timed. */
    @Setup
    public void prepare() {
        Agreement.runsBeforeTiming(work(instances), RUN);
        runs = Runs.start(work(instances), RUN);
        batches = new Batches(Steady.start(Work.ofOne(Kind.BINPACK_MEMORY, instances)), BATCH);
    }

    /** Its services are those of P7; each that is drawn sends a run. */
    static Work work(int instances) {
        return Work.ofMany(Fill.HALF, Kind.MIXED, instances);
    }

    /** Fifty tasks of a service by one call, then the release of the oldest fifty by another; the services are those of P7. */
    @Benchmark
    @OperationsPerInvocation(RUN)
    public int fifty() {
        return runs.next();
    }

    /** A thousand tasks of the one service of P1 by one call, then the release of the oldest thousand by another. */
    @Benchmark
    @OperationsPerInvocation(BATCH)
    public int thousand() {
        return batches.next();
    }

    /** A session with the tasks of P1 on it. */
    @State(Scope.Thread)
    public static class Opened {
        private PlacementSession session =
                PlacementEngine.standard().open(Columns.of(Fill.EMPTY, 1).snapshot(List.of()));

        /** For JMH. */
        public Opened() {}

        /** Opens it. */
        @Setup
        public void prepare(RunsBenchmark benchmark) {
            session = PlacementEngine.standard()
                    .open(Steady.start(Work.ofOne(Kind.BINPACK_MEMORY, benchmark.instances))
                            .snapshot());
        }
    }

    /** One request for a thousand tasks, then all of them stop: requests and results included. */
    @Benchmark
    @OperationsPerInvocation(BATCH)
    public PlacementResult request(Opened opened) {
        PlacementResult result = opened.session.place(Kind.BINPACK_MEMORY.ask(0).request(BATCH));
        for (Placement placement : result.placements()) {
            opened.session.stop(placement);
        }
        return result;
    }
}
