package io.stowage.ecs.benchmarks.place;

import io.stowage.ecs.placement.PlacementEngine;
import io.stowage.ecs.placement.PlacementSession;
import io.stowage.ecs.placement.snapshot.ClusterSnapshot;
import java.util.Arrays;
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

/** M5: from columns to an index that is ready to place, beside sorting as many numbers. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class BuildBenchmark {
    /** How many instances there are. */
    @Param("100000")
    public int instances = 100_000;

    private final List<Ask> one = Kind.SPREAD_ZONE.asks(1);
    private Columns columns = Columns.of(Fill.EMPTY, 1);
    private ClusterSnapshot snapshot = ClusterSnapshot.empty();
    private long[] numbers = {};

    /** For JMH. */
    public BuildBenchmark() {}

    /** Makes the columns, and the numbers that are sorted: what is left and whose it is. */
    @Setup
    public void prepare() {
        columns = Columns.of(Fill.HALF, instances);
        snapshot = columns.snapshot(List.of());
        numbers = new long[instances];
        Arrays.setAll(numbers, i -> (long) columns.memoryMib[i] << 32 | i);
    }

    /** The library, by handles, the first order built. */
    @Benchmark
    public Object stowage() {
        return new Indexed(columns, one);
    }

    /** The library, by objects. */
    @Benchmark
    public PlacementSession session() {
        return PlacementEngine.standard().open(snapshot);
    }

    /** Sorting. */
    @Benchmark
    public long[] sort() {
        long[] copy = numbers.clone();
        Arrays.sort(copy);
        return copy;
    }
}
