package io.stowage.ecs.model.needs;

import io.stowage.ecs.model.task.ContainerOverride;
import io.stowage.ecs.model.task.TaskOverride;
import io.stowage.ecs.model.taskdef.ContainerDefinition;
import io.stowage.ecs.model.taskdef.NetworkMode;
import io.stowage.ecs.model.taskdef.PortMapping;
import io.stowage.ecs.model.taskdef.ResourceRequirement;
import io.stowage.ecs.model.taskdef.ResourceType;
import io.stowage.ecs.model.taskdef.RuntimePlatform;
import io.stowage.ecs.model.taskdef.TaskDefinition;
import io.stowage.ecs.model.taskdef.TransportProtocol;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Works out {@link TaskNeeds}: one object for one task definition. */
final class NeedsOfTask {
    private static final int HIGHEST_PORT = 65_535;

    private final TaskDefinition definition;
    private final @Nullable TaskOverride overrides;

    NeedsOfTask(TaskDefinition definition, @Nullable TaskOverride overrides) {
        this.definition = definition;
        this.overrides = overrides;
    }

    TaskNeeds needs() {
        boolean awsvpc = definition.effectiveNetworkMode().equals(NetworkMode.AWSVPC);
        Devices devices = devices();
        return new TaskNeeds(
                cpu(),
                memory(),
                ports(TransportProtocol.TCP),
                ports(TransportProtocol.UDP),
                awsvpc ? new Need(1, List.of("/networkMode")) : Need.NONE,
                new Need(devices.gpus, devices.gpusAskedBy),
                devices.allGpus,
                devices.neuronAskedBy.isEmpty() ? Need.NONE : new Need(1, devices.neuronAskedBy));
    }

    private Need cpu() {
        Need ofTask = ofTask(definition.cpu(), overrides == null ? null : overrides.cpu(), "/cpu", TaskSize::cpuUnits);
        return ofTask != null
                ? ofTask
                : sum((container, override, pointer) -> {
                    if (override != null && override.cpu() != null) {
                        return amount(override.cpu(), pointer.override("cpu"));
                    }
                    return amount(container.cpu(), pointer.member("cpu"));
                });
    }

    private Need memory() {
        Need ofTask = ofTask(
                definition.memory(), overrides == null ? null : overrides.memory(), "/memory", TaskSize::memoryMib);
        return ofTask != null
                ? ofTask
                : sum((container, override, pointer) -> {
                    if (override != null && override.memoryReservation() != null) {
                        return amount(override.memoryReservation(), pointer.override("memoryReservation"));
                    }
                    if (container.memoryReservation() != null) {
                        return amount(container.memoryReservation(), pointer.member("memoryReservation"));
                    }
                    if (override != null && override.memory() != null) {
                        return amount(override.memory(), pointer.override("memory"));
                    }
                    return amount(container.memory(), pointer.member("memory"));
                });
    }

    private @Nullable Need ofTask(
            @Nullable String written,
            @Nullable String overridden,
            String pointer,
            Function<String, OptionalLong> parser) {
        String text = overridden == null ? written : overridden;
        if (text == null || isWindows()) {
            return null;
        }
        OptionalLong amount = parser.apply(text);
        return amount.isEmpty()
                ? null
                : new Need(amount.getAsLong(), List.of(overridden == null ? pointer : "/overrides" + pointer));
    }

    private boolean isWindows() {
        RuntimePlatform platform = definition.runtimePlatform();
        return platform != null
                && platform.operatingSystemFamily() != null
                && platform.operatingSystemFamily().value().startsWith("WINDOWS");
    }

    private interface ContainerNeed {
        Need of(ContainerDefinition container, @Nullable ContainerOverride override, ContainerPointer pointer);
    }

    /** Where a container and its override stand. */
    private record ContainerPointer(String container, String override) {
        String member(String name) {
            return container + "/" + name;
        }

        String override(String name) {
            return override + "/" + name;
        }
    }

