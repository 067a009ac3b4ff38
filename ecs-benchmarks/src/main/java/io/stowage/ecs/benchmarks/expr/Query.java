package io.stowage.ecs.benchmarks.expr;

import static io.stowage.ecs.benchmarks.expr.Condition.all;
import static io.stowage.ecs.benchmarks.expr.Condition.any;
import static io.stowage.ecs.benchmarks.expr.Condition.not;

import io.stowage.ecs.benchmarks.expr.Condition.Equal;
import io.stowage.ecs.benchmarks.expr.Condition.HasGroup;
import io.stowage.ecs.benchmarks.expr.Condition.Matches;
import io.stowage.ecs.benchmarks.expr.Condition.OneOf;
import java.util.List;

/** The expressions that are timed. */
public enum Query {
    /** A pattern and a list. */
    E1(all(new Matches(Query.TYPE, "t2.*"), new OneOf(Query.ZONE, List.of("us-east-1a", "us-east-1b")))),

    /** One equality. */
    E2(new Equal(Query.ZONE, "us-east-1a")),

    /** Twenty terms under {@code and}, {@code or} and {@code not}. */
    E3(any(
            all(
                    any(type("t2.medium"), type("t2.large"), new Matches(Query.TYPE, "c5.*")),
                    not(zone("us-east-1c")),
                    not(new HasGroup("service:service-001"))),
            all(
                    any(type("m5.large"), type("m5.xlarge"), type("r5.large")),
                    new OneOf(Query.ZONE, List.of("us-east-1a", "us-east-1c")),
                    not(any(new HasGroup("service:service-002"), new HasGroup("service:service-003")))),
            all(
                    not(any(new Matches(Query.TYPE, "t3.*"), new Matches(Query.TYPE, "r5.*"))),
                    any(zone("us-east-1b"), zone("us-east-1c")),
                    any(new HasGroup("service:service-004"), type("c5.xlarge"))),
            all(type("t3.large"), not(zone("us-east-1a")), new HasGroup("service:service-005")))),

    /** A group of tasks; the first service of the workload stands for the database of the specification. */
    E4(new HasGroup("service:service-000"));

    static final String TYPE = "ecs.instance-type";
    static final String ZONE = "ecs.availability-zone";

    private final Condition condition;

    Query(Condition condition) {
        this.condition = condition;
    }

    Condition condition() {
        return condition;
    }

    private static Condition type(String value) {
        return new Equal(Query.TYPE, value);
    }

    private static Condition zone(String value) {
        return new Equal(Query.ZONE, value);
    }
}
