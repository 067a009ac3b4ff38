package io.stowage.ecs.benchmarks.place;

import io.stowage.ecs.model.placement.PlacementConstraint;
import io.stowage.ecs.placement.PlacementEngine;
import io.stowage.ecs.placement.PlacementRequest;
import io.stowage.ecs.placement.PlacementResult;
import io.stowage.ecs.placement.PlacementSession;
import io.stowage.ecs.placement.snapshot.HeldResources;
import io.stowage.ecs.placement.snapshot.TakenPorts;
import io.stowage.ecs.placement.snapshot.TaskSnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
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
 * P13: a task that fits nowhere, for want of CPU, of memory, of a zone or of a type, or because one of its service is there already; placed
 * with the reasons counted. The library remembers what instances have answered, so before each question another task goes from one instance
 * to the next, which is part of the time. Timed beside it: the question alone, and the reason of each instance in words.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ExplainBenchmark {
    static final int REASONS = 5;
    private static final String PASSING = "passing";

    /** How many instances there are. */
    @Param({"1000", "10000"})
    public int instances = 1000;

    private PlacementSession session =
            PlacementEngine.standard().open(Columns.of(Fill.EMPTY, 1).snapshot(List.of()));
    private PlacementRequest request = Kind.DISTINCT.ask(0).request(1);
    private Ask ask = Kind.DISTINCT.ask(0);
    private Columns columns = Columns.of(Fill.EMPTY, 1);
    private boolean[] own = new boolean[1];
    private final int[] counts = new int[REASONS];
    private final List<TaskSnapshot> passing = new ArrayList<>();
    private int next;

    /** For JMH. */
    public ExplainBenchmark() {}

    /** Makes a cluster in which each instance has one of the reasons. */
    @Setup
    public void prepare() {
        ask = Kind.DISTINCT.ask(0).among(0b011, 0b1111);
        request = ask.request(1);
        columns = Columns.of(Fill.EMPTY, instances);
        own = new boolean[instances];
        List<TaskSnapshot> tasks = new ArrayList<>();
        passing.clear();
        HeldResources held = new HeldResources(1, 1, TakenPorts.NONE, new TreeSet<>(), new TreeSet<>(), 0, Map.of());
        for (int i = 0; i < instances; i++) {
            passing.add(TaskSnapshot.running(PASSING, Columns.id(i), "service:other")
                    .withHeld(held));
            int reason = i % REASONS;
            columns.zone[i] = reason == 2 ? 2 : i % 2;
            columns.type[i] = reason == 3 ? 5 : i % 4;
            columns.cpuUnits[i] = reason == 0 ? 100 : Columns.CPU_UNITS;
            columns.memoryMib[i] = reason == 1 ? 100 : Columns.MEMORY_MIB;
            if (reason == 4) {
                own[i] = true;
                tasks.add(TaskSnapshot.running(Steady.taskId(i), Columns.id(i), ask.group()));
            }
        }
        session = PlacementEngine.standard().open(columns.snapshot(tasks));
        next = 0;
        session.add(passing.get(next));
    }

    /** The constraints of the task, for a test. */
    List<PlacementConstraint> constraints() {
        return request.placementConstraints();
    }

    /** The library: how many instances there are for each reason. */
    @Benchmark
    public Map<String, Integer> stowage() {
        change();
        return place().reasons();
    }

    /** The library, asked again while nothing has changed. */
    @Benchmark
    public Map<String, Integer> again() {
        return place().reasons();
    }

    /** The library, with the reason of each instance in words. */
    @Benchmark
    public String inWords() {
        change();
        return place().failures().get(instances - 1).detail();
    }

    /** Another task goes on to the next instance, so that not everything is as it was. */
    private void change() {
        session.stop(PASSING);
        next = (next + 1) % instances;
        session.add(passing.get(next));
    }

    PlacementResult place() {
        return session.place(request);
    }

    /** The scan: how many instances there are for each reason. */
    @Benchmark
    public int[] scan() {
        for (int i = 0; i < REASONS; i++) {
            counts[i] = 0;
        }
        for (int i = 0; i < instances; i++) {
            if (columns.cpuUnits[i] < ask.cpuUnits()) {
                counts[0]++;
            } else if (columns.memoryMib[i] < ask.memoryMib()) {
                counts[1]++;
            } else if ((ask.zones() >> columns.zone[i] & 1) == 0) {
                counts[2]++;
            } else if ((ask.types() >> columns.type[i] & 1) == 0) {
                counts[3]++;
            } else if (own[i]) {
                counts[4]++;
            }
        }
        return counts;
    }
}
