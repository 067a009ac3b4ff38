package io.stowage.ecs.benchmarks.expr;

import io.stowage.ecs.benchmarks.Workload;
import io.stowage.ecs.cql.InstanceDescription;
import io.stowage.ecs.cql.column.InstanceTable;
import io.stowage.ecs.placement.snapshot.ClusterSnapshot;
import io.stowage.ecs.placement.snapshot.InstanceSnapshot;
import io.stowage.ecs.placement.snapshot.TaskSnapshot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The instances of a workload in the forms that are asked. */
final class Hosts {
    private Hosts() {}

    /** One map of attributes and one list of groups for each instance, in the order of the ids. */
    static List<Host> of(int size) {
        ClusterSnapshot cluster = Workload.named("cluster-" + size).cluster();
        Map<String, Set<String>> groups = new HashMap<>();
        for (TaskSnapshot task : cluster.tasks()) {
            String group = task.group();
            if (group != null) {
                groups.computeIfAbsent(task.instanceId(), id -> new LinkedHashSet<>())
                        .add(group);
            }
        }
        List<Host> hosts = new ArrayList<>();
        for (InstanceSnapshot instance : cluster.instances()) {
            hosts.add(new Host(
                    new HashMap<>(instance.attributes()), List.copyOf(groups.getOrDefault(instance.id(), Set.of()))));
        }
        return hosts;
    }

    /** The same in columns. */
    static InstanceTable table(List<Host> hosts) {
        InstanceTable table = new InstanceTable();
        for (Host host : hosts) {
            table.add(new InstanceDescription(
                    true, null, null, null, host.groups().size(), host.groups(), host.attributes()));
        }
        return table;
    }
}
