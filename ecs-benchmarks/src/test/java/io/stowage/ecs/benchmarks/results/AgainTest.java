package io.stowage.ecs.benchmarks.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class AgainTest {
    @Test
    void of_namesOfFigures_findsEachBenchmarkOnce() {
        assertThat(Again.of(new TreeSet<>(List.of(
                        "LatencyBenchmark.placement instances=100000, median",
                        "LatencyBenchmark.placement instances=100000, p99.9",
                        "ParseBenchmark.spel query=E2",
                        "BuildBenchmark.sort"))))
                .containsExactly(
                        new Again("\\.BuildBenchmark\\.sort$", new TreeMap<>()),
                        new Again("\\.LatencyBenchmark\\.placement$", new TreeMap<>(Map.of("instances", "100000"))),
                        new Again("\\.ParseBenchmark\\.spel$", new TreeMap<>(Map.of("query", "E2"))));
    }

    @Test
    void of_figuresThatNoBenchmarkGives_leavesThemOut() {
        assertThat(Again.of(new TreeSet<>(List.of("quality.zones, difference", "memory.instance"))))
                .isEmpty();
    }
}
