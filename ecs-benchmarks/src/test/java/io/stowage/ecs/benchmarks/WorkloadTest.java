package io.stowage.ecs.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.stowage.ecs.placement.snapshot.ClusterSnapshot;
import io.stowage.ecs.placement.snapshot.InstanceSnapshot;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Figures of different days can only be compared if the work was the same, so its totals are written down here. */
class WorkloadTest {
    @ParameterizedTest
    @CsvSource({
        "cluster-100, 1328, 874560, 1756896",
        "cluster-1000, 12858, 9016896, 18115488",
        "cluster-5000, 64224, 45060288, 90026400"
    })
    void cluster_ofThatName_hasTheseTotals(String name, int tasks, long freeCpuUnits, long freeMemoryMib) {
        ClusterSnapshot cluster = Workload.named(name).cluster();

        assertThat(cluster.instances()).hasSize(Integer.parseInt(name.substring("cluster-".length())));
        assertThat(cluster.notes()).isEmpty();
        assertThat(cluster.tasks()).hasSize(tasks);
        assertThat(cluster.instances().stream()
                        .mapToLong(one -> one.remaining().cpuUnits())
                        .sum())
                .isEqualTo(freeCpuUnits);
        assertThat(cluster.instances().stream()
                        .mapToLong(one -> one.remaining().memoryMib())
                        .sum())
                .isEqualTo(freeMemoryMib);
    }

    @Test
    void cluster_aThousand_isSpreadOverZonesAndTypes() {
        assertThat(counts(InstanceSnapshot::zone))
                .isEqualTo(Map.of("us-east-1a", 325L, "us-east-1b", 334L, "us-east-1c", 341L));
        assertThat(counts(InstanceSnapshot::instanceType))
                .isEqualTo(Map.of(
                        "t2.medium",
                        123L,
                        "t2.large",
                        120L,
                        "c5.large",
                        130L,
                        "c5.xlarge",
                        124L,
                        "m5.large",
                        122L,
                        "m5.xlarge",
                        130L,
                        "r5.large",
                        124L,
                        "t3.large",
                        127L));
        assertThat(Workload.named("cluster-1000").cluster().instances())
                .allSatisfy(one -> assertThat(one.attributes()).hasSize(38));
    }

    @Test
    void cluster_everyInstance_isFilledToAtMostSeventyPercent() {
        assertThat(Workload.named("cluster-1000").cluster().instances()).allSatisfy(one -> {
            assertThat(one.remaining().cpuUnits()).isGreaterThanOrEqualTo(HalfFullCluster.CPU_UNITS * 3L / 10);
            assertThat(one.remaining().memoryMib()).isGreaterThanOrEqualTo(HalfFullCluster.MEMORY_MIB * 3L / 10);
        });
    }

    @Test
    void named_twice_isTheSame() {
        ClusterSnapshot first = Workload.named("cluster-100").cluster();
        ClusterSnapshot second = Workload.named("cluster-100").cluster();

        assertThat(second.instances()).isEqualTo(first.instances());
        assertThat(second.tasks()).isEqualTo(first.tasks());
    }

    @Test
    void named_smaller_isTheBeginningOfTheGreater() {
        assertThat(Workload.named("cluster-1000").cluster().instances())
                .startsWith(Workload.named("cluster-100").cluster().instances().toArray(InstanceSnapshot[]::new));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "cluster", "cluster-", "cluster-0", "cluster-007", "cluster-1e3", "cluster-99999999"})
    void named_nothingKnown_saysWhatWasExpected(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Workload.named(name))
                .withMessageContaining("cluster-1000");
    }

    private static Map<String, Long> counts(Function<InstanceSnapshot, String> property) {
        return Workload.named("cluster-1000").cluster().instances().stream()
                .collect(Collectors.groupingBy(property, TreeMap::new, Collectors.counting()));
    }
}
