package io.stowage.ecs.placement.snapshot;

import io.stowage.ecs.model.cluster.Attribute;
import io.stowage.ecs.model.cluster.ContainerInstance;
import io.stowage.ecs.model.cluster.Resource;
import io.stowage.ecs.model.cluster.VersionInfo;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads one described container instance. */
final class InstanceReader {
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
                new TakenPorts(ports(remaining, "PORTS"), ports(remaining, "PORTS_UDP")),
                instance.runningTasksCount() == null ? 0 : Math.max(0, instance.runningTasksCount()));
    }

    private InstanceResources resources(List<Resource> resources) {
        return new InstanceResources(
                amount(resources, "CPU"), amount(resources, "MEMORY"), count(resources, "GPU"), null);
    }

    private Map<String, String> attributes() {
        Map<String, String> attributes = new LinkedHashMap<>();
        for (Attribute attribute : instance.attributes()) {
            if (attribute.name() != null) {
                attributes.put(attribute.name(), attribute.value() == null ? "" : attribute.value());
            }
        }
        return attributes;
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
        if (resource.integerValue() != null && resource.integerValue() != 0) {
            return resource.integerValue();
        }
        if (resource.longValue() != null && resource.longValue() != 0) {
            return resource.longValue();
        }
        return resource.doubleValue() == null ? 0 : resource.doubleValue().longValue();
    }

    private NavigableSet<Integer> ports(List<Resource> resources, String name) {
        NavigableSet<Integer> ports = new TreeSet<>();
        Resource resource = find(resources, name);
        if (resource != null) {
            for (String port : resource.stringSetValue()) {
                if (!port.matches("[0-9]{1,5}") || Integer.parseInt(port) > 65535) {
                    throw new IllegalArgumentException("container instance " + id + " lists the port \"" + port
                            + "\" in " + name + "; ports are 0 to 65535");
                }
                ports.add(Integer.valueOf(port));
            }
        }
        return ports;
    }

    private static long count(List<Resource> resources, String name) {
        Resource resource = find(resources, name);
        return resource == null ? 0 : resource.stringSetValue().size();
    }
}
