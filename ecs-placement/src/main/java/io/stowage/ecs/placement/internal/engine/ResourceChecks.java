package io.stowage.ecs.placement.internal.engine;

import io.stowage.ecs.model.needs.Need;
import io.stowage.ecs.model.needs.PortNeed;
import io.stowage.ecs.model.needs.TaskNeeds;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The checks of countable things and ports, in the order in which ECS's reasons are reported. */
final class ResourceChecks {
    /** The most ports an instance can have reserved at a time, the agent's included (API reference, PortMapping, 2026-08). */
    static final int MOST_RESERVED_PORTS = 100;

    private ResourceChecks() {}

    static List<Check> of(TaskNeeds needs) {
        List<Check> checks = new ArrayList<>();
        checks.add(node -> amount("RESOURCE:CPU", "CPU units", node.cpuUnits(), needs.cpuUnits()));
        checks.add(node -> amount("RESOURCE:MEMORY", "MiB of memory", node.memoryMib(), needs.memoryMib()));
        checks.add(ports("RESOURCE:PORTS", "TCP", needs.tcpPorts(), Node::tcpPorts));
        checks.add(ports("RESOURCE:PORTS_UDP", "UDP", needs.udpPorts(), Node::udpPorts));
        checks.add(portLimit(needs));
        checks.add(node -> {
            Long free = node.networkInterfaces();
            return free == null
                    ? null
                    : amount("RESOURCE:ENI", "network interface for awsvpc", free, needs.networkInterfaces());
        });
        checks.add(node -> gpus(node, needs));
        return checks;
    }

    private static @Nullable Refusal amount(String reason, String what, long have, Need need) {
        // A task that needs none of it fits even where more is in use than there is.
        return need.amount() == 0 || need.amount() <= have ? null : Refusal.amount(reason, what, have, need);
    }

    private static Check ports(
            String reason, String protocol, List<PortNeed> needs, Function<Node, NavigableSet<Integer>> taken) {
        Set<Integer> wanted = new HashSet<>();
        List<PortNeed> twice =
                needs.stream().filter(need -> !wanted.add(need.port())).toList();
        if (!twice.isEmpty()) {
            List<String> askedBy = Refusal.inRequest(needs.stream()
                    .filter(need -> need.port() == twice.get(0).port())
                    .map(PortNeed::askedBy)
                    .toList());
            Refusal never = Refusal.because(
                    reason,
                    "needs " + protocol + " port " + twice.get(0).port() + " twice; no instance can give it twice",
                    askedBy);
            return node -> never;
        }
        return node -> {
            List<PortNeed> clashing = needs.stream()
                    .filter(need -> taken.apply(node).contains(need.port()))
                    .toList();
            if (clashing.isEmpty()) {
                return null;
            }
            String ports = String.join(
                    ", ",
                    clashing.stream().map(need -> String.valueOf(need.port())).toList());
            return Refusal.because(
                    reason,
                    "needs " + protocol + " port " + ports + ", taken already",
                    Refusal.inRequest(clashing.stream().map(PortNeed::askedBy).toList()));
        };
    }

    private static Check portLimit(TaskNeeds needs) {
        int wanted = needs.tcpPorts().size() + needs.udpPorts().size();
        List<String> askedBy = Refusal.inRequest(Stream.concat(needs.tcpPorts().stream(), needs.udpPorts().stream())
                .map(PortNeed::askedBy)
                .toList());
        return node -> {
            int taken = node.tcpPorts().size() + node.udpPorts().size();
            if (wanted == 0 || taken + wanted <= MOST_RESERVED_PORTS) {
                return null;
            }
            long free = Math.max(0, MOST_RESERVED_PORTS - taken);
            return new Refusal(
                    "RESOURCE:PORTS",
                    "needs " + wanted + " fixed ports, but " + taken + " of at most " + MOST_RESERVED_PORTS
                            + " reserved ports are taken",
                    free,
                    (long) wanted,
                    askedBy);
        };
    }

    private static @Nullable Refusal gpus(Node node, TaskNeeds needs) {
        long registered = node.instance().registered().gpus();
        if (needs.allGpus() && node.gpus() < registered) {
            return new Refusal(
                    "RESOURCE:GPU",
                    "needs all " + registered + " GPUs, but only " + node.gpus() + " are not in use",
                    node.gpus(),
                    registered,
                    Refusal.inRequest(needs.gpus().askedBy()));
        }
        return amount("RESOURCE:GPU", "GPU", node.gpus(), needs.gpus());
    }
}
