package io.stowage.ecs.placement.cli;

import io.stowage.ecs.placement.Placement;
import io.stowage.ecs.placement.PlacementDecision;
import io.stowage.ecs.placement.PlacementFailure;
import io.stowage.ecs.placement.PlacementRequest;
import io.stowage.ecs.placement.PlacementResult;
import io.stowage.ecs.placement.StrategyStep;
import io.stowage.ecs.placement.UnconsideredInstance;
import io.stowage.ecs.placement.snapshot.ClusterSnapshot;
import io.stowage.ecs.placement.snapshot.InstanceResources;
import io.stowage.ecs.placement.snapshot.InstanceSnapshot;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A placement for machines: the same facts as {@link PlacementText}, and the full ids. */
final class PlacementJson {
    private final Run run;
    private final PlacementRequest request;
    private final PlacementResult result;
    private final ClusterSnapshot before;
    private final Map<String, InstanceSnapshot> instances;

    PlacementJson(Run run) {
        this.run = run;
        this.before = run.before();
        this.request = run.request();
        this.result = run.result();
        this.instances =
                before.instances().stream().collect(Collectors.toMap(InstanceSnapshot::id, Function.identity()));
    }

    Map<String, @Nullable Object> plain() {
        Map<String, @Nullable Object> plain = new LinkedHashMap<>();
        plain.put("group", request.group());
        plain.put("count", request.count());
        plain.put("notes", notes());
        plain.put("placements", placements());
        plain.put("unplaced", result.unplaced());
        plain.put("error", result.error());
        PlacementFailure closest = result.closestMatch();
        plain.put("closestMatch", closest == null ? null : failure(closest));
        String service = request.service();
        plain.put(
                "serviceEvent",
                service == null ? null : result.serviceEvent(service).orElse(null));
        plain.put("failures", result.failures().stream().map(this::failure).toList());
        plain.put("refusals", run.refusals().stream().map(this::failure).toList());
        plain.put(
                "unconsidered",
                run.unconsidered().stream().map(this::unconsidered).toList());
        plain.put(
                "instances",
                run.after().instances().stream().map(PlacementJson::instance).toList());
        return plain;
    }

    private Map<String, @Nullable Object> named(String id) {
        InstanceSnapshot instance = instances.get(id);
        if (instance == null) {
            throw new IllegalStateException("the engine answered with an unknown instance: " + id);
        }
        return InstanceText.plain(instance);
    }

    private List<String> notes() {
        return Stream.concat(before.notes().stream(), result.notes().stream()).toList();
    }

    private List<Map<String, @Nullable Object>> placements() {
        List<Map<String, @Nullable Object>> placements = new ArrayList<>();
        for (int i = 0; i < result.placements().size(); i++) {
            placements.add(placement(result.placements().get(i), run.placed().get(i)));
        }
        return placements;
    }

    private Map<String, @Nullable Object> placement(Placement placement, PlacementDecision decision) {
        Map<String, @Nullable Object> plain = named(placement.containerInstance());
        plain.put("candidates", decision.candidates());
        plain.put("steps", decision.steps().stream().map(PlacementJson::step).toList());
        plain.put("tied", decision.tied());
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
        plain.put("gpus", resources.gpuIds().size());
        plain.put("networkInterfaces", resources.networkInterfaces());
        return plain;
    }
}
