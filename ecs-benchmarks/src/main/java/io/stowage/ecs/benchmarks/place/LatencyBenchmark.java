package io.stowage.ecs.benchmarks.place;

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

/** P11: how evenly do placements take their time? An operation is a placement and the release of the oldest task. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class LatencyBenchmark {
    /** How many instances there are. */
    @Param("100000")
    public int instances = 100_000;

    private Steady steady = Steady.idle();

    /** For JMH. */
    public LatencyBenchmark() {}

    /** Places the tasks that are there before anything is timed. */
    @Setup
    public void prepare() {
        Work work = Work.ofMany(Fill.HALF, Kind.MIXED, instances);
        Agreement.beforeTiming(work);
        steady = Steady.start(work);
    }

    /** One after the other. */
    @Benchmark
    public int placement() {
        return steady.operation();
    }

    /** Something else to do, between placements, that needs the caches. */
    @State(Scope.Thread)
    public static class Pauses {
        /** How many placements there are from one pause to the next. */
        private static final int APART = 2000;

        private static final long NANOSECONDS = 20_000_000;

        private final long[] memory = new long[1 << 22];
        private int count;
        private long sum;

        /** For JMH. */
        public Pauses() {}

        /** Works for 20 ms now and then. */
        @Setup(Level.Invocation)
        public void pause() {
            if (++count % APART == 0) {
                for (long until = System.nanoTime() + NANOSECONDS; System.nanoTime() < until; ) {
                    for (int i = 0; i < 1 << 16; i++) {
                        sum = sum * 6_364_136_223_846_793_005L + memory[(int) (sum >>> 42)]++;
                    }
                }
            }
        }
    }

    /** With pauses of 20 ms in which the caches fill with other things. */
    @Benchmark
    public int afterPauses(Pauses pauses) {
        return steady.operation();
    }
}
