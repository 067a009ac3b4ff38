package io.stowage.ecs.placement.internal.engine;

import io.stowage.ecs.model.attributes.RequiredAttributes;
import io.stowage.ecs.model.cluster.Attribute;
import io.stowage.ecs.model.taskdef.CPUArchitecture;
import io.stowage.ecs.model.taskdef.NetworkMode;
import io.stowage.ecs.model.taskdef.OSFamily;
import io.stowage.ecs.model.taskdef.RuntimePlatform;
import io.stowage.ecs.placement.PlacementRequest;
import io.stowage.ecs.placement.internal.engine.Check.Kind;
import io.stowage.ecs.placement.plugin.Candidate;
import io.stowage.ecs.placement.plugin.Refusal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The checks of what an instance is: its agent, its attributes, its platform, its zone. They come before the resources. */
final class InstanceChecks {
    private static final String ATTRIBUTE = "ATTRIBUTE";

    private InstanceChecks() {}

    static List<Check> of(PlacementRequest request) {
        List<Check> checks = new ArrayList<>();
        checks.add(Static.check(
                Kind.AGENT,
                node -> node.agentConnected()
                        ? null
                        : Refusal.because("AGENT", "the container agent is not connected", List.of())));
        checks.add(requiredAttributes(request));
        RuntimePlatform platform = request.taskDefinition().runtimePlatform();
        if (platform != null && request.platformCheck()) {
            checks.add(Static.check(Kind.PLATFORM, node -> platformRefusal(node, platform)));
        }
        if (request.taskDefinition().effectiveNetworkMode().equals(NetworkMode.AWSVPC)
                && !request.subnetAvailabilityZones().isEmpty()) {
            checks.add(Static.check(Kind.LOCATION, node -> location(node, request.subnetAvailabilityZones())));
        }
        return checks;
    }

    private static Check requiredAttributes(PlacementRequest request) {
        Map<String, String> pointers = new LinkedHashMap<>();
        List<Attribute> ofDefinition = request.taskDefinition().requiresAttributes();
        for (int i = 0; i < ofDefinition.size(); i++) {
            String name = ofDefinition.get(i).name();
            if (name != null) {
                pointers.putIfAbsent(name, "/taskDefinition/requiresAttributes/" + i);
            }
        }
        for (int i = 0; i < request.requiredAttributes().size(); i++) {
            pointers.putIfAbsent(request.requiredAttributes().get(i), "/requiredAttributes/" + i);
        }
        if (request.derivesRequiredAttributes()) {
            RequiredAttributes.of(request.taskDefinition())
                    .attributes()
                    .forEach(attribute -> pointers.putIfAbsent(
                            attribute.name(),
                            "/taskDefinition" + attribute.askedBy().get(0)));
        }
        return Static.check(Kind.ATTRIBUTE, node -> {
            List<String> missing = pointers.keySet().stream()
                    .filter(name -> !node.hasAttribute(name))
                    .toList();
            return missing.isEmpty()
                    ? null
                    : Refusal.because(
                            ATTRIBUTE,
                            "lacks the attribute " + String.join(", ", missing),
                            missing.stream().map(pointers::get).toList());
        });
    }

    /** Only what is written is checked, and an instance that says nothing of itself passes: ECS documents no more. */
    private static @Nullable Refusal platformRefusal(Candidate node, RuntimePlatform platform) {
        CPUArchitecture architecture = platform.cpuArchitecture();
        if (architecture != null && !architecture.value().isEmpty()) {
            String wanted = architecture.value().toLowerCase(Locale.ROOT);
            Refusal refusal =
                    differs(node, "ecs.cpu-architecture", wanted, "/taskDefinition/runtimePlatform/cpuArchitecture");
            if (refusal != null) {
                return refusal;
            }
        }
        OSFamily family = platform.operatingSystemFamily();
        if (family == null || family.value().isEmpty()) {
            return null;
        }
        String pointer = "/taskDefinition/runtimePlatform/operatingSystemFamily";
        boolean windows = family.value().startsWith("WINDOWS");
        Refusal refusal = differs(node, "ecs.os-type", windows ? "windows" : "linux", pointer);
        return refusal != null ? refusal : differs(node, "ecs.os-family", family.value(), pointer);
    }

    private static @Nullable Refusal differs(Candidate node, String attribute, String wanted, String pointer) {
        String value = node.attributeValue(attribute);
        return value == null || value.isEmpty() || value.equals(wanted)
                ? null
                : Refusal.because(ATTRIBUTE, "needs " + attribute + " " + wanted + ", has " + value, List.of(pointer));
    }

    private static @Nullable Refusal location(Candidate node, List<String> zones) {
        String zone = node.zone();
        return zone != null && zones.contains(zone)
                ? null
                : Refusal.because(
                        "LOCATION",
                        "is in " + (zone == null ? "no known zone" : zone) + ", the subnets are in "
                                + String.join(", ", zones),
                        List.of("/taskDefinition/networkMode"));
    }
}
