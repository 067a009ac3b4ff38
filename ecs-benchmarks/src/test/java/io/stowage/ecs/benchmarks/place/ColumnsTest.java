package io.stowage.ecs.benchmarks.place;

import static org.assertj.core.api.Assertions.assertThat;

import io.stowage.ecs.benchmarks.Workload;
import io.stowage.ecs.placement.snapshot.ClusterSnapshot;
import io.stowage.ecs.placement.snapshot.InstanceSnapshot;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Figures of different days can only be compared if the work was the same, so its totals are written down here. A second program in another
 * language worked them out from the description of the workload.
 */
class ColumnsTest {
    @ParameterizedTest
    @CsvSource({
        "EMPTY, 1000, 16384000, 32768000",
        "HALF, 100, 874560, 1756896",
        "HALF, 1000, 9016896, 18115488",
        "HALF, 100000, 904963008, 1809402336",
        "PACKED, 1000, 1886208, 3813408",
        "BARRED, 1000, 4546944, 18115488",
        "ANTI, 1000, 2057582, 4137113",
        "ANTI_FEW, 1000, 2203088, 4416473"
    })
    void of_fill_leavesThisMuch(Fill fill, int instances, long cpuUnits, long memoryMib) {
        Columns columns = Columns.of(fill, instances);

        assertThat(Arrays.stream(columns.cpuUnits).asLongStream().sum()).isEqualTo(cpuUnits);
        assertThat(Arrays.stream(columns.memoryMib).asLongStream().sum()).isEqualTo(memoryMib);
    }

    /** The workload of the other benchmarks is the same cluster, described in objects. */
    @Test
    void of_half_isTheClusterOfTheWorkload() {
        List<InstanceSnapshot> expected =
                Workload.named("cluster-1000").cluster().instances();
        List<InstanceSnapshot> actual =
                Columns.of(Fill.HALF, 1000).snapshot(List.of()).instances();

        assertThat(actual).hasSameSizeAs(expected);
        for (int i = 0; i < actual.size(); i++) {
            assertThat(actual.get(i).remaining().cpuUnits())
                    .isEqualTo(expected.get(i).remaining().cpuUnits());
            assertThat(actual.get(i).remaining().memoryMib())
                    .isEqualTo(expected.get(i).remaining().memoryMib());
            assertThat(actual.get(i).attributes()).isEqualTo(expected.get(i).attributes());
        }
    }

    @ParameterizedTest
    @EnumSource
    void of_smaller_isTheBeginningOfTheGreater(Fill fill) {
        Columns small = Columns.of(fill, 300);
        Columns great = Columns.of(fill, 1000);

        assertThat(great.cpuUnits).startsWith(small.cpuUnits);
        assertThat(great.memoryMib).startsWith(small.memoryMib);
        assertThat(great.zone).startsWith(small.zone);
        assertThat(great.type).startsWith(small.type);
    }

    @Test
    void of_packed_leavesAtLeastATwentiethOfEach() {
        Columns columns = Columns.of(Fill.PACKED, 1000);

        assertThat(Arrays.stream(columns.cpuUnits)).allMatch(left -> left * 20 >= Columns.CPU_UNITS);
        assertThat(Arrays.stream(columns.memoryMib)).allMatch(left -> left * 20 >= Columns.MEMORY_MIB);
    }

    @Test
    void of_anti_leavesNoRoomForAnyService() {
        Columns columns = Columns.of(Fill.ANTI, 1000);

        for (Ask ask : Kind.MIXED.asks(200)) {
            assertThat(new Scan(columns, List.of(ask)).choose(0)).isEqualTo(Placing.NONE);
        }
    }

    @Test
    void instance_ofAnId_isItsNumber() {
        ClusterSnapshot cluster = Columns.of(Fill.EMPTY, 20).snapshot(List.of());

        assertThat(cluster.instances().stream().map(InstanceSnapshot::id).map(Columns::instance))
                .containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19);
    }
}
