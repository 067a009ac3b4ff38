package io.stowage.ecs.validation.internal.rules;

import static io.stowage.ecs.validation.internal.rules.Places.CONTAINERS;
import static io.stowage.ecs.validation.internal.rules.Ports.MAPPINGS;
import static io.stowage.ecs.validation.spi.Rule.error;

import io.stowage.ecs.model.taskdef.ContainerDefinition;
import io.stowage.ecs.model.taskdef.PortMapping;
import io.stowage.ecs.validation.internal.tables.KnownBounds;
import io.stowage.ecs.validation.spi.Bounds;
import io.stowage.ecs.validation.spi.Report;
import io.stowage.ecs.validation.spi.Rule;
import io.stowage.ecs.validation.spi.View;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The part of section 4 about ranges of ports. */
final class PortRangeRules {
    private static final Bounds PORT = KnownBounds.of("container-port");
    private static final long RANGES = KnownBounds.of("port-ranges").max();
    private static final Pattern RANGE = Pattern.compile("([0-9]{1,5})-([0-9]{1,5})");

    private PortRangeRules() {}

    /** Two ports as written, which may be in the wrong order. */
    private record Ends(int first, int last) {
        static @Nullable Ends parse(String text) {
            Matcher matcher = RANGE.matcher(text);
            if (!matcher.matches()) {
                return null;
            }
            int first = Integer.parseInt(matcher.group(1));
            int last = Integer.parseInt(matcher.group(2));
            return PORT.contains(first) && PORT.contains(last) ? new Ends(first, last) : null;
        }
    }

    static List<Rule> rules() {
        return List.of(
                error("port.range-format")
                        .summary("A port range is not two ports with a hyphen between them.")
                        .source("API:PortMapping.containerPortRange")
                        .in(MAPPINGS)
                        .when(PortMapping::containerPortRange, range -> Ends.parse(range) == null)
                        .message("`containerPortRange` is \"{value}\", which is no range of ports.")
                        .fix("Write the first and the last port, each from " + PORT.min() + " to " + PORT.max()
                                + ", as in 8000-8010."),
                error("port.range-order")
                        .summary("A port range does not begin below its end.")
                        .source("API:PortMapping.containerPortRange")
                        .in(MAPPINGS)
                        .when(PortMapping::containerPortRange, range -> {
                            Ends ends = Ends.parse(range);
                            return ends != null && ends.first() >= ends.last();
                        })
                        .message("`containerPortRange` is \"{value}\", which does not begin below its end.")
                        .fix("Write the smaller port first; for a single one use `containerPort`."),
                error("port.range-network-mode")
                        .summary("A port range is used in a network mode other than `bridge`, the default of Windows"
                                + " and `awsvpc`.")
                        .source("API:PortMapping.containerPortRange")
                        .in(MAPPINGS)
                        .needing(PortMapping::containerPortRange)
                        .given(facts -> !facts.onAwsvpc() && !facts.mapsHostPorts())
                        .whenPresent(PortMapping::containerPortRange)
                        .with("mode", mapping -> mapping.facts().networkMode())
                        .message("Port ranges work in network modes bridge and awsvpc, and the task runs in {mode}.")
                        .fix("Change the network mode, or map the ports one by one."),
                error("port.range-with-port")
                        .summary("A port range stands beside a host port or a container port.")
                        .source("API:PortMapping.containerPortRange")
                        .in(MAPPINGS)
                        .needing(PortMapping::containerPortRange)
                        .whenHere(mapping ->
                                mapping.has(PortMapping::hostPort) || mapping.has(PortMapping::containerPort))
                        .message("The mapping has `containerPortRange` {containerPortRange} and a single port as"
                                + " well.")
                        .fix("Keep one of them; host ports of a range are chosen by ECS."),
                error("port.range-overlap")
                        .summary("A port range shares a port with another range or port of the container.")
                        .source("API:PortMapping.containerPortRange")
                        .in(CONTAINERS)
                        .needing(ContainerDefinition::portMappings)
                        .check(PortRangeRules::overlaps)
                        .pointingAt(MAPPINGS)
                        .message("The ports of this mapping overlap with those of an earlier one of the container.")
                        .fix("Make the ranges disjoint."),
                error("port.too-many-ranges")
                        .summary("A container has more port ranges than ECS takes.")
                        .source("API:PortMapping.containerPortRange")
                        .in(CONTAINERS)
                        .needing(ContainerDefinition::portMappings)
                        .whenAt(ContainerDefinition::portMappings, container -> ranges(container) > RANGES)
                        .with("count", PortRangeRules::ranges)
                        .message("The container has {count} port ranges, and ECS takes at most " + RANGES + ".")
                        .fix("Merge neighbouring ranges."));
    }

    private static long ranges(View<ContainerDefinition> container) {
        long count = 0;
        for (PortMapping mapping : container.get(ContainerDefinition::portMappings)) {
            String range = mapping.containerPortRange();
            if (range != null && !range.isEmpty()) {
                count++;
            }
        }
        return count;
    }

    private static void overlaps(View<ContainerDefinition> container, Report report) {
        if (ranges(container) == 0) {
            return;
        }
        BitSet single = new BitSet();
        BitSet ranges = new BitSet();
        for (View<PortMapping> mapping : container.each(ContainerDefinition::portMappings)) {
            if (!mapping.member(PortMapping::containerPortRange).isKnown()
                    || !mapping.member(PortMapping::containerPort).isKnown()) {
                continue;
            }
            String range = mapping.find(PortMapping::containerPortRange);
            Integer port = mapping.find(PortMapping::containerPort);
            Ends ends = range == null ? ends(port) : Ends.parse(range);
            // What is no range, or both range and port, is reported for that alone.
            if (ends == null || ends.first() > ends.last() || (range != null && port != null)) {
                continue;
            }
            if (meets(ranges, ends) || (range != null && meets(single, ends))) {
                report.at(mapping);
            }
            (range == null ? single : ranges).set(ends.first(), ends.last() + 1);
        }
    }

    private static @Nullable Ends ends(@Nullable Integer port) {
        return port != null && PORT.contains(port) ? new Ends(port, port) : null;
    }

    private static boolean meets(BitSet taken, Ends ends) {
        int next = taken.nextSetBit(ends.first());
        return next >= 0 && next <= ends.last();
    }
}
