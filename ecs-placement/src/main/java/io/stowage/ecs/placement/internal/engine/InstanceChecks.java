package io.stowage.ecs.placement.internal.engine;

import io.stowage.ecs.model.attributes.RequiredAttribute;
import io.stowage.ecs.model.attributes.RequiredAttributes;
import io.stowage.ecs.model.cluster.Attribute;
import io.stowage.ecs.model.taskdef.CPUArchitecture;
import io.stowage.ecs.model.taskdef.NetworkMode;
import io.stowage.ecs.model.taskdef.OSFamily;
import io.stowage.ecs.model.taskdef.RuntimePlatform;
import io.stowage.ecs.placement.PlacementRequest;
import io.stowage.ecs.placement.explain.FailedPart;
import io.stowage.ecs.placement.internal.engine.Check.Kind;
import io.stowage.ecs.placement.plugin.Candidate;
import io.stowage.ecs.placement.plugin.Refusal;
import io.stowage.ecs.placement.snapshot.InstanceSnapshot;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The checks of what an instance is: its agent, its attributes, its platform, its zone. They come before the resources. */
final class InstanceChecks {
    private static final String ATTRIBUTE = "ATTRIBUTE";
    private static final Set<String> ZONE_FACT = Set.of(Facts.attribute(InstanceSnapshot.ZONE_ATTRIBUTE));
    private static final String ABSENT = "absent";
    private static final String DEFINITION = "/taskDefinition";

    // What nearly all plans have is one object: those who ask many plans find it where they have just been.
    private static final Check AGENT = Static.check(
            Kind.AGENT,
            Set.of(Facts.AGENT_CONNECTED),
            node -> node.agentConnected()
                    ? null
                    : Refusal.because("AGENT", "the container agent is not connected", List.of()));

    private static final Check NO_ATTRIBUTES = Static.check(Kind.ATTRIBUTE, Set.of(), node -> null);

    private InstanceChecks() {}

    static List<Check> of(PlacementRequest request) {
        List<Check> checks = new ArrayList<>();
        checks.add(AGENT);
        checks.add(requiredAttributes(request));
        RuntimePlatform platform = request.taskDefinition().runtimePlatform();
        if (platform != null && request.platformCheck()) {
            checks.add(platform(platform));
        }
        if (request.taskDefinition().effectiveNetworkMode().equals(NetworkMode.AWSVPC)
                && !request.subnetAvailabilityZones().isEmpty()) {
            checks.add(
                    Static.check(Kind.LOCATION, ZONE_FACT, node -> location(node, request.subnetAvailabilityZones())));
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
                            attribute.name(), DEFINITION + attribute.askedBy().get(0)));
        }
        if (pointers.isEmpty()) {
            return NO_ATTRIBUTES;
        }
        return Static.check(
                Kind.ATTRIBUTE,
                pointers.keySet().stream().map(Facts::attribute).collect(Collectors.toSet()),
                node -> {
                    List<String> missing = missing(node, pointers.keySet());
                    return missing.isEmpty()
                            ? null
                            : Refusal.because(
                                    ATTRIBUTE,
                                    "lacks the attribute " + String.join(", ", missing),
                                    missing.stream().map(pointers::get).toList());
                },
                (node, facts) -> {
                    RequiredAttributes derived = RequiredAttributes.of(request.taskDefinition());
                    return missing(node, pointers.keySet()).stream()
                            .map(name -> lacking(name, String.valueOf(pointers.get(name)), derived))
                            .toList();
                });
    }

    private static List<String> missing(Candidate node, Set<String> names) {
        // Most tasks require none, and each instance is asked.
        return names.isEmpty()
                ? List.of()
                : names.stream().filter(name -> !node.hasAttribute(name)).toList();
    }

    /** A name that the task definition only lists is explained by the members from which ECS derived it. */
    private static FailedPart lacking(String name, String pointer, RequiredAttributes derived) {
        RequiredAttribute known = derived.find(name).orElse(null);
        if (known == null) {
            return FailedPart.of(name, ABSENT, List.of(pointer));
        }
        List<String> askedBy = Stream.concat(
                        Stream.of(pointer), known.askedBy().stream().map(DEFINITION::concat))
                .distinct()
                .toList();
        return new FailedPart(name, ABSENT, askedBy, List.of(), "provided by " + known.provider());
    }

    /** What a task definition says of the machine: an attribute with the value that it must not contradict. */
    private record Wanted(String attribute, String value, String pointer) {
        /** An instance that says nothing of itself passes: ECS documents no more. */
        boolean contradictedBy(Candidate node) {
            String has = node.attributeValue(attribute);
            return has != null && !has.isEmpty() && !has.equals(value);
        }

        Refusal refusal(Candidate node) {
            return Refusal.because(
                    ATTRIBUTE,
                    "needs " + attribute + " " + value + ", has " + node.attributeValue(attribute),
                    List.of(pointer));
        }

        FailedPart part(Candidate node) {
            return FailedPart.of(
                    attribute + " == " + value, String.valueOf(node.attributeValue(attribute)), List.of(pointer));
        }
    }

    private static Check platform(RuntimePlatform platform) {
        List<Wanted> wanted = wanted(platform);
        return Static.check(
                Kind.PLATFORM,
                wanted.stream().map(one -> Facts.attribute(one.attribute())).collect(Collectors.toSet()),
                node -> {
                    for (Wanted one : wanted) {
                        if (one.contradictedBy(node)) {
                            return one.refusal(node);
                        }
                    }
                    return null;
                },
                (node, facts) -> wanted.stream()
                        .filter(one -> one.contradictedBy(node))
                        .map(one -> one.part(node))
                        .toList());
    }

    /** Only what is written is checked. */
    private static List<Wanted> wanted(RuntimePlatform platform) {
        List<Wanted> wanted = new ArrayList<>();
        CPUArchitecture architecture = platform.cpuArchitecture();
        if (architecture != null && !architecture.value().isEmpty()) {
            String value = architecture.value().toLowerCase(Locale.ROOT);
            wanted.add(new Wanted("ecs.cpu-architecture", value, DEFINITION + "/runtimePlatform/cpuArchitecture"));
        }
        OSFamily family = platform.operatingSystemFamily();
        if (family != null && !family.value().isEmpty()) {
            String pointer = DEFINITION + "/runtimePlatform/operatingSystemFamily";
            boolean windows = family.value().startsWith("WINDOWS");
            wanted.add(new Wanted("ecs.os-type", windows ? "windows" : "linux", pointer));
            wanted.add(new Wanted("ecs.os-family", family.value(), pointer));
        }
        return wanted;
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
