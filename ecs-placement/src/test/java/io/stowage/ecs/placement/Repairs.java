package io.stowage.ecs.placement;

import io.stowage.ecs.model.needs.PortNeed;
import io.stowage.ecs.model.needs.TaskNeeds;
import io.stowage.ecs.model.taskdef.ContainerDefinition;
import io.stowage.ecs.model.taskdef.PortMapping;
import io.stowage.ecs.model.taskdef.TransportProtocol;
import io.stowage.ecs.placement.explain.FailedCheck;
import io.stowage.ecs.placement.explain.FailedPart;
import io.stowage.ecs.placement.snapshot.InstanceResources;
import io.stowage.ecs.placement.snapshot.InstanceSnapshot;
import io.stowage.ecs.placement.snapshot.InstanceSnapshotBuilder;
import io.stowage.ecs.placement.snapshot.TakenPorts;
import io.stowage.ecs.placement.snapshot.TaskSnapshot;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Takes away what an explanation says is wrong, by nothing but what it says, so that each repair leaves the other failures alone. */
final class Repairs {
    private Repairs() {}

    /** The question without those failures of the instance. */
    static RandomQuestion without(RandomQuestion question, String instanceId, Collection<FailedCheck> failures) {
        RandomQuestion repaired = new RandomQuestion(question);
        Set<String> dropped = new HashSet<>();
        for (FailedCheck failure : failures) {
            switch (failure.kind()) {
                case PLATFORM -> repaired.platformCheck = false;
                case LOCATION -> repaired.zones.clear();
                case CONSTRAINT -> dropped.addAll(failure.askedBy());
                case PORTS -> freePorts(repaired, instanceId, true);
                case PORTS_UDP -> freePorts(repaired, instanceId, false);
                case PORT_LIMIT -> freeOtherPorts(repaired, instanceId, portsOf(repaired));
                default -> {
                    InstanceSnapshot instance = Objects.requireNonNull(repaired.instances.get(instanceId));
                    repaired.instances.put(
                            instanceId, repaired(instance, failure, repaired).build());
                }
            }
        }
        dropConstraints(repaired, dropped);
        return repaired;
    }

    private static InstanceSnapshotBuilder repaired(
            InstanceSnapshot instance, FailedCheck failure, RandomQuestion question) {
        InstanceSnapshotBuilder builder = instance.toBuilder();
        InstanceResources left = instance.remaining();
        InstanceResources all = instance.registered();
        return switch (failure.kind()) {
            case STATUS -> builder.status("ACTIVE");
            case CAPACITY_PROVIDER ->
                builder.capacityProvider(question.request(1).capacityProvider());
            case LAUNCH_TYPE -> toggleExternal(builder, instance);
            case AGENT -> builder.agentConnected(true);
            case ATTRIBUTE -> {
                failure.parts().stream().map(FailedPart::what).forEach(name -> builder.attribute(name, ""));
                yield builder;
            }
            case CPU -> builder.remaining(copy(left, left.cpuUnits() + shortfall(failure), left.memoryMib()));
            case MEMORY -> builder.remaining(copy(left, left.cpuUnits(), left.memoryMib() + shortfall(failure)));
            case ENI -> builder.remaining(left.withNetworkInterfaces(failure.need()));
            case GPU -> builder.remaining(left.withGpuIds(all.gpuIds()));
            case NEURON_DEVICE -> {
                List<String> devices =
                        all.neuronDeviceIds().isEmpty() ? List.of("n0") : List.copyOf(all.neuronDeviceIds());
                yield builder.registered(all.withNeuronDeviceIds(devices)).remaining(left.withNeuronDeviceIds(devices));
            }
            case CUSTOM_RESOURCE ->
                builder.remaining(left.withOther("LICENSES", List.of(Objects.requireNonNull(failure.need()))));
            default -> throw new AssertionError("no repair for " + failure);
        };
    }

    private static long shortfall(FailedCheck failure) {
        return Objects.requireNonNull(failure.shortfall());
    }

    private static InstanceResources copy(InstanceResources left, long cpuUnits, long memoryMib) {
        return new InstanceResources(
                cpuUnits, memoryMib, left.gpuIds(), left.neuronDeviceIds(), left.networkInterfaces(), left.others());
    }

