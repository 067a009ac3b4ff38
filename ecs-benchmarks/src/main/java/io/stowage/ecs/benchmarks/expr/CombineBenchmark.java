package io.stowage.ecs.benchmarks.expr;

import io.stowage.ecs.cql.ClusterQuery;
import io.stowage.ecs.cql.column.InstanceBits;
import io.stowage.ecs.cql.column.InstanceTable;
import java.util.Arrays;
import java.util.BitSet;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** X6: {@code (E1 and not E2) or E4} over answers that are there already. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class CombineBenchmark {
    /** How many instances there are. */
    @Param({"10000", "100000"})
    public int instances = 10_000;

    private InstanceBits first = new InstanceBits(0);
    private InstanceBits second = new InstanceBits(0);
    private InstanceBits third = new InstanceBits(0);
    private InstanceBits result = new InstanceBits(0);
    private long[] firstWords = {};
    private long[] secondWords = {};
    private long[] thirdWords = {};
    private long[] resultWords = {};
    private BitSet firstBits = new BitSet();
    private BitSet secondBits = new BitSet();
    private BitSet thirdBits = new BitSet();
    private BitSet resultBits = new BitSet();

    /** For JMH. */
    public CombineBenchmark() {}

    /** Asks the three. */
    @Setup
    public void prepare() {
        InstanceTable table = Hosts.table(Hosts.of(instances));
        first = answer(Query.E1, table);
        second = answer(Query.E2, table);
        third = answer(Query.E4, table);
        result = new InstanceBits(instances);
        firstWords = words(first);
        secondWords = words(second);
        thirdWords = words(third);
        resultWords = new long[firstWords.length];
        firstBits = first.toBitSet();
        secondBits = second.toBitSet();
        thirdBits = third.toBitSet();
        resultBits = new BitSet(instances);
    }

    /** The library. */
    @Benchmark
    public InstanceBits stowage() {
        return result.assign(first).andNot(second).or(third);
    }

    /** The same steps over arrays, written by hand. */
    @Benchmark
    public long[] words() {
        System.arraycopy(firstWords, 0, resultWords, 0, firstWords.length);
        for (int i = 0; i < resultWords.length; i++) {
            resultWords[i] &= ~secondWords[i];
        }
        for (int i = 0; i < resultWords.length; i++) {
            resultWords[i] |= thirdWords[i];
        }
        return resultWords;
    }

    /** The same steps of the JDK's sets. */
    @Benchmark
    public BitSet bitSet() {
        resultBits.clear();
        resultBits.or(firstBits);
        resultBits.andNot(secondBits);
        resultBits.or(thirdBits);
        return resultBits;
    }

    private static InstanceBits answer(Query query, InstanceTable table) {
        return InstanceBits.copyOf(ClusterQuery.parse(new CqlLanguage().write(query.condition()))
                .over(table)
                .matches());
    }

    private static long[] words(InstanceBits bits) {
        return Arrays.copyOf(bits.toBitSet().toLongArray(), (bits.size() + 63) / 64);
    }
}
