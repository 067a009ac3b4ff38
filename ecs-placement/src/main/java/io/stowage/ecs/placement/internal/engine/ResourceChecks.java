package io.stowage.ecs.placement.internal.engine;

import io.stowage.ecs.model.needs.Need;
import io.stowage.ecs.model.needs.PortNeed;
import io.stowage.ecs.model.needs.TaskNeeds;
import io.stowage.ecs.placement.internal.engine.Check.Kind;
import io.stowage.ecs.placement.plugin.Candidate;
import io.stowage.ecs.placement.plugin.ConstraintPlugin;
import io.stowage.ecs.placement.plugin.DependsOn;
import io.stowage.ecs.placement.plugin.PlacementContext;
import io.stowage.ecs.placement.plugin.Refusal;
import io.stowage.ecs.placement.plugin.ResourceNeed;
import io.stowage.ecs.placement.snapshot.HeldResources;
import io.stowage.ecs.placement.snapshot.TakenPorts;
import io.stowage.ecs.placement.snapshot.TaskSnapshot;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The checks of countable things and ports, in the order in which ECS's reasons are reported. */
final class ResourceChecks {
    private ResourceChecks() {}

    static List<Check> of(TaskNeeds needs, List<CustomNeed> customNeeds, long mostReservedPorts) {
        List<Check> checks = new ArrayList<>();
        checks.add(check(
                Kind.CPU,
                node -> amount("RESOURCE:CPU", "CPU units", node.freeCpuUnits(), needs.cpuUnits()),
                held -> held.cpuUnits() > 0));
        checks.add(check(
                Kind.MEMORY,
                node -> amount("RESOURCE:MEMORY", "MiB of memory", node.freeMemoryMib(), needs.memoryMib()),
                held -> held.memoryMib() > 0));
        checks.add(ports(Kind.PORTS, "RESOURCE:PORTS", "TCP", needs.tcpPorts(), TakenPorts::tcp));
        checks.add(ports(Kind.PORTS_UDP, "RESOURCE:PORTS_UDP", "UDP", needs.udpPorts(), TakenPorts::udp));
        checks.add(portLimit(needs, mostReservedPorts));
        checks.add(check(
                Kind.ENI,
                node -> {
                    Long free = node.freeNetworkInterfaces();
                    return free == null
                            ? null
                            : amount("RESOURCE:ENI", "network interface for awsvpc", free, needs.networkInterfaces());
                },
                held -> held.networkInterfaces() > 0));
        checks.add(check(
                Kind.GPU,
                node -> devices(
                        "RESOURCE:GPU",
                        "GPU",
                        node.freeGpuIds().size(),
                        node.registered().gpuIds().size(),
                        needs.gpus(),
                        needs.allGpus()),
                held -> !held.gpuIds().isEmpty()));
        checks.add(check(
                Kind.NEURON_DEVICE,
                node -> devices(
                        "RESOURCE:NEURON_DEVICE",
                        "Neuron device",
                        node.freeNeuronDeviceIds().size(),
                        node.registered().neuronDeviceIds().size(),
                        needs.neuronDevices(),
                        needs.neuronDevices().amount() > 0),
                held -> !held.neuronDeviceIds().isEmpty()));
        customNeeds.forEach(need -> checks.add(custom(need)));
        return checks;
    }

    private static Check check(
            Kind kind, Function<Candidate, @Nullable Refusal> test, Predicate<HeldResources> holding) {
        return check(kind, "", test, holding);
    }

    private static Check check(
            Kind kind, String name, Function<Candidate, @Nullable Refusal> test, Predicate<HeldResources> holding) {
        return new Check(
                kind,
                name,
                new ConstraintPlugin.Check() {
                    @Override
                    public @Nullable Refusal refusal(Candidate candidate, PlacementContext context) {
                        return test.apply(candidate);
                    }

                    @Override
                    public Set<DependsOn> dependsOn() {
                        return Set.of(DependsOn.FREE_RESOURCES);
                    }
                },
                (TaskSnapshot task) -> holding.test(task.held()));
    }

    private static @Nullable Refusal amount(String reason, String what, long have, Need need) {
        // A task that needs none of it fits even where more is in use than there is.
        return need.amount() == 0 || need.amount() <= have
                ? null
                : amount(reason, what, have, need.amount(), inRequest(need.askedBy()));
    }

