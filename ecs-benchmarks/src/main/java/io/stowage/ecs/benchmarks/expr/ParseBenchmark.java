package io.stowage.ecs.benchmarks.expr;

import io.stowage.ecs.benchmarks.grammar.CqlLexer;
import io.stowage.ecs.benchmarks.grammar.CqlParser;
import java.util.concurrent.TimeUnit;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** X1: what does it cost to read a text? The library makes its plan in the same step, so that is in its figure. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ParseBenchmark {
    /** What is read. */
    @Param({"E1", "E2", "E3"})
    public Query query = Query.E1;

    private final CqlLanguage cql = new CqlLanguage();
    private final CelLanguage cel = new CelLanguage();
    private final SpelLanguage spel = new SpelLanguage();
    private String cqlText = "";
    private String celText = "";
    private String spelText = "";

    /** For JMH. */
    public ParseBenchmark() {}

    /** Writes the texts. */
    @Setup
    public void prepare() {
        cqlText = cql.write(query.condition());
        celText = cel.write(query.condition());
        spelText = spel.write(query.condition());
    }

    /** The library. */
    @Benchmark
    public Object stowage() {
        return cql.parse(cqlText);
    }

    /** ANTLR's lexer and parser made from the same grammar, new for each text: no tree of ours, no checks, no plan. */
    @Benchmark
    public Object antlr() {
        return new CqlParser(new CommonTokenStream(new CqlLexer(CharStreams.fromString(cqlText)))).expression();
    }

    /** CEL-Java as far as its syntax tree. */
    @Benchmark
    public Object cel() {
        return cel.parse(celText);
    }

    /** CEL-Java with its type check, as far as a program. */
    @Benchmark
    public Object celProgram() {
        return cel.compile(celText);
    }

    /** SpEL's parser, written by hand. */
    @Benchmark
    public Object spel() {
        return spel.parse(spelText);
    }
}
