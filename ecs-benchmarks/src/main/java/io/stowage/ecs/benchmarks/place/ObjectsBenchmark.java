package io.stowage.ecs.benchmarks.place;

import io.stowage.ecs.placement.Placement;
import io.stowage.ecs.placement.PlacementEngine;
import io.stowage.ecs.placement.PlacementRequest;
import io.stowage.ecs.placement.PlacementResult;
import io.stowage.ecs.placement.PlacementSession;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** P7 by requests and results: what a user of a session pays for a placement and the stop of the oldest task. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ObjectsBenchmark {
    /** How many instances there are. */
    @Param({"1000", "10000", "100000"})
    public int instances = 1000;

    private final int[] stream = Streams.zipf(200);
    private final List<PlacementRequest> requests =
            Kind.MIXED.asks(200).stream().map(ask -> ask.request(1)).toList();
    private final Queue<Placement> tasks = new ArrayDeque<>();
    private PlacementSession session =
            PlacementEngine.standard().open(Columns.of(Fill.EMPTY, 1).snapshot(List.of()));
    private int next;
    private int most;

    /** For JMH. */
    public ObjectsBenchmark() {}

    /** Places the tasks that are there before anything is timed. */
    @Setup
    public void prepare() {
        Steady steady = Steady.start(Work.ofMany(Fill.HALF, Kind.MIXED, instances));
        session = PlacementEngine.standard().open(steady.snapshot());
        most = steady.size();
        next = most;
        steady.forEachTask(
                (service, instance) -> tasks.add(new Placement(Steady.taskId(tasks.size()), Columns.id(instance))));
    }

    /** The library. */
    @Benchmark
    public PlacementResult place() {
        PlacementResult result = session.place(requests.get(stream[next]));
        next = next + 1 & Streams.LENGTH - 1;
        if (result.placed() > 0) {
            tasks.add(result.placement(0));
        }
        if (tasks.size() > most) {
            session.stop(tasks.remove());
        }
        return result;
    }
}
