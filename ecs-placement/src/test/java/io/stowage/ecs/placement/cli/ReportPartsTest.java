package io.stowage.ecs.placement.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.stowage.ecs.placement.snapshot.ClusterSnapshot;
import io.stowage.ecs.placement.snapshot.InstanceResources;
import io.stowage.ecs.placement.snapshot.InstanceSnapshot;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportPartsTest {
    @Test
    void table_cells_areAlignedWithoutTrailingBlanks() {
        TextTable table = new TextTable();
        table.row("a", "long cell", "x");
        table.row("wide", "b");

        assertThat(table.print("> ")).isEqualToNormalizingNewlines("> a     long cell  x\n> wide  b\n");
    }

    @Test
    void bars_usedNewAndFree_areTold() {
        ClusterSnapshot before = cluster(1500, 0);
        ClusterSnapshot after = cluster(1000, 0);

        assertThat(new ClusterBars(before, after).print())
                .isEqualToNormalizingNewlines(
                        "The cluster afterwards (# in use before, + new, . free):\n"
                                + "  no zone\n"
                                + "    i-a      cpu [#####+++++..........] 1000/2000  memory [....................] 0/0 MiB  0 tasks\n");
    }

    @Test
    void bars_aLittleMore_isSeen() {
        assertThat(new ClusterBars(cluster(2000, 0), cluster(1999, 0)).print())
                .contains("[+...................] 1/2000");
    }

    @Test
    void bars_overcommittedOrFull_stayWithinTheirWidth() {
        assertThat(new ClusterBars(cluster(-500, 0), cluster(-600, 0)).print())
                .contains("[####################] 2600/2000");
    }

    private static ClusterSnapshot cluster(long cpuLeft, long memoryLeft) {
        return ClusterSnapshot.ofSnapshots(
                List.of(InstanceSnapshot.builder("i-a", InstanceResources.of(2000, 0))
                        .remaining(InstanceResources.of(cpuLeft, memoryLeft))
                        .build()),
                List.of());
    }
}
