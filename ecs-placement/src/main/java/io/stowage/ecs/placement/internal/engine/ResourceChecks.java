package io.stowage.ecs.placement.internal.engine;

import io.stowage.ecs.model.needs.Need;
import io.stowage.ecs.model.needs.PortNeed;
import io.stowage.ecs.model.needs.TaskNeeds;
import io.stowage.ecs.placement.explain.FailedPart;
import io.stowage.ecs.placement.internal.engine.Check.Kind;
import io.stowage.ecs.placement.plugin.Candidate;
import io.stowage.ecs.placement.plugin.ConstraintPlugin;
import io.stowage.ecs.placement.plugin.DependsOn;
import io.stowage.ecs.placement.plugin.PlacementContext;
import io.stowage.ecs.placement.plugin.Refusal;
import io.stowage.ecs.placement.plugin.ResourceNeed;
import io.stowage.ecs.placement.snapshot.HeldResources;
import io.stowage.ecs.placement.snapshot.InstanceResources;
import io.stowage.ecs.placement.snapshot.TakenPorts;
import io.stowage.ecs.placement.snapshot.TaskSnapshot;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The checks of countable things and ports, in the order in which ECS's reasons are reported. */
final class ResourceChecks {
    private ResourceChecks() {}

    static List<Check> of(TaskNeeds needs, List<CustomNeed> customNeeds, long mostReservedPorts) {
        List<Check> checks = new ArrayList<>();
        checks.add(amount(Kind.CPU, "CPU units", Candidate::freeCpuUnits, needs.cpuUnits(), HeldResources::cpuUnits));
        checks.add(amount(
                Kind.MEMORY, "MiB of memory", Candidate::freeMemoryMib, needs.memoryMib(), HeldResources::memoryMib));
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
                HeldResources::networkInterfaces));
        checks.add(check(
                Kind.GPU,
                "",
                node -> devices(
                        "RESOURCE:GPU",
                        "GPU",
                        node.freeGpuIds().size(),
                        node.registered().gpuIds().size(),
                        needs.gpus(),
                        needs.allGpus()),
                held -> held.gpuIds().size(),
                devicesInUse(
                        "GPU",
                        InstanceResources::gpuIds,
                        Candidate::freeGpuIds,
                        HeldResources::gpuIds,
                        inRequest(needs.gpus().askedBy()))));
        checks.add(check(
                Kind.NEURON_DEVICE,
                "",
                node -> devices(
                        "RESOURCE:NEURON_DEVICE",
                        "Neuron device",
                        node.freeNeuronDeviceIds().size(),
                        node.registered().neuronDeviceIds().size(),
                        needs.neuronDevices(),
                        needs.neuronDevices().amount() > 0),
                held -> held.neuronDeviceIds().size(),
                devicesInUse(
                        "Neuron device",
                        InstanceResources::neuronDeviceIds,
                        Candidate::freeNeuronDeviceIds,
                        HeldResources::neuronDeviceIds,
                        inRequest(needs.neuronDevices().askedBy()))));
        customNeeds.forEach(need -> checks.add(custom(need)));
        return checks;
    }

    private static Check check(
            Kind kind, Function<Candidate, @Nullable Refusal> test, ToLongFunction<HeldResources> amount) {
        return check(kind, "", test, amount, Parts.NONE);
    }

    private static Check check(
            Kind kind,
            String name,
            Function<Candidate, @Nullable Refusal> test,
            ToLongFunction<HeldResources> amount,
            Parts parts) {
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
                task -> amount.applyAsLong(task.held()),
                parts);
    }

    /** What is refused most often: the pointers are the same for all instances. */
    private static Check amount(
            Kind kind, String what, ToLongFunction<Candidate> free, Need need, ToLongFunction<HeldResources> held) {
        String reason = "RESOURCE:" + kind;
        List<String> askedBy = inRequest(need.askedBy());
        ConstraintPlugin.Check test = new Measured() {
            @Override
            public String reason() {
                return reason;
            }

            @Override
            public long need() {
                return need.amount();
            }

            @Override
            public long have(Candidate candidate) {
                return free.applyAsLong(candidate);
            }

            @Override
            public boolean suffices(long have) {
                return ResourceChecks.suffices(have, need);
            }

            @Override
            public Refusal refusal(long have) {
                return amount(reason, what, have, need.amount(), askedBy);
            }

            @Override
            public Set<DependsOn> dependsOn() {
                return Set.of(DependsOn.FREE_RESOURCES);
            }
        };
        return new Check(kind, "", test, task -> held.applyAsLong(task.held()), Parts.NONE);
    }

    /** A task that needs none of it fits even where more is in use than there is. */
    private static boolean suffices(long have, Need need) {
        return need.amount() == 0 || need.amount() <= have;
    }

    private static @Nullable Refusal amount(String reason, String what, long have, Need need) {
        return suffices(have, need) ? null : amount(reason, what, have, need.amount(), inRequest(need.askedBy()));
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
        ToLongFunction<HeldResources> holding = held ->
                ofProtocol.apply(held.ports()).stream().filter(wanted::contains).count();
        Parts clashes = (node, facts) -> clashing(needs, ofProtocol.apply(node.takenPorts())).stream()
                .map(need -> FailedPart.held(
                        protocol + " port " + need.port(),
                        ofProtocol.apply(facts.reservedPorts()).contains(need.port()),
                        inRequest(List.of(need.askedBy())),
                        holders(node, held -> ofProtocol.apply(held.ports()).contains(need.port()))))
                .toList();
        if (!twice.isEmpty()) {
            List<String> askedBy = inRequest(needs.stream()
                    .filter(need -> need.port() == twice.get(0).port())
                    .map(PortNeed::askedBy)
                    .toList());
            String port = protocol + " port " + twice.get(0).port() + " twice";
            Refusal never = Refusal.because(reason, "needs " + port + "; no instance can give it twice", askedBy);
            FailedPart part = FailedPart.of(port, "no instance can give it twice", askedBy);
            return check(
                    kind,
                    "",
                    node -> never,
                    holding,
                    (node, facts) -> Stream.concat(Stream.of(part), clashes.failed(node, facts).stream())
                            .toList());
        }
        return check(
                kind,
                "",
                node -> {
                    if (needs.isEmpty()) {
                        return null;
                    }
                    List<PortNeed> clashing = clashing(needs, ofProtocol.apply(node.takenPorts()));
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
                holding,
                clashes);
    }

    private static List<PortNeed> clashing(List<PortNeed> needs, NavigableSet<Integer> taken) {
        return needs.stream().filter(need -> taken.contains(need.port())).toList();
    }

    private static List<String> holders(Candidate node, Predicate<HeldResources> holding) {
        return node.tasks().stream()
                .filter(task -> holding.test(task.held()))
                .map(TaskSnapshot::id)
                .toList();
    }

    /** Each device that somebody has, and who. */
    private static Parts devicesInUse(
            String what,
            Function<InstanceResources, NavigableSet<String>> all,
            Function<Candidate, NavigableSet<String>> free,
            Function<HeldResources, NavigableSet<String>> held,
            List<String> askedBy) {
        return (node, facts) -> all.apply(node.registered()).stream()
                .filter(id -> !free.apply(node).contains(id))
                .map(id -> FailedPart.held(
                        what + " " + id,
                        false,
                        askedBy,
                        holders(node, holding -> held.apply(holding).contains(id))))
                .toList();
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
                held -> held.ports().count());
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
                    long fitting = 0;
                    for (long amount : free) {
                        fitting += amount >= need.amountEach() ? 1 : 0;
                    }
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
                        .mapToLong(Long::longValue)
                        .sum(),
                Parts.NONE);
    }
}
