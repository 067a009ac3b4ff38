package io.stowage.ecs.benchmarks.expr;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** X2: what does it cost to make a text ready to be asked? */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class CompileBenchmark {
    /** What is compiled. */
    @Param({"E1", "E2", "E3"})
    public Query query = Query.E1;

    /** In which language. */
    @Param
    public Engine engine = Engine.STOWAGE;

    private Language language = Engine.STOWAGE.language();
    private String text = "";

    /** For JMH. */
    public CompileBenchmark() {}

    /** Writes the text. */
    @Setup
    public void prepare() {
        language = engine.language();
        text = language.write(query.condition());
    }

    /** Compiles. */
    @Benchmark
    public Object compile() {
        return language.compile(text);
    }
}