    private static Refusal amount(String reason, String what, long have, long need, List<String> askedBy) {
        return new Refusal(reason, "needs " + need + " " + what + ", has " + have + " left", have, need, askedBy);
    }

    /** Pointers into the task definition, or into the overrides of the request, as pointers into the request. */
    private static List<String> inRequest(List<String> pointers) {
        return pointers.stream()
                .map(pointer -> pointer.startsWith("/overrides/") ? pointer : "/taskDefinition" + pointer)
                .toList();
    }

    private static Check ports(
            Kind kind,
            String reason,
            String protocol,
            List<PortNeed> needs,
            Function<TakenPorts, NavigableSet<Integer>> ofProtocol) {
        Set<Integer> wanted = new HashSet<>();
        List<PortNeed> twice =
                needs.stream().filter(need -> !wanted.add(need.port())).toList();
        Predicate<HeldResources> holding = held -> !Collections.disjoint(ofProtocol.apply(held.ports()), wanted);
        if (!twice.isEmpty()) {
            List<String> askedBy = inRequest(needs.stream()
                    .filter(need -> need.port() == twice.get(0).port())
                    .map(PortNeed::askedBy)
                    .toList());
            Refusal never = Refusal.because(
                    reason,
                    "needs " + protocol + " port " + twice.get(0).port() + " twice; no instance can give it twice",
                    askedBy);
            return check(kind, node -> never, holding);
        }
        return check(
                kind,
                node -> {
                    if (needs.isEmpty()) {
                        return null;
                    }
                    NavigableSet<Integer> taken = ofProtocol.apply(node.takenPorts());
                    List<PortNeed> clashing = needs.stream()
                            .filter(need -> taken.contains(need.port()))
                            .toList();
                    if (clashing.isEmpty()) {
                        return null;
                    }
                    String ports = String.join(
                            ", ",
                            clashing.stream()
                                    .map(need -> String.valueOf(need.port()))
                                    .toList());
                    return Refusal.because(
                            reason,
                            "needs " + protocol + " port " + ports + ", taken already",
                            inRequest(clashing.stream().map(PortNeed::askedBy).toList()));
                },
                holding);
    }

    private static Check portLimit(TaskNeeds needs, long most) {
        long wanted = needs.tcpPorts().size() + (long) needs.udpPorts().size();
        List<String> askedBy = inRequest(Stream.concat(needs.tcpPorts().stream(), needs.udpPorts().stream())
                .map(PortNeed::askedBy)
                .toList());
        return check(
                Kind.PORT_LIMIT,
                node -> {
                    if (wanted == 0) {
                        return null;
                    }
                    int taken = node.takenPorts().count();
                    if (taken + wanted <= most) {
                        return null;
                    }
                    return new Refusal(
                            "RESOURCE:PORTS",
                            "needs " + wanted + " fixed ports, but " + taken + " of at most " + most
                                    + " reserved ports are taken",
                            Math.max(0, most - taken),
                            wanted,
                            askedBy);
                },
                held -> held.ports().count() > 0);
    }

    private static @Nullable Refusal devices(
            String reason, String what, int free, int registered, Need need, boolean all) {
        if (all && free < registered) {
            return new Refusal(
                    reason,
                    "needs all " + registered + " " + what + "s, but only " + free + " are not in use",
                    (long) free,
                    (long) registered,
                    inRequest(need.askedBy()));
        }
        return amount(reason, what, free, need);
    }

    private static Check custom(CustomNeed custom) {
        ResourceNeed need = custom.need();
        return check(
                Kind.CUSTOM_RESOURCE,
                custom.resource(),
                node -> {
                    List<Long> free = node.free(custom.resource());
                    long fitting = free.stream()
                            .filter(amount -> amount >= need.amountEach())
                            .count();
                    if (fitting >= need.devices()) {
                        return null;
                    }
                    String reason = "RESOURCE:" + custom.resource();
                    if (need.devices() > 1) {
                        return new Refusal(
                                reason,
                                "needs " + need.devices() + " devices with " + need.amountEach() + " "
                                        + custom.resource() + " left each, has " + fitting,
                                fitting,
                                (long) need.devices(),
                                need.askedBy());
                    }
                    long most = free.stream().mapToLong(Long::longValue).max().orElse(0);
                    return amount(reason, custom.resource(), most, need.amountEach(), need.askedBy());
                },
                held -> held.others().getOrDefault(custom.resource(), List.of()).stream()
                        .anyMatch(amount -> amount > 0));
    }
}
