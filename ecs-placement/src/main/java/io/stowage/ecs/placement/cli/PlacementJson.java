package io.stowage.ecs.placement.cli;

import io.stowage.ecs.model.json.EcsJson;
import io.stowage.ecs.placement.Placement;
import io.stowage.ecs.placement.PlacementFailure;
import io.stowage.ecs.placement.PlacementRequest;
import io.stowage.ecs.placement.PlacementResult;
import io.stowage.ecs.placement.StrategyStep;
import io.stowage.ecs.placement.UnconsideredInstance;
import io.stowage.ecs.placement.snapshot.ClusterSnapshot;
import io.stowage.ecs.placement.snapshot.InstanceResources;
import io.stowage.ecs.placement.snapshot.InstanceSnapshot;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A placement for machines: the same facts as {@link PlacementText}, and the full ids. */
final class PlacementJson {
    private final PlacementRequest request;
    private final PlacementResult result;
    private final ClusterSnapshot before;
    private final Map<String, InstanceSnapshot> instances;

    PlacementJson(ClusterSnapshot before, PlacementRequest request, PlacementResult result) {
        this.before = before;
        this.request = request;
        this.result = result;
        this.instances =
                before.instances().stream().collect(Collectors.toMap(InstanceSnapshot::id, Function.identity()));
    }

    String print() {
        Map<String, @Nullable Object> plain = new LinkedHashMap<>();
        plain.put("group", request.group());
        plain.put("count", request.count());
        plain.put("notes", before.notes());
        plain.put(
                "placements", result.placements().stream().map(this::placement).toList());
        plain.put("unplaced", result.unplaced());
        plain.put("error", result.error());
        plain.put("failures", result.failures().stream().map(this::failure).toList());
        plain.put("refusals", result.refusals().stream().map(this::failure).toList());
        plain.put(
                "unconsidered",
                result.unconsidered().stream().map(this::unconsidered).toList());
        plain.put(
                "instances",
                result.after().instances().stream().map(PlacementJson::instance).toList());
        return EcsJson.writePlain(plain);
    }

    private Map<String, @Nullable Object> named(String id) {
        InstanceSnapshot instance = instances.get(id);
        if (instance == null) {
            throw new IllegalStateException("the engine answered with an unknown instance: " + id);
        }
        return InstanceText.plain(instance);
    }

    private Map<String, @Nullable Object> placement(Placement placement) {
        Map<String, @Nullable Object> plain = named(placement.containerInstance());
        plain.put("candidates", placement.candidates());
        plain.put("steps", placement.steps().stream().map(PlacementJson::step).toList());
        plain.put("tied", placement.tied());
        return plain;
    }

    private static Map<String, @Nullable Object> step(StrategyStep step) {
        Map<String, @Nullable Object> plain = new LinkedHashMap<>();
        plain.put("strategy", step.strategy());
        plain.put("before", step.before());
        plain.put("after", step.after());
        plain.put("because", step.because());
        return plain;
    }

    private Map<String, @Nullable Object> failure(PlacementFailure failure) {
        Map<String, @Nullable Object> plain = named(failure.containerInstance());
        plain.put("reason", failure.reason());
        plain.put("detail", failure.detail());
        plain.put("have", failure.have());
        plain.put("need", failure.need());
        plain.put("askedBy", failure.askedBy());
        return plain;
    }

    private Map<String, @Nullable Object> unconsidered(UnconsideredInstance instance) {
        Map<String, @Nullable Object> plain = named(instance.containerInstance());
        plain.put("because", instance.because());
        return plain;
    }

    private static Map<String, @Nullable Object> instance(InstanceSnapshot instance) {
        Map<String, @Nullable Object> plain = InstanceText.plain(instance);
        plain.put("agentConnected", instance.agentConnected());
        plain.put("runningTasksCount", instance.runningTasksCount());
        plain.put("registered", resources(instance.registered()));
        plain.put("remaining", resources(instance.remaining()));
        plain.put("takenTcpPorts", List.copyOf(instance.takenPorts().tcp()));
        plain.put("takenUdpPorts", List.copyOf(instance.takenPorts().udp()));
        return plain;
    }

    private static Map<String, @Nullable Object> resources(InstanceResources resources) {
        Map<String, @Nullable Object> plain = new LinkedHashMap<>();
        plain.put("cpuUnits", resources.cpuUnits());
        plain.put("memoryMib", resources.memoryMib());
        plain.put("gpus", resources.gpus());
        return plain;
    }
}
