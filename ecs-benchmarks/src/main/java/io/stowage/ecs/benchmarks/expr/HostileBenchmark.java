package io.stowage.ecs.benchmarks.expr;

import io.stowage.ecs.cql.ClusterQuery;
import io.stowage.ecs.cql.ClusterQueryResult;
import io.stowage.ecs.cql.InstanceDescription;
import io.stowage.ecs.cql.QueryLimits;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** X7: does anything that a user can write cost more than its length? */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class HostileBenchmark {
    /** For JMH. */
    public HostileBenchmark() {}

    /** A long value for a pattern that makes backtracking matchers explode. */
    @State(Scope.Thread)
    public static class Value {
        /** How many characters. */
        @Param({"2500", "5000", "10000"})
        public int length = 2500;

        /** The pattern. */
        @Param
        public HostilePattern pattern = HostilePattern.NESTED_PLUS;

        private ClusterQuery query = ClusterQuery.parse("task:group exists");
        private InstanceDescription instance = new InstanceDescription(true, null, null, null, 0, List.of(), Map.of());

        /** For JMH. */
        public Value() {}

        /** Compiles the pattern and writes the value. */
        @Setup
        public void prepare() {
            query = ClusterQuery.parse("attribute:x =~ " + pattern.text());
            instance = new InstanceDescription(true, null, null, null, 0, List.of(), Map.of("x", "a".repeat(length)));
        }
    }

    /** A text that is hard to read. */
    @State(Scope.Thread)
    public static class Text {
        /** How many characters. */
        @Param({"1250", "2500", "5000", "10000"})
        public int length = 2500;

        /** What it is made of. */
        @Param
        public HostileText kind = HostileText.OPEN_PARENTHESES;

        private String text = "";

        /** For JMH. */
        public Text() {}

        /** Writes the text. */
        @Setup
        public void prepare() {
            text = kind.text(length);
        }
    }

    /** A long pattern; the limit is 2000 characters. */
    @State(Scope.Thread)
    public static class LongPattern {
        /** How many characters. */
        @Param({"450", "900", "1800"})
        public int length = 450;

        /** What it is made of. */
        @Param
        public HostilePiece piece = HostilePiece.REPEATED_CLASS;

        private String text = "";

        /** For JMH. */
        public LongPattern() {}

        /** Writes the text. */
        @Setup
        public void prepare() {
            text = "attribute:x =~ " + piece.pattern(length);
        }
    }

    /** Matches. */
    @Benchmark
    public boolean match(Value value) {
        return value.query.matches(value.instance);
    }

    /** Reads, or refuses. */
    @Benchmark
    public ClusterQueryResult read(Text text) {
        return ClusterQuery.tryParse(text.text, new QueryLimits(text.length, 256));
    }

    /** Compiles. */
    @Benchmark
    public ClusterQueryResult compile(LongPattern pattern) {
        return ClusterQuery.tryParse(pattern.text);
    }
}