    private Need sum(ContainerNeed need) {
        long total = 0;
        List<String> askedBy = new ArrayList<>();
        for (int i = 0; i < definition.containerDefinitions().size(); i++) {
            ContainerDefinition container = definition.containerDefinitions().get(i);
            int at = overrideIndex(container);
            ContainerOverride override = at < 0 || overrides == null
                    ? null
                    : overrides.containerOverrides().get(at);
            Need one = need.of(
                    container,
                    override,
                    new ContainerPointer("/containerDefinitions/" + i, "/overrides/containerOverrides/" + at));
            total += one.amount();
            askedBy.addAll(one.askedBy());
        }
        return new Need(total, askedBy);
    }

    private int overrideIndex(ContainerDefinition container) {
        if (overrides != null) {
            for (int i = 0; i < overrides.containerOverrides().size(); i++) {
                String name = overrides.containerOverrides().get(i).name();
                if (name != null && name.equals(container.name())) {
                    return i;
                }
            }
        }
        return -1;
    }

    private static Need amount(@Nullable Integer value, String pointer) {
        // A negative size is refused by ECS and reported by the validator; it must not make room for other containers.
        return value == null ? Need.NONE : new Need(Math.max(0, value), List.of(pointer));
    }

    private List<PortNeed> ports(TransportProtocol protocol) {
        NetworkMode mode = definition.effectiveNetworkMode();
        boolean host = mode.equals(NetworkMode.HOST);
        List<PortNeed> ports = new ArrayList<>();
        if (mode.equals(NetworkMode.AWSVPC) || mode.equals(NetworkMode.NONE)) {
            return ports;
        }
        for (int i = 0; i < definition.containerDefinitions().size(); i++) {
            List<PortMapping> mappings =
                    definition.containerDefinitions().get(i).portMappings();
            for (int j = 0; j < mappings.size(); j++) {
                PortMapping mapping = mappings.get(j);
                Integer port = reservedPort(mapping, host);
                if (port != null && mapping.effectiveProtocol().equals(protocol)) {
                    ports.add(new PortNeed(port, "/containerDefinitions/" + i + "/portMappings/" + j));
                }
            }
        }
        return ports;
    }

    private static @Nullable Integer reservedPort(PortMapping mapping, boolean host) {
        Integer fixed = mapping.hostPort();
        if (fixed == null || fixed == 0) {
            fixed = host ? mapping.containerPort() : null;
        }
        // A number that is no port is refused by ECS and reported by the validator; no instance has it to give.
        return fixed == null || fixed <= 0 || fixed > HIGHEST_PORT ? null : fixed;
    }

    private static final class Devices {
        long gpus;
        boolean allGpus;
        final List<String> gpusAskedBy = new ArrayList<>();
        final List<String> neuronAskedBy = new ArrayList<>();
    }

    private Devices devices() {
        Devices devices = new Devices();
        for (int i = 0; i < definition.containerDefinitions().size(); i++) {
            ContainerDefinition container = definition.containerDefinitions().get(i);
            int at = overrideIndex(container);
            List<ResourceRequirement> requirements = container.resourceRequirements();
            String pointer = "/containerDefinitions/" + i + "/resourceRequirements/";
            if (at >= 0
                    && overrides != null
                    && !overrides
                            .containerOverrides()
                            .get(at)
                            .resourceRequirements()
                            .isEmpty()) {
                requirements = overrides.containerOverrides().get(at).resourceRequirements();
                pointer = "/overrides/containerOverrides/" + at + "/resourceRequirements/";
            }
            for (int j = 0; j < requirements.size(); j++) {
                add(requirements.get(j), pointer + j, devices);
            }
        }
        if (devices.allGpus) {
            devices.gpus = Math.max(1, devices.gpus);
        }
        return devices;
    }

    private static void add(ResourceRequirement requirement, String pointer, Devices devices) {
        String value = requirement.value();
        if (ResourceType.NEURON_DEVICE.equals(requirement.type()) && "ALL".equalsIgnoreCase(value)) {
            devices.neuronAskedBy.add(pointer);
        }
        if (!ResourceType.GPU.equals(requirement.type()) || value == null) {
            return;
        }
        if (value.equalsIgnoreCase("ALL")) {
            devices.allGpus = true;
            devices.gpusAskedBy.add(pointer);
        } else if (value.matches("[0-9]{1,9}")) {
            devices.gpus += Long.parseLong(value);
            devices.gpusAskedBy.add(pointer);
        }
    }
}
