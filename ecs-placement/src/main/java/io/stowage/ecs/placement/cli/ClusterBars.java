package io.stowage.ecs.placement.cli;

import io.stowage.ecs.placement.snapshot.ClusterSnapshot;
import io.stowage.ecs.placement.snapshot.InstanceSnapshot;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A cluster as bars, one line for each instance, by zone: what was in use, what came on top, what is left. */
final class ClusterBars {
    private static final int WIDTH = 20;
    private static final String END = System.lineSeparator();

    private final Map<String, InstanceSnapshot> before;
    private final ClusterSnapshot after;

    ClusterBars(ClusterSnapshot before, ClusterSnapshot after) {
        this.before = before.instances().stream().collect(Collectors.toMap(InstanceSnapshot::id, instance -> instance));
        this.after = after;
    }

    String print() {
        if (after.instances().isEmpty()) {
            return "";
        }
        StringBuilder out = new StringBuilder("The cluster afterwards (# in use before, + new, . free):").append(END);
        Map<String, List<InstanceSnapshot>> byZone = after.instances().stream()
                .collect(Collectors.groupingBy(InstanceText::zone, TreeMap::new, Collectors.toList()));
        TextTable table = new TextTable();
        byZone.forEach((zone, instances) -> {
            table.row(zone);
            instances.forEach(instance -> row(table, instance));
        });
        return out.append(table.print("  ")).toString();
    }

    private void row(TextTable table, InstanceSnapshot now) {
        InstanceSnapshot then = before.getOrDefault(now.id(), now);
        long cpu = now.registered().cpuUnits();
        long memory = now.registered().memoryMib();
        long cpuUsed = cpu - now.remaining().cpuUnits();
        long memoryUsed = memory - now.remaining().memoryMib();
        int tasks = now.runningTasksCount();
        table.row(
                "  " + InstanceText.name(now),
                InstanceText.type(now),
                "cpu " + bar(cpu, cpu - then.remaining().cpuUnits(), cpuUsed) + " " + cpuUsed + "/" + cpu,
                "memory " + bar(memory, memory - then.remaining().memoryMib(), memoryUsed) + " " + memoryUsed + "/"
                        + memory + " MiB",
                tasks + (tasks == 1 ? " task" : " tasks"),
                state(now));
    }

    private static String state(InstanceSnapshot instance) {
        if (!instance.status().equals("ACTIVE")) {
            return instance.status();
        }
        return instance.agentConnected() ? "" : "agent not connected";
    }

    /** What came on top shows as one mark at least, unless the bar is full. */
    private static String bar(long total, long then, long now) {
        int old = marks(total, then);
        int all = Math.max(marks(total, now), Math.min(WIDTH, now > then ? old + 1 : old));
        return "[" + "#".repeat(old) + "+".repeat(all - old) + ".".repeat(WIDTH - all) + "]";
    }

    private static int marks(long total, long used) {
        return total <= 0 ? 0 : (int) Math.max(0, Math.min(WIDTH, Math.round((double) WIDTH * used / total)));
    }
}
