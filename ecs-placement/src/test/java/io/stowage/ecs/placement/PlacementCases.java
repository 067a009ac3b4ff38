package io.stowage.ecs.placement;

import io.stowage.ecs.model.common.CapacityProviderStrategyItem;
import io.stowage.ecs.model.diagnostic.SourceText;
import io.stowage.ecs.model.json.DocumentKind;
import io.stowage.ecs.model.json.EcsJson;
import io.stowage.ecs.model.json.ReadOptions;
import io.stowage.ecs.model.placement.PlacementConstraint;
import io.stowage.ecs.model.placement.PlacementConstraintType;
import io.stowage.ecs.model.placement.PlacementStrategy;
import io.stowage.ecs.model.placement.PlacementStrategyType;
import io.stowage.ecs.model.task.RunTaskRequest;
import io.stowage.ecs.model.taskdef.TaskDefinition;
import io.stowage.ecs.placement.snapshot.ClusterSnapshot;
import io.stowage.ecs.placement.snapshot.HeldResources;
import io.stowage.ecs.placement.snapshot.InstanceResources;
import io.stowage.ecs.placement.snapshot.InstanceSnapshot;
import io.stowage.ecs.placement.snapshot.TakenPorts;
import io.stowage.ecs.placement.snapshot.TaskSnapshot;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the placement cases of the domain reference. */
final class PlacementCases {
    private static final JsonNode ROOT = load();

    private PlacementCases() {}