    private static InstanceSnapshotBuilder toggleExternal(InstanceSnapshotBuilder builder, InstanceSnapshot instance) {
        String external = "ecs.capability.external";
        if (!instance.attributes().containsKey(external)) {
            return builder.attribute(external, "");
        }
        return builder.attributes(instance.attributes().entrySet().stream()
                .filter(entry -> !entry.getKey().equals(external))
                .collect(Collectors.toMap(entry -> entry.getKey(), entry -> entry.getValue())));
    }

    private static TakenPorts portsOf(RandomQuestion question) {
        TaskNeeds needs = TaskNeeds.of(question.definition);
        return TakenPorts.of(
                needs.tcpPorts().stream().map(PortNeed::port).toList(),
                needs.udpPorts().stream().map(PortNeed::port).toList());
    }

    /** Gives back how many mappings of the protocol are gone. */
    private static int dropDuplicatePorts(RandomQuestion question, boolean tcp) {
        ContainerDefinition container =
                question.definition.containerDefinitions().get(0);
        Set<PortMapping> seen = new HashSet<>();
        List<PortMapping> once = container.portMappings().stream()
                .filter(mapping ->
                        mapping.effectiveProtocol().equals(TransportProtocol.TCP) != tcp || seen.add(mapping))
                .toList();
        question.definition = question.definition.toBuilder()
                .containerDefinitions(
                        List.of(container.toBuilder().portMappings(once).build()))
                .build();
        return container.portMappings().size() - once.size();
    }

    /** Others are taken instead of the freed ports, or the limit would be kept by the way. */
    private static void freePorts(RandomQuestion question, String instanceId, boolean tcp) {
        int others = dropDuplicatePorts(question, tcp);
        TakenPorts wanted = portsOf(question);
        TakenPorts taken =
                Objects.requireNonNull(question.instances.get(instanceId)).takenPorts();
        changePorts(
                question,
                instanceId,
                ports -> new TakenPorts(
                        tcp ? less(ports.tcp(), wanted.tcp()) : ports.tcp(),
                        tcp ? ports.udp() : less(ports.udp(), wanted.udp())));
        InstanceSnapshot freed = Objects.requireNonNull(question.instances.get(instanceId));
        List<Integer> instead = IntStream.range(
                        0, others + taken.count() - freed.takenPorts().count())
                .mapToObj(i -> (tcp ? 40_000 : 50_000) + i)
                .toList();
        question.instances.put(
                instanceId,
                freed.toBuilder()
                        .takenPorts(freed.takenPorts().with(TakenPorts.of(instead, List.of())))
                        .build());
    }

    private static void freeOtherPorts(RandomQuestion question, String instanceId, TakenPorts wanted) {
        changePorts(question, instanceId, ports -> {
            TreeSet<Integer> tcp = new TreeSet<>(ports.tcp());
            TreeSet<Integer> udp = new TreeSet<>(ports.udp());
            tcp.retainAll(wanted.tcp());
            udp.retainAll(wanted.udp());
            return new TakenPorts(tcp, udp);
        });
    }

    private static TreeSet<Integer> less(Collection<Integer> ports, Collection<Integer> gone) {
        TreeSet<Integer> rest = new TreeSet<>(ports);
        rest.removeAll(gone);
        return rest;
    }

    private static void changePorts(RandomQuestion question, String instanceId, UnaryOperator<TakenPorts> change) {
        InstanceSnapshot instance = Objects.requireNonNull(question.instances.get(instanceId));
        question.instances.put(
                instanceId,
                instance.toBuilder()
                        .reservedPorts(change.apply(instance.reservedPorts()))
                        .takenPorts(change.apply(instance.takenPorts()))
                        .build());
        for (TaskSnapshot task : List.copyOf(question.tasks.values())) {
            if (task.instanceId().equals(instanceId)) {
                question.tasks.put(
                        task.id(),
                        task.withHeld(
                                task.held().withPorts(change.apply(task.held().ports()))));
            }
        }
    }

    private static void dropConstraints(RandomQuestion question, Set<String> pointers) {
        for (int i = question.constraints.size() - 1; i >= 0; i--) {
            if (pointers.contains("/placementConstraints/" + i)) {
                question.constraints.remove(i);
            }
        }
        if (pointers.contains("/taskDefinition/placementConstraints/0")) {
            question.definition = question.definition.toBuilder()
                    .placementConstraints(List.of())
                    .build();
        }
    }
}
