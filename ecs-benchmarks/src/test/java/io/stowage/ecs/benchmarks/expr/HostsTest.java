package io.stowage.ecs.benchmarks.expr;

import static org.assertj.core.api.Assertions.assertThat;

import io.stowage.ecs.benchmarks.Workload;
import io.stowage.ecs.placement.snapshot.ClusterSnapshot;
import io.stowage.ecs.placement.snapshot.InstanceSnapshot;
import io.stowage.ecs.placement.snapshot.TaskSnapshot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What expressions are asked of is drawn without a snapshot, and is the same as with one. */
class HostsTest {
    @Test
    void of_aThousand_isWhatTheSnapshotHas() {
        ClusterSnapshot cluster = Workload.named("cluster-1000").cluster();
        Map<String, Set<String>> groups = new HashMap<>();
        for (TaskSnapshot task : cluster.tasks()) {
            groups.computeIfAbsent(task.instanceId(), id -> new LinkedHashSet<>())
                    .add(Objects.requireNonNull(task.group()));
        }
        List<Host> expected = new ArrayList<>();
        for (InstanceSnapshot instance : cluster.instances()) {
            expected.add(new Host(instance.attributes(), List.copyOf(groups.getOrDefault(instance.id(), Set.of()))));
        }

        assertThat(Hosts.of(1000)).isEqualTo(expected);
    }
}
