package io.stowage.ecs.benchmarks.place;

import io.stowage.ecs.benchmarks.results.Latencies;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.runner.IterationType;

/**
 * P11: how evenly do placements take their time? An operation is a placement and the release of the oldest task. Each of ten million is timed
 * and counted, between two looks at the clock of some 20 ns each, which are in the figures. No operation allocates, so that no collection of
 * garbage falls into them. The slowest is whatever the clock says, others that had the processor meanwhile included: of ten million on a
 * machine that is not idle it is they who decide. What the slowest took of the processor is shown beside it.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class LatencyBenchmark {
    /** How many operations are timed. */
    public static final int SAMPLES = 10_000_000;

    private static final int OF_WARMUP = 4_000_000;
    /** From here on it is worth a look at whether the thread had the processor. */
    private static final long SLOW = 50_000;
    /** How often the time that the thread used is read, without being timed: every so many operations. */
    private static final int READ = 1000;

    /** How many instances there are. */
    @Param("100000")
    public int instances = 100_000;

    private Steady steady = Steady.idle();
    private int samples = SAMPLES;
    private final OwnTime ownTime = new OwnTime();

    /** For JMH. */
    public LatencyBenchmark() {}

    /** Places the tasks that are there before anything is timed. */
    @Setup
    public void prepare() {
        Work work = Work.ofMany(Fill.HALF, Kind.MIXED, instances);
        Agreement.beforeTiming(work);
        steady = Steady.start(work);
    }

    /** Warm-up needs fewer. */
    @Setup(Level.Iteration)
    public void choose(IterationParams iteration) {
        samples = iteration.getType() == IterationType.WARMUP ? OF_WARMUP : SAMPLES;
    }

    /** What the operations of an iteration took, for JMH; in nanoseconds. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.EVENTS)
    public static class Counted {
        private final Latencies latencies = new Latencies();
        private final Latencies own = new Latencies();

        /** For JMH. */
        public Counted() {}

        /** Forgets the iteration before. */
        @Setup(Level.Iteration)
        public void clear() {
            latencies.clear();
            own.clear();
        }

        /** How many operations there were. */
        public long samples() {
            return latencies.samples();
        }

        /** What half of them took at most. */
        public long median() {
            return latencies.atMost(0.5);
        }

        /** What all but one in a thousand took at most. */
        public long oneInAThousand() {
            return latencies.atMost(0.999);
        }

        /** What the slowest took. */
        public long most() {
            return latencies.most();
        }

        /** What the slowest took while the thread had the processor. */
        public long mostOwn() {
            return own.most();
        }
    }

    /** One after the other. */
    @Benchmark
    @OperationsPerInvocation(SAMPLES)
    public int placement(Counted counted) {
        return time(counted.latencies, counted.own, samples);
    }

    int time(Latencies latencies, Latencies own, int operations) {
        int last = Placing.NONE;
        for (int i = 0; i < operations; i++) {
            if (i % READ == 0) {
                ownTime.mark();
            }
            long before = System.nanoTime();
            last = steady.operation();
            long took = System.nanoTime() - before;
            latencies.add(took);
            if (took >= SLOW) {
                own.add(took - ownTime.away());
                ownTime.mark();
            }
        }
        return last;
    }

    /** Something else to do, between placements, that needs the caches. */
    @State(Scope.Thread)
    public static class Pauses {
        /**
         * How many operations there are from one pause to the next. A pause before each of ten million would take more than two days. With this
         * many, the pauses take 100 s, and the first two operations after each, for which the caches are coldest, are one in a thousand:
         * what those take decides on the last thousandth.
         */
        static final int APART = 2000;

        private static final long NANOSECONDS = 20_000_000;

        private final long[] memory = new long[1 << 22];
        private long sum;

        /** For JMH. */
        public Pauses() {}

        /** Works for 20 ms. */
        void pause() {
            for (long until = System.nanoTime() + NANOSECONDS; System.nanoTime() < until; ) {
                for (int i = 0; i < 1 << 16; i++) {
                    sum = sum * 6_364_136_223_846_793_005L + memory[(int) (sum >>> 42)]++;
                }
            }
        }
    }

    /** With pauses of 20 ms in which the caches fill with other things. The pauses are in JMH's own figure, and not in what is counted. */
    @Benchmark
    @OperationsPerInvocation(SAMPLES)
    public int afterPauses(Counted counted, Pauses pauses) {
        return time(counted.latencies, counted.own, pauses, samples);
    }

    int time(Latencies latencies, Latencies own, Pauses pauses, int operations) {
        // Warm-up has the operations of both, and fewer pauses.
        int apart = operations < SAMPLES ? 100 * Pauses.APART : Pauses.APART;
        int last = Placing.NONE;
        for (int done = 0; done < operations; done += apart) {
            pauses.pause();
            last = time(latencies, own, Math.min(apart, operations - done));
        }
        return last;
    }
}
