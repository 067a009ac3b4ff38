package io.stowage.ecs.placement.cli;

import io.stowage.ecs.model.attributes.RequiredAttribute;
import io.stowage.ecs.model.attributes.RequiredAttributes;
import io.stowage.ecs.model.needs.Need;
import io.stowage.ecs.model.needs.PortNeed;
import io.stowage.ecs.model.needs.TaskNeeds;
import io.stowage.ecs.model.needs.TaskSize;
import io.stowage.ecs.model.task.TaskOverride;
import io.stowage.ecs.model.taskdef.ContainerDefinition;
import io.stowage.ecs.model.taskdef.RuntimePlatform;
import io.stowage.ecs.model.taskdef.TaskDefinition;
import io.stowage.ecs.model.taskdef.TaskDefinitionPlacementConstraint;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a task asks of its instance, in all and by container, with the members that ask for it. */
final class NeedsReport {
    private static final String END = System.lineSeparator();
    private static final String INDENT = "  ";

    private final TaskDefinition definition;
    private final TaskNeeds needs;
    private final List<ContainerNeeds> containers = new ArrayList<>();
    private final List<RequiredAttribute> attributes;
    private final List<String> notes = new ArrayList<>();

    /** What one container adds where the task itself states nothing. */
    private record ContainerNeeds(ContainerDefinition container, long cpuUnits, long memoryMib) {
        String name() {
            return Objects.requireNonNullElse(container.name(), "?");
        }
    }

    NeedsReport(TaskDefinition definition, @Nullable TaskOverride overrides) {
        this.definition = definition;
        this.needs = TaskNeeds.of(definition, overrides);
        this.attributes = RequiredAttributes.of(definition).attributes();
        TaskOverride ofContainers = overrides == null
                ? null
                : overrides.toBuilder().cpu(null).memory(null).build();
        for (ContainerDefinition container : definition.containerDefinitions()) {
            TaskNeeds alone = TaskNeeds.of(
                    definition.toBuilder()
                            .cpu(null)
                            .memory(null)
                            .containerDefinitions(List.of(container))
                            .build(),
                    ofContainers);
            containers.add(new ContainerNeeds(
                    container, alone.cpuUnits().amount(), alone.memoryMib().amount()));
        }
        String cpu = overrides == null || overrides.cpu() == null ? definition.cpu() : overrides.cpu();
        String memory = overrides == null || overrides.memory() == null ? definition.memory() : overrides.memory();
        noteUnlessKnown("cpu", cpu, TaskSize::cpuUnits);
        noteUnlessKnown("memory", memory, TaskSize::memoryMib);
    }

    private void noteUnlessKnown(String member, @Nullable String text, Function<String, OptionalLong> parser) {
        if (text != null && parser.apply(text).isEmpty()) {
            notes.add("the `" + member + "` of the task is \"" + text
                    + "\", which is no size that is known; what the containers ask for is counted instead");
        }
    }

    Map<String, @Nullable Object> plain() {
        Map<String, @Nullable Object> plain = new LinkedHashMap<>();
        plain.put("family", definition.family());
        plain.put("networkMode", definition.effectiveNetworkMode().value());
        plain.put("notes", notes);
        plain.put("needs", NeedsJson.needs(needs));
        plain.put("containers", containers.stream().map(NeedsReport::plain).toList());
        plain.put(
                "requiredAttributes",
                attributes.stream().map(NeedsReport::plain).toList());
        plain.put(
                "placementConstraints",
                definition.placementConstraints().stream()
                        .map(NeedsReport::text)
                        .toList());
        plain.put("platform", platform());
        return plain;
    }

    private static Map<String, @Nullable Object> plain(ContainerNeeds container) {
        Map<String, @Nullable Object> plain = new LinkedHashMap<>();
        plain.put("name", container.name());
        plain.put("cpuUnits", container.cpuUnits());
        plain.put("memoryMib", container.memoryMib());
        plain.put("memoryLimitMib", container.container().memory());
        return plain;
    }

