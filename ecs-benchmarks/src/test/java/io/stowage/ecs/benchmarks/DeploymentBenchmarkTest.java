package io.stowage.ecs.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.stowage.ecs.placement.Placement;
import io.stowage.ecs.placement.PlacementResult;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeploymentBenchmarkTest {
    /**
     * What is timed is the work that was meant, and it was done: each placer must come to these placements. They were worked out by
     * a second program in another language, from the description of the workload.
     */
    @ParameterizedTest
    @CsvSource({
        "EXHAUSTIVE, cluster-100, BINPACK, 2, 185015917",
        "EXHAUSTIVE, cluster-100, SPREAD_BINPACK, 8, 2215835222",
        "EXHAUSTIVE, cluster-100, MEMBER_OF_BINPACK, 9, 1320921148",
        "EXHAUSTIVE, cluster-100, DISTINCT_BINPACK, 50, 3746139091",
        "EXHAUSTIVE, cluster-1000, BINPACK, 2, 2404329768",
        "EXHAUSTIVE, cluster-1000, SPREAD_BINPACK, 10, 1872871651",
        "EXHAUSTIVE, cluster-1000, MEMBER_OF_BINPACK, 10, 245836482",
        "EXHAUSTIVE, cluster-1000, DISTINCT_BINPACK, 50, 726903831"
    })
    void place_workload_givesThesePlacements(
            Placer placer, String workload, ServiceKind kind, int instances, long checksum) {
        DeploymentBenchmark benchmark = new DeploymentBenchmark();
        benchmark.placer = placer;
        benchmark.workload = workload;
        benchmark.kind = kind;
        benchmark.prepare();

        PlacementResult result = benchmark.place();

        assertThat(result.error()).isNull();
        assertThat(result.unplaced()).isZero();
        List<String> chosen =
                result.placements().stream().map(Placement::containerInstance).toList();
        assertThat(chosen).hasSize(DeploymentBenchmark.TASKS);
        assertThat(chosen.stream().distinct()).hasSize(instances);
        assertThat(checksum(chosen)).isEqualTo(checksum);
    }

    /** The list is written by the annotation processor; without it JMH would run nothing and say so only when asked. */
    @Test
    void benchmarkList_afterCompiling_namesTheBenchmark() throws IOException {
        try (InputStream list = Objects.requireNonNull(getClass().getResourceAsStream("/META-INF/BenchmarkList"))) {
            assertThat(new String(list.readAllBytes(), StandardCharsets.UTF_8))
                    .contains(DeploymentBenchmark.class.getName());
        }
    }

    private static long checksum(List<String> lines) {
        CRC32 checksum = new CRC32();
        checksum.update(String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
        return checksum.getValue();
    }
}
