package io.stowage.ecs.model.catalog;

import io.stowage.ecs.model.internal.plain.PlainJson;
import io.stowage.ecs.model.internal.tables.Table;
import io.stowage.ecs.model.needs.TaskSize;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Fills in what was not written, by the rows of {@code task-definition-defaults.tsv}. One object for one task definition. */
final class TaskDefinitionDefaults {
    private static final List<Row> ROWS = Table.rows("task-definition-defaults.tsv", 7).stream()
            .map(row -> new Row(
                    List.of(row[0].substring(1).split("/", -1)),
                    row[1].equals("-") ? List.of() : Arrays.asList(row[1].split(",", -1)),
                    row[2],
                    DefaultSupplier.valueOf(row[3]),
                    row[4].equals("described")))
            .toList();

    private final String networkMode;
    private final boolean fargate;
    private final List<AppliedDefault> applied = new ArrayList<>();

    private TaskDefinitionDefaults(Map<String, @Nullable Object> definition) {
        Object mode = definition.get("networkMode");
        this.networkMode = mode == null ? "bridge" : mode.toString();
        this.fargate = definition.get("requiresCompatibilities") instanceof Collection<?> launchTypes
                && launchTypes.contains("FARGATE");
    }

    /** Where a default belongs, on what conditions, and its value as JSON. */
    private record Row(
            List<String> steps, List<String> conditions, String value, DefaultSupplier supplier, boolean described) {}

    /**
     * Fills the members of a task definition in place.
     *
     * @param everything also what describe-task-definition does not write out
     */
    static List<AppliedDefault> fill(Map<String, @Nullable Object> definition, boolean everything) {
        TaskDefinitionDefaults defaults = new TaskDefinitionDefaults(definition);
        for (Row row : ROWS) {
            if (everything || row.described()) {
                defaults.apply(row, 0, definition, "");
            }
        }
        return defaults.applied;
    }

    /** ECS takes a size with its unit and gives it back as a number of CPU units or MiB. */
    static void writeSizesAsNumbers(Map<String, @Nullable Object> definition) {
        size(definition, "cpu", TaskSize::cpuUnits);
        size(definition, "memory", TaskSize::memoryMib);
    }

    private static void size(
            Map<String, @Nullable Object> members, String name, Function<String, OptionalLong> parser) {
        if (members.get(name) instanceof String text) {
            parser.apply(text).ifPresent(amount -> members.put(name, Long.toString(amount)));
        }
    }

    private void apply(Row row, int step, @Nullable Object node, String pointer) {
        String name = row.steps().get(step);
        if (name.equals("*")) {
            if (node instanceof List<?> list) {
                for (int i = 0; i < list.size(); i++) {
                    apply(row, step + 1, list.get(i), pointer + "/" + i);
                }
            }
        } else if (node instanceof Map<?, ?>) {
            Map<String, @Nullable Object> members = PlainJson.members(node);
            if (step + 1 < row.steps().size()) {
                apply(row, step + 1, members.get(name), pointer + "/" + name);
            } else if (members.get(name) == null && row.conditions().stream().allMatch(c -> holds(c, members))) {
                Object value = row.value().startsWith("=")
                        ? Objects.requireNonNull(members.get(row.value().substring(1)))
                        : PlainJson.parse(row.value()).orElseThrow();
                members.put(name, value);
                applied.add(new AppliedDefault(pointer + "/" + name, value, row.supplier(), row.described()));
            }
        }
    }

    private boolean holds(String condition, Map<String, @Nullable Object> members) {
        String[] parts = condition.split(":", 2);
        return switch (parts[0]) {
            case "mode" -> parts[1].equals(networkMode);
            case "fargate" -> fargate;
            case "instances" -> !fargate;
            case "with" -> members.get(parts[1]) != null;
            case "without" -> members.get(parts[1]) == null;
            default -> throw new IllegalStateException("task-definition-defaults.tsv has the condition " + condition);
        };
    }
}