    private static Map<String, @Nullable Object> plain(RequiredAttribute attribute) {
        Map<String, @Nullable Object> plain = new LinkedHashMap<>();
        plain.put("name", attribute.name());
        plain.put("askedBy", attribute.askedBy());
        plain.put("setting", attribute.provider().setting());
        plain.put("feature", attribute.provider().feature());
        return plain;
    }

    String text() {
        StringBuilder out = new StringBuilder();
        String family = Objects.requireNonNullElse(definition.family(), "a task definition without family");
        out.append("A task of ").append(family).append(" in network mode ");
        out.append(definition.effectiveNetworkMode().value()).append(" needs:").append(END);
        out.append(resources().print(INDENT));
        notes.forEach(note -> out.append("Note: ").append(note).append('.').append(END));
        if (containers.size() > 1) {
            out.append(END)
                    .append("By container:")
                    .append(END)
                    .append(byContainer().print(INDENT));
        }
        if (!attributes.isEmpty()) {
            out.append(END)
                    .append("Attributes that ECS derives when the task definition is registered:")
                    .append(END);
            TextTable table = new TextTable();
            attributes.forEach(attribute -> table.row(
                    attribute.name(),
                    String.join(", ", attribute.askedBy()),
                    attribute.provider().toString()));
            out.append(table.print(INDENT));
        }
        if (!definition.placementConstraints().isEmpty() || !platform().isEmpty()) {
            out.append(END).append("Of the instances only those that satisfy:").append(END);
            TextTable table = new TextTable();
            for (int i = 0; i < definition.placementConstraints().size(); i++) {
                table.row(text(definition.placementConstraints().get(i)), "/placementConstraints/" + i);
            }
            platform().forEach((member, value) -> table.row(member + " " + value, "/runtimePlatform/" + member));
            out.append(table.print(INDENT));
        }
        return out.toString();
    }

    private TextTable resources() {
        TextTable table = new TextTable();
        row(table, "CPU", needs.cpuUnits(), "CPU units");
        row(table, "memory", needs.memoryMib(), "MiB");
        ports(table, "TCP", needs.tcpPorts());
        ports(table, "UDP", needs.udpPorts());
        if (needs.networkInterfaces().amount() > 0) {
            row(table, "network interface", needs.networkInterfaces(), "for awsvpc");
        }
        if (needs.gpus().amount() > 0) {
            String all = "all, at least " + needs.gpus().amount();
            table.row(
                    "GPUs",
                    needs.allGpus() ? all : String.valueOf(needs.gpus().amount()),
                    String.join(", ", needs.gpus().askedBy()));
        }
        if (needs.neuronDevices().amount() > 0) {
            table.row(
                    "Neuron devices",
                    "all",
                    String.join(", ", needs.neuronDevices().askedBy()));
        }
        return table;
    }

    private static void row(TextTable table, String what, Need need, String unit) {
        table.row(what, need.amount() + " " + unit, String.join(", ", need.askedBy()));
    }

    private static void ports(TextTable table, String protocol, List<PortNeed> ports) {
        ports.forEach(port -> table.row(protocol + " port", String.valueOf(port.port()), port.askedBy()));
    }

    private TextTable byContainer() {
        TextTable table = new TextTable();
        for (ContainerNeeds one : containers) {
            Integer limit = one.container().memory();
            table.row(
                    one.name(),
                    one.cpuUnits() + " CPU units",
                    one.memoryMib() + " MiB",
                    limit == null || limit == one.memoryMib() ? "" : "limit " + limit + " MiB");
        }
        return table;
    }

    private static String text(TaskDefinitionPlacementConstraint constraint) {
        String type = constraint.type() == null ? "" : constraint.type().value();
        return (type + " " + Objects.requireNonNullElse(constraint.expression(), "")).strip();
    }

    /** What is written of the platform; what is not written is not checked. */
    private Map<String, String> platform() {
        Map<String, String> written = new LinkedHashMap<>();
        RuntimePlatform platform = definition.runtimePlatform();
        if (platform != null && platform.cpuArchitecture() != null) {
            written.put("cpuArchitecture", platform.cpuArchitecture().value());
        }
        if (platform != null && platform.operatingSystemFamily() != null) {
            written.put(
                    "operatingSystemFamily", platform.operatingSystemFamily().value());
        }
        return written;
    }
}
