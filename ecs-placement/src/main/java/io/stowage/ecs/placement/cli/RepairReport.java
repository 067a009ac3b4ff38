package io.stowage.ecs.placement.cli;

import io.stowage.ecs.placement.PlacementRequest;
import io.stowage.ecs.placement.repair.Change;
import io.stowage.ecs.placement.repair.Repair;
import io.stowage.ecs.placement.repair.Repairs;
import io.stowage.ecs.placement.snapshot.ClusterSnapshot;
import io.stowage.ecs.placement.snapshot.InstanceSnapshot;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What would help, for people and for machines. */
final class RepairReport {
    private static final String END = System.lineSeparator();

    private final ClusterSnapshot cluster;
    private final PlacementRequest request;
    private final Repairs repairs;

    RepairReport(ClusterSnapshot cluster, PlacementRequest request, Repairs repairs) {
        this.cluster = cluster;
        this.request = request;
        this.repairs = repairs;
    }

    String print() {
        if (repairs.result().unplaced() == 0) {
            return "";
        }
        StringBuilder out = new StringBuilder(END);
        int missing = repairs.wanted() - repairs.result().placements().size();
        String what = missing == 1 ? "one task more" : missing + " tasks more";
        if (repairs.repairs().isEmpty()) {
            out.append("No single change and no pair of changes places ").append(what);
        } else {
            out.append("Any of these places ").append(what);
        }
        out.append(repairs.stoppedEarly() ? ", as far as " + repairs.trials() + " trials could tell" : "")
                .append(repairs.repairs().isEmpty() ? "." : ":")
                .append(END);
        TextTable table = new TextTable();
        if (!repairs.repairs().isEmpty()) {
            table.row("PLACED", "CHANGE");
        }
        for (Repair repair : repairs.repairs()) {
            table.row(
                    repair.result().placements().size() + " of " + request.count(),
                    repair.changes().stream().map(this::text).collect(Collectors.joining(", and ")));
        }
        return out.append(table.print("  ")).toString();
    }

    /** Adds what would help to what is said besides; nothing if nobody asked. */
    static Map<String, @Nullable Object> with(Map<String, @Nullable Object> plain, @Nullable RepairReport repair) {
        if (repair != null) {
            plain.put("repair", repair.plain());
        }
        return plain;
    }

    Map<String, @Nullable Object> plain() {
        Map<String, @Nullable Object> plain = new LinkedHashMap<>();
        plain.put("wanted", repairs.wanted());
        plain.put("trials", repairs.trials());
        plain.put("stoppedEarly", repairs.stoppedEarly());
        plain.put("repairs", repairs.repairs().stream().map(this::plain).toList());
        return plain;
    }

    private Map<String, @Nullable Object> plain(Repair repair) {
        Map<String, @Nullable Object> plain = new LinkedHashMap<>();
        plain.put("placed", repair.result().placements().size());
        plain.put("changes", repair.changes().stream().map(this::plain).toList());
        return plain;
    }

    private Map<String, @Nullable Object> plain(Change change) {
        Map<String, @Nullable Object> plain = new LinkedHashMap<>();
        plain.put("kind", change.kind().name());
        plain.put("change", text(change));
        plain.put("containerInstance", change.containerInstance());
        if (change instanceof Change.LowerCpu lower) {
            plain.put("from", lower.fromUnits());
            plain.put("to", lower.toUnits());
        } else if (change instanceof Change.LowerMemory lower) {
            plain.put("from", lower.fromMib());
            plain.put("to", lower.toMib());
        } else if (change instanceof Change.StopTask stop) {
            plain.put("task", stop.task().id());
        } else if (change instanceof Change.AddInstance add) {
            plain.put("instanceType", add.instance().instanceType());
            plain.put("availabilityZone", add.instance().zone());
        } else if (change instanceof Change.AddAttribute add) {
            plain.put("attribute", List.of(add.name(), add.value()));
        }
        return plain;
    }

    /** With the names of instances that the other tables have, and without what all tasks of the cluster have in common. */
    private String text(Change change) {
        String text = change.describe();
        if (change instanceof Change.StopTask stop) {
            String task = stop.task().id();
            text = text.replace(task, task.substring(task.lastIndexOf('/') + 1));
        }
        String id = change.containerInstance();
        InstanceSnapshot instance = id == null ? null : cluster.instance(id).orElse(null);
        return instance == null ? text : text.replace(instance.id(), InstanceText.name(instance));
    }
}
