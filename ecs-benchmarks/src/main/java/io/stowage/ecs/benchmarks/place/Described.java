package io.stowage.ecs.benchmarks.place;

import io.stowage.ecs.model.cluster.Attribute;
import io.stowage.ecs.model.cluster.ContainerInstance;
import io.stowage.ecs.model.cluster.Resource;
import io.stowage.ecs.model.json.EcsJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A cluster as {@code describe-container-instances} gives it: about 3.4 kB and 40 attributes for an instance. */
final class Described {
    private static final int CAPABILITIES = 38;

    private Described() {}

    /** The document. */
    static String document(Columns columns) {
        List<String> instances = new ArrayList<>();
        for (int i = 0; i < columns.instances(); i++) {
            instances.add(EcsJson.write(instance(columns, i)));
        }
        return instances.stream()
                .collect(Collectors.joining(",\n", "{\"containerInstances\": [\n", "],\n\"failures\": []}\n"));
    }

    private static ContainerInstance instance(Columns columns, int number) {
        List<Attribute> attributes = new ArrayList<>();
        attributes.add(attribute("ecs.availability-zone", Columns.ZONES.get(columns.zone[number])));
        attributes.add(attribute("ecs.instance-type", Columns.TYPES.get(columns.type[number])));
        for (int i = 0; i < CAPABILITIES; i++) {
            attributes.add(Attribute.builder().name("capability." + i).build());
        }
        return ContainerInstance.builder()
                .containerInstanceArn(Columns.id(number))
                .ec2InstanceId(
                        "i-" + Columns.id(number).substring(Columns.id(number).length() - 17))
                .version(1L)
                .status("ACTIVE")
                .agentConnected(true)
                .attributes(attributes)
                .registeredResources(resources(Columns.CPU_UNITS, Columns.MEMORY_MIB))
                .remainingResources(resources(columns.cpuUnits[number], columns.memoryMib[number]))
                .runningTasksCount(0)
                .pendingTasksCount(0)
                .build();
    }

    private static Attribute attribute(String name, String value) {
        return Attribute.builder().name(name).value(value).build();
    }

    private static List<Resource> resources(int cpuUnits, int memoryMib) {
        List<Resource> resources = new ArrayList<>();
        new TreeMap<>(Map.of("CPU", cpuUnits, "MEMORY", memoryMib))
                .forEach((name, amount) -> resources.add(Resource.builder()
                        .name(name)
                        .type("INTEGER")
                        .doubleValue(0.0)
                        .longValue(0L)
                        .integerValue(amount)
                        .build()));
        for (String ports : List.of("PORTS", "PORTS_UDP")) {
            resources.add(Resource.builder()
                    .name(ports)
                    .type("STRINGSET")
                    .doubleValue(0.0)
                    .longValue(0L)
                    .integerValue(0)
                    .stringSetValue(ports.equals("PORTS") ? List.of("22", "2376", "2375", "51678", "51679") : List.of())
                    .build());
        }
        return resources;
    }
}