    private static JsonNode load() {
        try (InputStream in = PlacementCases.class.getResourceAsStream("placement-cases.json")) {
            return new JsonMapper().readTree(Objects.requireNonNull(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stream<JsonNode> all() {
        return ROOT.get("cases").valueStream();
    }

    static ClusterSnapshot cluster(JsonNode cluster) {
        List<InstanceSnapshot> instances = new ArrayList<>();
        List<TaskSnapshot> tasks = new ArrayList<>();
        for (JsonNode instance : cluster.path("instances")) {
            List<JsonNode> there = cluster.path("tasks")
                    .valueStream()
                    .filter(task -> task.get("instance")
                            .asString()
                            .equals(instance.get("id").asString()))
                    .toList();
            instances.add(instance(instance, there));
        }
        for (JsonNode task : cluster.path("tasks")) {
            tasks.add(task(task));
        }
        return ClusterSnapshot.ofSnapshots(instances, tasks);
    }

    private static InstanceSnapshot instance(JsonNode instance, List<JsonNode> tasks) {
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("ecs.availability-zone", instance.get("az").asString());
        if (instance.has("instanceType")) {
            attributes.put("ecs.instance-type", instance.get("instanceType").asString());
        }
        instance.path("attributes")
                .propertyStream()
                .forEach(entry -> attributes.put(
                        entry.getKey(),
                        entry.getValue().isNull() ? "" : entry.getValue().asString()));
        List<Integer> tcp = new ArrayList<>(
                instance.has("reservedTcp")
                        ? ports(instance.get("reservedTcp"))
                        : List.of(22, 2375, 2376, 51678, 51679));
        List<Integer> udp = new ArrayList<>(ports(instance.path("reservedUdp")));
        tasks.forEach(task -> tcp.addAll(ports(task.path("tcp"))));
        tasks.forEach(task -> udp.addAll(ports(task.path("udp"))));
        List<String> gpus = texts(instance.path("gpus"));
        InstanceResources registered = InstanceResources.of(
                        instance.get("cpu").asLong(), instance.get("memory").asLong())
                .withGpuIds(gpus)
                .withNetworkInterfaces(
                        instance.has("eniSlots") ? instance.get("eniSlots").asLong() : null);
        InstanceResources remaining = InstanceResources.of(
                        registered.cpuUnits() - sum(tasks, "cpu"), registered.memoryMib() - sum(tasks, "memory"))
                .withGpuIds(gpus.subList((int) sum(tasks, "gpus"), gpus.size()))
                .withNetworkInterfaces(
                        registered.networkInterfaces() == null
                                ? null
                                : registered.networkInterfaces() - sum(tasks, "eni"));
        return InstanceSnapshot.builder(instance.get("id").asString(), registered)
                .remaining(remaining)
                .status(instance.path("status").asString("ACTIVE"))
                .agentConnected(instance.path("agentConnected").asBoolean(true))
                .capacityProvider(text(instance, "capacityProvider"))
                .attributes(attributes)
                .takenPorts(TakenPorts.of(tcp, udp))
                .build();
    }

    private static TaskSnapshot task(JsonNode task) {
        return new TaskSnapshot(
                task.get("id").asString(),
                task.get("instance").asString(),
                text(task, "group"),
                task.path("desiredStatus").asString("RUNNING").equals("RUNNING"),
                createdAt(text(task, "createdAt")),
                task.path("protected").asBoolean(false),
                null,
                HeldResources.of(task.path("cpu").asLong(0), task.path("memory").asLong(0))
                        .withPorts(TakenPorts.of(ports(task.path("tcp")), ports(task.path("udp")))));
    }

    /** Some cases give a moment, some a number that only sets an order. */
    private static @Nullable Instant createdAt(@Nullable String text) {
        if (text == null) {
            return null;
        }
        return text.contains("T") ? Instant.parse(text) : Instant.ofEpochSecond(Long.parseLong(text));
    }

    static PlacementRequest request(JsonNode one) {
        JsonNode request = one.get("request");
        PlacementRequest.Builder builder = PlacementRequest.builder(taskDefinition(one.get("taskDefinition")))
                .count(request.path("count").asInt(1))
                .service(text(request, "service"))
                .group(text(request, "group"))
                .capacityProvider(text(request, "capacityProvider"))
                .requiredAttributes(texts(request.path("requiredAttributes")))
                .subnetAvailabilityZones(texts(request.path("subnetAvailabilityZones")))
                .placementStrategy(strategies(request))
                .placementConstraints(request.path("placementConstraints")
                        .valueStream()
                        .map(node -> PlacementConstraint.builder()
                                .type(new PlacementConstraintType(
                                        node.get("type").asString()))
                                .expression(text(node, "expression"))
                                .build())
                        .toList());
        if (request.has("overrides")) {
            String text = "{\"taskDefinition\": \"x\", \"overrides\": " + request.get("overrides") + "}";
            RunTaskRequest run = EcsJson.read(
                            DocumentKind.RUN_TASK, SourceText.of("overrides", text), ReadOptions.standard())
                    .orThrow();
            builder.overrides(run.overrides());
        }
        return builder.build();
    }

    static List<PlacementStrategy> strategies(JsonNode request) {
        return request.path("placementStrategy")
                .valueStream()
                .map(node -> PlacementStrategy.builder()
                        .type(new PlacementStrategyType(node.get("type").asString()))
                        .field(text(node, "field"))
                        .build())
                .toList();
    }

    static List<CapacityProviderStrategyItem> capacityProviderStrategy(JsonNode request) {
        return request.path("capacityProviderStrategy")
                .valueStream()
                .map(node -> CapacityProviderStrategyItem.builder()
                        .capacityProvider(text(node, "capacityProvider"))
                        .base(node.has("base") ? node.get("base").asInt() : null)
                        .weight(node.has("weight") ? node.get("weight").asInt() : null)
                        .build())
                .toList();
    }

    static TaskDefinition taskDefinition(JsonNode node) {
        return EcsJson.readTaskDefinition(SourceText.of("case", node.toString()), ReadOptions.standard())
                .orThrow();
    }

    private static @Nullable String text(JsonNode node, String member) {
        return node.has(member) && !node.get(member).isNull() ? node.get(member).asString() : null;
    }

    private static List<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::asString).toList();
    }

    private static List<Integer> ports(JsonNode list) {
        return list.valueStream().map(JsonNode::asInt).toList();
    }

    private static long sum(List<JsonNode> tasks, String member) {
        return tasks.stream().mapToLong(task -> task.path(member).asLong(0)).sum();
    }
}
