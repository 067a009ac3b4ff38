package io.stowage.ecs.benchmarks.place;

import io.stowage.ecs.placement.PlacementEngine;
import io.stowage.ecs.placement.PlacementSession;
import io.stowage.ecs.placement.ScaleInRequest;
import io.stowage.ecs.placement.ScaleInResult;
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

/**
 * P16: a service goes from 1,000 tasks to 500. The time is that of one task that stops; the library works on a fork, which is included, and
 * the scan on a copy of the columns, which is too.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ScaleInBenchmark {
    private static final int TASKS = 1000;
    private static final int STOPPED = 500;

    /** How the service asks to be placed. */
    @Param({"BINPACK_MEMORY", "SPREAD_ZONE", "SPREAD_INSTANCE"})
    public Kind kind = Kind.BINPACK_MEMORY;

    /** How many instances there are. */
    @Param({"1000", "10000"})
    public int instances = 1000;

    private PlacementSession session =
            PlacementEngine.standard().open(Columns.of(Fill.EMPTY, 1).snapshot(List.of()));
    private ScaleInRequest request = ScaleInRequest.builder("service:none", 0).build();
    private StopScan scan = new StopScan(Kind.BINPACK_MEMORY.ask(0), Columns.of(Fill.EMPTY, 1));

    /** For JMH. */
    public ScaleInBenchmark() {}

    /** Places the tasks. */
    @Setup
    public void prepare() {
        Ask ask = kind.ask(0);
        Columns columns = Columns.of(Fill.HALF, instances);
        Steady steady = Steady.start(Work.ofOne(kind, instances).withTasks(TASKS));
        session = PlacementEngine.standard().open(steady.snapshot());
        request = ScaleInRequest.builder(ask.group(), STOPPED)
                .placementStrategy(ask.strategies())
                .build();
        scan = new StopScan(ask, columns);
        steady.forEachTask((service, instance) -> scan.add(instance));
    }

    /** The library. */
    @Benchmark
    @OperationsPerInvocation(STOPPED)
    public ScaleInResult stowage() {
        return session.fork().scaleIn(request);
    }

    /** The scan: looks at every instance for every task. */
    @Benchmark
    @OperationsPerInvocation(STOPPED)
    public int[] scan() {
        StopScan copy = scan.copy();
        int[] stopped = new int[STOPPED];
        for (int i = 0; i < STOPPED; i++) {
            stopped[i] = copy.stop();
        }
        return stopped;
    }
}
