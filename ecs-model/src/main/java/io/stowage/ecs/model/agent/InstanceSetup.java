package io.stowage.ecs.model.agent;

import io.stowage.ecs.model.cluster.Attribute;
import io.stowage.ecs.model.cluster.ContainerInstance;
import io.stowage.ecs.model.cluster.Resource;
import io.stowage.ecs.model.common.Tag;
import io.stowage.ecs.model.instancetype.InstanceType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Everything that makes a container instance out of an instance type: for planning a cluster that does not exist yet. Immutable.
 *
 * @param type the instance type
 * @param availabilityZone for example {@code eu-central-1a}
 * @param config the configuration of its agent
 * @param trunking whether the account lets it have a trunk interface ({@code awsvpcTrunking}); of no effect for types that support
 *     none and for agents without task network interfaces
 * @param measuredMemoryMib what its operating system sees of the memory, in MiB; {@code null} to estimate it from the type
 */
public record InstanceSetup(
        InstanceType type,
        String availabilityZone,
        AgentConfig config,
        boolean trunking,
        @Nullable Integer measuredMemoryMib) {
    /** The attribute that an instance with a trunk interface has; ECS sets it. */
    private static final String TRUNK = "ecs.awsvpc-trunk-id";

    /**
     * Without trunking, and with the memory estimated.
     *
     * @param type the instance type
     * @param availabilityZone for example {@code eu-central-1a}
     * @param config the configuration of its agent
     * @return the setup
     */
    public static InstanceSetup of(InstanceType type, String availabilityZone, AgentConfig config) {
        return new InstanceSetup(type, availabilityZone, config, false, null);
    }

    /**
     * The same with a trunk interface, where the type supports it.
     *
     * @return the setup
     */
    public InstanceSetup withTrunking() {
        return new InstanceSetup(type, availabilityZone, config, true, measuredMemoryMib);
    }

    /**
     * The same with a measured amount of memory.
     *
     * @param memoryMib what the operating system sees, in MiB
     * @return the setup
     */
    public InstanceSetup withMeasuredMemoryMib(int memoryMib) {
        return new InstanceSetup(type, availabilityZone, config, trunking, memoryMib);
    }

    /**
     * How many tasks in {@code awsvpc} mode the instance takes.
     *
     * @return 0 if its agent gives tasks no network interfaces
     */
    public int taskInterfaces() {
        if (!config.isTaskEniOn()) {
            return 0;
        }
        return hasTrunk() ? type.trunkTaskInterfaces().orElse(type.taskInterfaces()) : type.taskInterfaces();
    }

    private boolean hasTrunk() {
        return trunking
                && config.isTaskEniOn()
                && config.isOn("ECS_ENABLE_HIGH_DENSITY_ENI")
                && type.trunkTaskInterfaces().isPresent();
    }

    /**
     * The container instance as it is when it has just registered: {@code ACTIVE}, its agent connected, nothing on it. GPUs are
     * registered if {@code ECS_ENABLE_GPU_SUPPORT} is on, with ids made from that of the instance. What is not known (image, network,
     * versions, times) is absent.
     *
     * @param containerInstance what identifies it: an ARN, or any text that is different for every instance
     * @return the container instance
     * @throws RegistrationException if an instance with this setup never registers
     */
    public ContainerInstance containerInstance(String containerInstance) {
        List<Resource> resources = new ArrayList<>(config.registeredResources(
                type.vcpus(), measuredMemoryMib == null ? type.registeredMemoryMib() : measuredMemoryMib));
        if (config.isOn("ECS_ENABLE_GPU_SUPPORT") && type.gpuCount() > 0) {
            resources.add(AgentConfig.set(
                    "GPU",
                    IntStream.range(0, type.gpuCount())
                            .mapToObj(i -> "GPU-" + containerInstance + "-" + i)
                            .toList()));
        }
        return ContainerInstance.builder()
                .containerInstanceArn(containerInstance)
                .status("ACTIVE")
                .agentConnected(true)
                .runningTasksCount(0)
                .pendingTasksCount(0)
                .registeredResources(resources)
                .remainingResources(resources)
                .attributes(attributes(containerInstance))
                .tags(tags())
                .build();
    }

    private List<Attribute> attributes(String containerInstance) {
        List<Attribute> attributes = new ArrayList<>(config.attributes());
        add(attributes, "ecs.availability-zone", availabilityZone);
        add(attributes, "ecs.instance-type", type.name());
        type.cpuArchitecture().ifPresent(architecture -> add(attributes, "ecs.cpu-architecture", architecture));
        if (hasTrunk()) {
            add(attributes, TRUNK, "eni-trunk-" + containerInstance);
        }
        attributes.sort(Comparator.comparing(a -> String.valueOf(a.name())));
        return attributes;
    }

    private static void add(List<Attribute> attributes, String name, String value) {
        attributes.removeIf(a -> name.equals(a.name()));
        attributes.add(Attribute.builder().name(name).value(value).build());
    }

    private List<Tag> tags() {
        return config.tags().entrySet().stream().map(InstanceSetup::tag).toList();
    }

    private static Tag tag(Map.Entry<String, String> entry) {
        return Tag.builder().key(entry.getKey()).value(entry.getValue()).build();
    }
}
