package io.stowage.ecs.benchmarks.expr;

import io.stowage.ecs.benchmarks.Workload;
import io.stowage.ecs.cql.InstanceDescription;
import io.stowage.ecs.cql.column.InstanceTable;
import java.util.ArrayList;
import java.util.List;

/** The instances of a workload in the forms that are asked. */
final class Hosts {
    private Hosts() {}

    /** One map of attributes and one list of groups for each instance, in the order of the ids. */
    static List<Host> of(int size) {
        List<Host> hosts = new ArrayList<>();
        Workload.drawAttributes(
                size,
                (attributes, groups) -> hosts.add(
                        new Host(attributes, groups.stream().distinct().toList())));
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
