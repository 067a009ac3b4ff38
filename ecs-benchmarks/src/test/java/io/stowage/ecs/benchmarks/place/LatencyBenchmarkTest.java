package io.stowage.ecs.benchmarks.place;

import static org.assertj.core.api.Assertions.assertThat;

import io.stowage.ecs.benchmarks.results.Latencies;
import org.junit.jupiter.api.Test;

/** The benchmark of P11 times every operation, whether there are pauses or not. */
class LatencyBenchmarkTest {
    @Test
    void time_oneAfterTheOther_countsEach() {
        LatencyBenchmark benchmark = new LatencyBenchmark();
        benchmark.instances = 500;
        benchmark.prepare();
        Latencies latencies = new Latencies();

        assertThat(benchmark.time(latencies, new Latencies(), 5000)).isNotEqualTo(Placing.NONE);

        assertThat(latencies.samples()).isEqualTo(5000);
        assertThat(latencies.atMost(0.5)).isPositive();
        assertThat(latencies.most()).isGreaterThanOrEqualTo(latencies.atMost(0.999));
    }

    @Test
    void time_withPauses_countsEachAndNoPause() {
        LatencyBenchmark benchmark = new LatencyBenchmark();
        benchmark.instances = 500;
        benchmark.prepare();
        Latencies latencies = new Latencies();
        Latencies own = new Latencies();
        int operations = 100 * LatencyBenchmark.Pauses.APART + 1;

        assertThat(benchmark.time(latencies, own, new LatencyBenchmark.Pauses(), operations))
                .isNotEqualTo(Placing.NONE);

        assertThat(latencies.samples()).isEqualTo(operations);
        assertThat(own.most()).isLessThanOrEqualTo(latencies.most());
        assertThat(LatencyBenchmark.SAMPLES % LatencyBenchmark.Pauses.APART).isZero();
    }
}
