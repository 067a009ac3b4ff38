package io.stowage.ecs.benchmarks.expr;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** X3, the others: what does it cost to ask one instance after the other? The time is that of one instance. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class EvaluationBenchmark {
    static final int INSTANCES = 10_000;

    /** What is asked. */
    @Param
    public Query query = Query.E1;

    private List<Host> hosts = List.of();

    /** For JMH. */
    public EvaluationBenchmark() {}

    /** Makes the instances. */
    @Setup
    public void prepare() {
        hosts = Hosts.of(INSTANCES);
    }

    /** A language, with its expression compiled and its bindings made. */
    @State(Scope.Thread)
    public static class Compiled {
        /** In which language. */
        @Param
        public Engine engine = Engine.STOWAGE;

        private Language.Count count = () -> 0;

        /** For JMH. */
        public Compiled() {}

        /** Compiles. */
        @Setup
        public void prepare(EvaluationBenchmark benchmark) {
            Language language = engine.language();
            count = language.count(language.write(benchmark.query.condition()), benchmark.hosts);
        }
    }

    /** Asks every instance. */
    @Benchmark
    @OperationsPerInvocation(INSTANCES)
    public int evaluate(Compiled compiled) {
        return compiled.count.run();
    }

    /** Java written by hand. */
    @Benchmark
    @OperationsPerInvocation(INSTANCES)
    public int handWritten() {
        Predicate<Host> test = HandWritten.of(query);
        int count = 0;
        for (Host host : hosts) {
            if (test.test(host)) {
                count++;
            }
        }
        return count;
    }
}
