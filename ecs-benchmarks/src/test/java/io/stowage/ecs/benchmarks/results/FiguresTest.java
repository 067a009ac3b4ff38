package io.stowage.ecs.benchmarks.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.ResultRole;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.ScalarResult;
import org.openjdk.jmh.results.SingleShotResult;
import org.openjdk.jmh.runner.IterationType;
import org.openjdk.jmh.runner.WorkloadParams;
import org.openjdk.jmh.runner.options.TimeValue;

/** What becomes of what JMH measured. */
class FiguresTest {
    private static final IterationParams ITERATION =
            new IterationParams(IterationType.MEASUREMENT, 1, TimeValue.seconds(1), 1);

    private final Figures figures = new Figures();

    @Test
    void addAll_operationsThatWereCounted_areNamedByTheirTimes() {
        figures.addAll(List.of(run(iteration(100, 500, 9000, 80_000, 60_000))));

        assertThat(figures.all().keySet())
                .containsExactly(
                        "SomeBenchmark.some size=5",
                        "SomeBenchmark.some size=5, median",
                        "SomeBenchmark.some size=5, most",
                        "SomeBenchmark.some size=5, most of its own",
                        "SomeBenchmark.some size=5, p99.9",
                        "SomeBenchmark.some size=5, samples");
        assertThat(value("")).isEqualTo(1e6);
        assertThat(counted()).containsExactly(100.0, 500.0, 9000.0, 80_000.0, 60_000.0);
    }

    /** JMH would add up the times of the slowest, too. */
    @Test
    void addAll_severalIterations_takesTheWorstOfThem() {
        figures.addAll(List.of(run(iteration(100, 500, 9000, 80_000, 60_000), iteration(200, 700, 8000, 90_000, 100))));

        assertThat(counted()).containsExactly(300.0, 600.0, 9000.0, 90_000.0, 60_000.0);
    }

    @Test
    void addAll_nothingCounted_isTheTimeAlone() {
        figures.addAll(List.of(run(timed())));

        assertThat(figures.all().keySet()).containsExactly("SomeBenchmark.some size=5");
    }

    @Test
    void replaceAll_measuredAgain_leavesNothingOfBefore() {
        figures.addAll(List.of(run(iteration(100, 500, 9000, 80_000, 60_000))));

        figures.replaceAll(List.of(run(iteration(100, 400, 8000, 70_000, 50_000))));

        assertThat(figures.all()).hasSize(6);
        assertThat(value(Figures.MOST)).isEqualTo(70_000);
    }

    private List<Double> counted() {
        return Stream.of(Figures.SAMPLES, Figures.MEDIAN, Figures.ONE_IN_A_THOUSAND, Figures.MOST, Figures.MOST_OWN)
                .map(this::value)
                .toList();
    }

    private double value(String suffix) {
        Figure figure = figures.get("SomeBenchmark.some size=5" + suffix);
        assertThat(figure).isNotNull();
        return figure.value();
    }

    private static BenchmarkParams params() {
        WorkloadParams values = new WorkloadParams();
        values.put("size", "5", 0);
        return new BenchmarkParams(
                "io.stowage.SomeBenchmark.some",
                "",
                false,
                1,
                new int[] {1},
                List.of(),
                1,
                0,
                ITERATION,
                ITERATION,
                Mode.SingleShotTime,
                values,
                TimeUnit.NANOSECONDS,
                1,
                "",
                List.of(),
                "",
                "",
                "",
                "",
                TimeValue.minutes(1));
    }

    private static RunResult run(IterationResult... iterations) {
        return new RunResult(params(), List.of(new BenchmarkResult(params(), new ArrayList<>(List.of(iterations)))));
    }

    private static IterationResult timed() {
        IterationResult iteration = new IterationResult(params(), ITERATION, null);
        iteration.addResult(new SingleShotResult(ResultRole.PRIMARY, "some", 1_000_000, TimeUnit.NANOSECONDS));
        return iteration;
    }

    private static IterationResult iteration(long samples, long median, long slow, long most, long own) {
        IterationResult iteration = timed();
        counted(iteration, "samples", samples);
        counted(iteration, "median", median);
        counted(iteration, "oneInAThousand", slow);
        counted(iteration, "most", most);
        counted(iteration, "mostOwn", own);
        return iteration;
    }

    private static void counted(IterationResult iteration, String name, long value) {
        iteration.addResult(new ScalarResult(name, value, "#", AggregationPolicy.SUM));
    }
}
