package io.stowage.ecs.placement.cli;

import io.stowage.ecs.model.needs.TaskNeeds;
import io.stowage.ecs.placement.PlacementFailure;
import io.stowage.ecs.placement.PlacementRequest;
import io.stowage.ecs.placement.headroom.Density;
import io.stowage.ecs.placement.headroom.DensityTable;
import io.stowage.ecs.placement.headroom.Networking;
import io.stowage.ecs.placement.headroom.TypeDensity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How many tasks fit on instances of each type, for people and for machines. */
final class DensityReport {
    private static final String END = System.lineSeparator();

    private final PlacementRequest request;
    private final DensityTable table;
    private final int shown;

    DensityReport(PlacementRequest request, DensityTable table, int shown) {
        this.request = request;
        this.table = table;
        this.shown = shown;
    }

    /** Whether any type takes a task in the networking that it is written for. */
    boolean takesAny() {
        return table.types().stream().flatMap(row -> row.densities().stream()).anyMatch(density -> density.tasks() > 0);
    }

    private List<TypeDensity> rows() {
        return table.types().subList(0, Math.min(shown, table.types().size()));
    }

    String print() {
        StringBuilder out = new StringBuilder();
        out.append("Tasks of ")
                .append(request.group())
                .append(" on an empty instance; each needs ")
                .append(NeedsText.line(TaskNeeds.of(request.taskDefinition(), request.overrides())));
        int daemons = request.daemonServices().size();
        if (daemons > 0) {
            out.append("; room is kept for ").append(PlacementText.counted(daemons, "daemon"));
        }
        out.append('.').append(END).append(END);
        TextTable text = new TextTable();
        List<String> head = new ArrayList<>(List.of("TYPE", "VCPUS", "MEMORY"));
        table.networkings().forEach(networking -> head.add(name(networking).toUpperCase(Locale.ROOT)));
        head.add("THE NEXT ONE LACKS");
        text.row(head.toArray(String[]::new));
        for (TypeDensity row : rows()) {
            List<String> cells = new ArrayList<>(
                    List.of(row.type().name(), String.valueOf(row.type().vcpus()), row.registeredMemoryMib() + " MiB"));
            row.densities().forEach(density -> cells.add(number(density)));
            cells.add(row.densities().stream()
                    .map(Density::stoppedBy)
                    .filter(Objects::nonNull)
                    .map(PlacementFailure::reason)
                    .distinct()
                    .collect(Collectors.joining(", ")));
            text.row(cells.toArray(String[]::new));
        }
        out.append(text.print(""));
        int more = table.types().size() - rows().size();
        if (more > 0) {
            out.append(END)
                    .append("and ")
                    .append(PlacementText.counted(more, "type"))
                    .append(" more; --top and --type choose.")
                    .append(END);
        }
        return out.toString();
    }

    private static String name(Networking networking) {
        return networking.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String number(Density density) {
        return density.possible() ? density.tasks() + (density.atLeast() ? "+" : "") : "-";
    }

    Map<String, @Nullable Object> plain() {
        Map<String, @Nullable Object> plain = new LinkedHashMap<>();
        plain.put("group", request.group());
        plain.put("types", rows().stream().map(DensityReport::plain).toList());
        return plain;
    }

    private static Map<String, @Nullable Object> plain(TypeDensity row) {
        Map<String, @Nullable Object> plain = new LinkedHashMap<>();
        plain.put("instanceType", row.type().name());
        plain.put("vcpus", row.type().vcpus());
        plain.put("registeredMemoryMib", row.registeredMemoryMib());
        plain.put(
                "densities", row.densities().stream().map(DensityReport::plain).toList());
        return plain;
    }

    private static Map<String, @Nullable Object> plain(Density density) {
        Map<String, @Nullable Object> plain = new LinkedHashMap<>();
        plain.put("networking", density.networking().name());
        plain.put("possible", density.possible());
        plain.put("tasks", density.tasks());
        plain.put("atLeast", density.atLeast());
        PlacementFailure stopped = density.stoppedBy();
        plain.put("reason", stopped == null ? null : stopped.reason());
        plain.put("detail", stopped == null ? null : stopped.detail());
        plain.put("freeCpuUnits", density.freeCpuUnits());
        plain.put("freeMemoryMib", density.freeMemoryMib());
        return plain;
    }
}
