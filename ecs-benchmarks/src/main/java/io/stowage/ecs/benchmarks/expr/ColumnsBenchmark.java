package io.stowage.ecs.benchmarks.expr;

import io.stowage.ecs.cql.ClusterQuery;
import io.stowage.ecs.cql.column.InstanceSet;
import io.stowage.ecs.cql.column.InstanceTable;
import io.stowage.ecs.cql.column.LiveAnswer;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** X3 to X5, the library: what does it cost to ask a whole cluster, for the first time, again, and after changes? */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ColumnsBenchmark {
    /** What is asked. */
    @Param
    public Query query = Query.E1;

    /** How many instances there are. */
    @Param({"1000", "10000", "100000"})
    public int instances = 10_000;

    private ClusterQuery compiled = ClusterQuery.parse("task:group exists");
    private InstanceTable table = new InstanceTable();
    private PlainColumns plain = new PlainColumns(table);
    private LiveAnswer kept = compiled.over(table);
    private int next;
    private boolean flip;

    /** For JMH. */
    public ColumnsBenchmark() {}

    /** Fills the table and asks once. */
    @Setup
    public void prepare() {
        table = Hosts.table(Hosts.of(instances));
        plain = new PlainColumns(table);
        compiled = ClusterQuery.parse(new CqlLanguage().write(query.condition()));
        kept = compiled.over(table);
        kept.matches();
    }

    /** Asks for the first time. */
    @Benchmark
    public InstanceSet cold() {
        return compiled.over(table).matches();
    }

    /** Asks columns that keep no sets of rows for the first time. */
    @Benchmark
    public InstanceSet coldPlain() {
        return compiled.over(plain).matches();
    }

    /** Asks again. */
    @Benchmark
    public InstanceSet warm() {
        return kept.matches();
    }

    /** Changes one attribute and asks again. */
    @Benchmark
    public InstanceSet afterOneChange() {
        change();
        return kept.matches();
    }

    /** Changes a hundred attributes and asks again. */
    @Benchmark
    public InstanceSet afterHundredChanges() {
        for (int i = 0; i < 100; i++) {
            change();
        }
        return kept.matches();
    }

    /** Every change is one: a row gets another zone than it had in the round before. */
    private void change() {
        table.setAttribute(next, Query.ZONE, flip ? "us-east-1a" : "us-east-1c");
        next++;
        if (next == instances) {
            next = 0;
            flip = !flip;
        }
    }
}
