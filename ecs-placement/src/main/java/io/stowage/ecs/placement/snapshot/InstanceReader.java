package io.stowage.ecs.placement.snapshot;

import io.stowage.ecs.model.cluster.Attribute;
import io.stowage.ecs.model.cluster.ContainerInstance;
import io.stowage.ecs.model.cluster.Resource;
import io.stowage.ecs.model.cluster.VersionInfo;
import io.stowage.ecs.model.instancetype.InstanceTypes;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads one described container instance. */
final class InstanceReader {
    /** The resources that have a meaning of their own. */
    static final Set<String> KNOWN = Set.of("CPU", "MEMORY", "PORTS", "PORTS_UDP", "GPU", "NEURON_DEVICE");

    private static final Pattern PORT = Pattern.compile("[0-9]{1,5}");

    private final ContainerInstance instance;
    private final String id;

    InstanceReader(ContainerInstance instance) {
        this.instance = instance;
        String arn = instance.containerInstanceArn();
        String name = arn == null ? instance.ec2InstanceId() : arn;
        if (name == null) {
            throw new IllegalArgumentException(
                    "a container instance has neither containerInstanceArn nor ec2InstanceId; one of them must name it");
        }
        this.id = name;
    }

    InstanceSnapshot read() {
        List<Resource> registered = instance.registeredResources();
        List<Resource> remaining = instance.remainingResources().isEmpty() ? registered : instance.remainingResources();
        VersionInfo versions = instance.versionInfo();
        return new InstanceSnapshot(
                id,
                instance.status() == null ? "ACTIVE" : instance.status(),
                instance.agentConnected() == null || instance.agentConnected(),
                versions == null ? null : versions.agentVersion(),
                instance.ec2InstanceId(),
                instance.registeredAt(),
                instance.capacityProviderName(),
                attributes(),
                resources(registered),
                resources(remaining),
                ports(registered),
                ports(remaining),
                instance.runningTasksCount() == null ? 0 : Math.max(0, instance.runningTasksCount()));
    }

    private InstanceResources resources(List<Resource> resources) {
        Map<String, List<Long>> others = new LinkedHashMap<>();
        for (Resource resource : resources) {
            String name = resource.name();
            if (name != null && !KNOWN.contains(name)) {
                others.put(name, List.of(otherAmount(resource)));
            }
        }
        return new InstanceResources(
                amount(resources, "CPU"),
                amount(resources, "MEMORY"),
                ids(resources, "GPU"),
                ids(resources, "NEURON_DEVICE"),
                interfaces(),
                others);
    }

    private @Nullable Long interfaces() {
        OptionalInt known = InstanceTypes.taskInterfaces(instance.attributes());
        return known.isEmpty() ? null : Long.valueOf(known.getAsInt());
    }

    /** A custom resource is a number, or a set whose members are all alike. */
    private static long otherAmount(Resource resource) {
        return resource.stringSetValue().isEmpty()
                ? number(resource)
                : resource.stringSetValue().size();
    }

    private Map<String, String> attributes() {
        Map<String, String> attributes = new LinkedHashMap<>();
        for (Attribute attribute : instance.attributes()) {
            if (attribute.name() != null) {
                attributes.put(attribute.name(), attribute.value() == null ? "" : attribute.value());
            }
        }
        // Nobody else has the map, so there is no need of a copy.
        return new Shared.Attributes(Collections.unmodifiableMap(attributes));
    }

    private static @Nullable Resource find(List<Resource> resources, String name) {
        return resources.stream()
                .filter(resource -> name.equals(resource.name()))
                .findFirst()
                .orElse(null);
    }

    /** The amount of CPU or memory; an integer in the answers of ECS, but any of the three number members would do. */
    private long amount(List<Resource> resources, String name) {
        Resource resource = find(resources, name);
        if (resource == null) {
            throw new IllegalArgumentException("container instance " + id + " lists no resource " + name
                    + "; ECS always answers with CPU and MEMORY");
        }
        return number(resource);
    }

    private static long number(Resource resource) {
        if (resource.integerValue() != null && resource.integerValue() != 0) {
            return resource.integerValue();
        }
        if (resource.longValue() != null && resource.longValue() != 0) {
            return resource.longValue();
        }
        return resource.doubleValue() == null ? 0 : resource.doubleValue().longValue();
    }

    private TakenPorts ports(List<Resource> resources) {
        return new TakenPorts(ports(resources, "PORTS"), ports(resources, "PORTS_UDP"));
    }

    private NavigableSet<Integer> ports(List<Resource> resources, String name) {
        NavigableSet<Integer> ports = new TreeSet<>();
        Resource resource = find(resources, name);
        if (resource != null) {
            for (String port : resource.stringSetValue()) {
                if (!isPort(port)) {
                    throw new IllegalArgumentException("container instance " + id + " lists the port \"" + port
                            + "\" in " + name + "; ports are 0 to 65535");
                }
                ports.add(Integer.valueOf(port));
            }
        }
        return ports;
    }

    static boolean isPort(String text) {
        return PORT.matcher(text).matches() && Integer.parseInt(text) <= 65535;
    }

    private static NavigableSet<String> ids(List<Resource> resources, String name) {
        Resource resource = find(resources, name);
        return resource == null ? new TreeSet<>() : new TreeSet<>(resource.stringSetValue());
    }
}
