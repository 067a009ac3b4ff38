package io.stowage.ecs.placement.internal.engine;

import io.stowage.ecs.model.placement.PlacementConstraint;
import io.stowage.ecs.model.taskdef.TaskDefinitionPlacementConstraint;
import io.stowage.ecs.placement.PlacementRequest;
import io.stowage.ecs.placement.explain.FailedPart;
import io.stowage.ecs.placement.plugin.Candidate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the checks of one request are called, and in which units they count. */
final class CheckWords {
    private final Plan plan;
    private final Map<String, String> constraints = new HashMap<>();

    CheckWords(Plan plan) {
        this.plan = plan;
        PlacementRequest request = plan.request();
        List<TaskDefinitionPlacementConstraint> ofDefinition =
                request.taskDefinition().placementConstraints();
        for (int i = 0; i < ofDefinition.size(); i++) {
            TaskDefinitionPlacementConstraint one = ofDefinition.get(i);
            constraints.put(
                    PlanMaker.DEFINITION_CONSTRAINTS + i,
                    written(one.type() == null ? "" : one.type().value(), one.expression()));
        }
        List<PlacementConstraint> ofRequest = request.placementConstraints();
        for (int i = 0; i < ofRequest.size(); i++) {
            PlacementConstraint one = ofRequest.get(i);
            constraints.put(
                    PlanMaker.REQUEST_CONSTRAINTS + i,
                    written(one.type() == null ? "" : one.type().value(), one.expression()));
        }
    }

    private static String written(String type, @Nullable String argument) {
        return argument == null ? type : type + " " + argument;
    }

    /** What it asks for, in words that do not hang on an instance unless its failed parts do. */
    String about(Check check, List<FailedPart> parts) {
        String failed = parts.stream().map(FailedPart::what).distinct().collect(Collectors.joining(", "));
        return switch (check.kind()) {
            case AGENT -> "agent not connected";
            case ATTRIBUTE -> "attribute " + failed;
            case PLATFORM -> "platform " + failed;
            case LOCATION -> "zone of the subnets";
            case CPU -> "CPU";
            case MEMORY -> "memory";
            case PORTS, PORTS_UDP -> failed;
            case PORT_LIMIT -> "limit of reserved ports";
            case ENI -> "network interface";
            case GPU -> "GPU";
            case NEURON_DEVICE -> "Neuron device";
            case CUSTOM_RESOURCE -> check.name();
            case CONSTRAINT -> constraints.getOrDefault(check.name(), check.name());
        };
    }

    /** In what it counts; null for a check that does not count. */
    @Nullable
    String unit(Check check) {
        return switch (check.kind()) {
            case CPU -> "CPU units";
            case MEMORY -> "MiB";
            case PORT_LIMIT -> "ports";
            case ENI -> "network interfaces";
            case GPU -> "GPUs";
            case NEURON_DEVICE -> "Neuron devices";
            case CUSTOM_RESOURCE -> severalDevices(check.name()) ? "devices" : check.name();
            case CONSTRAINT -> check.test() instanceof DistinctInstance.OfGroup ? "tasks" : null;
            case AGENT, ATTRIBUTE, PLATFORM, LOCATION, PORTS, PORTS_UDP -> null;
        };
    }

    private boolean severalDevices(String resource) {
        return plan.customNeeds().stream()
                .anyMatch(custom ->
                        custom.resource().equals(resource) && custom.need().devices() > 1);
    }

    /** How much an instance has in all; null where the instance does not say. */
    @Nullable
    Long total(Check check, Candidate instance) {
        return switch (check.kind()) {
            case CPU -> instance.registered().cpuUnits();
            case MEMORY -> instance.registered().memoryMib();
            case ENI -> instance.registered().networkInterfaces();
            case GPU -> (long) instance.registered().gpuIds().size();
            case NEURON_DEVICE -> (long) instance.registered().neuronDeviceIds().size();
            case AGENT, ATTRIBUTE, PLATFORM, LOCATION, PORTS, PORTS_UDP, PORT_LIMIT, CUSTOM_RESOURCE, CONSTRAINT ->
                null;
        };
    }
}
