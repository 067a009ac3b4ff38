package io.stowage.ecs.benchmarks.place;

import java.util.List;
import org.openjdk.jmh.annotations.Param;

/** P5: services with expressions, which are compiled before. */
public class MemberOfBenchmark extends SteadyBenchmark {
    /** How the services ask to be placed. */
    @Param({"MEMBER_OF", "MEMBER_OF_SPREAD"})
    public Kind kind = Kind.MEMBER_OF;

    /** How many services there are, each with an expression of its own. */
    @Param({"1", "200"})
    public int expressions = 1;

    /** How many instances there are. */
    @Param({"100", "1000", "5000", "10000", "100000"})
    public int instances = 1000;

    /** For JMH. */
    public MemberOfBenchmark() {}

    @Override
    Work work() {
        return work(kind, expressions, instances);
    }

    static Work work(Kind kind, int expressions, int instances) {
        if (expressions == 1) {
            return Work.ofOne(kind, instances);
        }
        List<Ask> asks = kind.asksApart(expressions);
        return Work.of(Fill.HALF, instances, asks, Streams.zipf(expressions));
    }
}
