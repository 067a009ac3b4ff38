package io.stowage.ecs.validation.internal.rules;

import static io.stowage.ecs.validation.internal.rules.Places.CONTAINERS;
import static io.stowage.ecs.validation.internal.rules.Places.TASK;
import static io.stowage.ecs.validation.internal.rules.Ports.MAPPINGS;
import static io.stowage.ecs.validation.spi.Rule.error;
import static io.stowage.ecs.validation.spi.Rule.warning;
import static java.util.function.Predicate.not;

import io.stowage.ecs.model.OpenEnum;
import io.stowage.ecs.model.taskdef.ApplicationProtocol;
import io.stowage.ecs.model.taskdef.ContainerDefinition;
import io.stowage.ecs.model.taskdef.NetworkMode;
import io.stowage.ecs.model.taskdef.PortMapping;
import io.stowage.ecs.model.taskdef.TaskDefinition;
import io.stowage.ecs.model.taskdef.TransportProtocol;
import io.stowage.ecs.validation.internal.rules.Ports.Port;
import io.stowage.ecs.validation.internal.tables.KnownBounds;
import io.stowage.ecs.validation.internal.tables.KnownNames;
import io.stowage.ecs.validation.spi.Bounds;
import io.stowage.ecs.validation.spi.Facts;
import io.stowage.ecs.validation.spi.Report;
import io.stowage.ecs.validation.spi.Rule;
import io.stowage.ecs.validation.spi.View;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Section 4 of the catalogue: port mappings; ranges of ports are in {@link PortRangeRules}. */
final class PortRules {
    private static final Bounds CONTAINER_PORT = KnownBounds.of("container-port");
    private static final Bounds HOST_PORT = KnownBounds.of("host-port");
    private static final long STATIC_PORTS = KnownBounds.of("static-host-ports").max();
    private static final Pattern NAME = Pattern.compile("[a-z0-9_][a-z0-9_-]{0,63}");

    /** Where the log router listens for the logs of the other containers. */
    private static final int FORWARD_PORT = 24224;

    static final RuleGroup GROUP = new RuleGroup("4. Task definition: networking and ports", rules());

    private PortRules() {}

    private static List<Rule> rules() {
        List<Rule> rules = new ArrayList<>();
        rules.addAll(ofNumbers());
        rules.addAll(ofNetworkModes());
        rules.addAll(ofPortsTakenTwice());
        rules.addAll(ofHostPorts());
        rules.addAll(PortRangeRules.rules());
        rules.addAll(ofNames());
        return rules;
    }

    private static List<Rule> ofNumbers() {
        return List.of(
                error("port.container-port-required")
                        .summary("A port mapping has neither a container port nor a range of them.")
                        .source("ISSUE:aws/aws-cli#7288; ISSUE:aws/aws-cdk#8762")
                        .in(MAPPINGS)
                        .whenAt(
                                PortMapping::containerPort,
                                mapping -> mapping.lacks(PortMapping::containerPort)
                                        && mapping.lacks(PortMapping::containerPortRange))
                        .message("The port mapping has no `containerPort`.")
                        .fix("Add it; a mapping that a shell split over two objects looks like this."),
                error("port.container-port-range")
                        .summary("A container port is outside the range.")
                        .source("API:PortMapping.containerPort")
                        .in(MAPPINGS)
                        .whenOutside(PortMapping::containerPort, CONTAINER_PORT)
                        .message("`containerPort` is {value}, outside of {min} to {max}.")
                        .fix("Use {min} to {max}."),
                error("port.host-port-range")
                        .summary("A host port is outside the range.")
                        .source("API:PortMapping.hostPort")
                        .in(MAPPINGS)
                        .whenOutside(PortMapping::hostPort, HOST_PORT)
                        .message("`hostPort` is {value}, outside of {min} to {max}.")
                        .fix("Use a port up to {max}, or 0 or nothing for a dynamic one."),
                error("port.protocol")
                        .summary("The protocol of a port mapping is neither `tcp` nor `udp`; upper and lower case"
                                + " count.")
                        .source("API:TransportProtocol")
                        .in(MAPPINGS)
                        .when(PortMapping::protocol, not(OpenEnum::isKnown))
                        .message("`protocol` is \"{value}\", which ECS does not know.")
                        .fix("Use " + KnownNames.oneOf(TransportProtocol.known()) + "."));
    }

    private static List<Rule> ofNetworkModes() {
        return List.of(
                error("port.awsvpc-mismatch")
                        .summary("In network mode `awsvpc` a host port differs from the container port.")
                        .source("API:PortMapping.hostPort; LINT:E3053; ISSUE:aws/amazon-ecs-cli#1014")
                        .in(MAPPINGS)
                        .needing(PortMapping::hostPort, PortMapping::containerPort)
                        .given(Facts::onAwsvpc)
                        .whenAt(
                                PortMapping::hostPort,
                                mapping -> mapping.get(PortMapping::hostPort) != 0 && isMapped(mapping))
                        .message("`hostPort` is {hostPort} and `containerPort` is {containerPort}; in network mode"
                                + " awsvpc nothing maps one to the other.")
                        .fix("Remove `hostPort`."),
                warning("port.awsvpc-zero")
                        .summary("In network mode `awsvpc` a host port is 0, which asks for a dynamic port.")
                        .source("LINT:E3053; ISSUE:turnerlabs/terraform-ecs-fargate#11; OUR")
                        .in(MAPPINGS)
                        .needing(PortMapping::hostPort)
                        .given(Facts::onAwsvpc)
                        .when(PortMapping::hostPort, port -> port == 0)
                        .message("`hostPort` 0 asks for a dynamic port, and network mode awsvpc has none.")
                        .fix("Remove `hostPort`."),
                error("port.host-mode-mismatch")
                        .summary("In network mode `host` a host port differs from the container port; 0 does, too.")
                        .source("API:ContainerDefinition.portMappings; DOC:task-networking")
                        .in(MAPPINGS)
                        .needing(PortMapping::hostPort, PortMapping::containerPort)
                        .given(Facts::inHostMode)
                        .whenAt(PortMapping::hostPort, PortRules::isMapped)
                        .message("`hostPort` is {hostPort} and `containerPort` is {containerPort}; in network mode"
                                + " host nothing maps one to the other.")
                        .fix("Remove `hostPort`."),
                error("port.none-mode")
                        .summary("A container maps ports, and the network mode is `none`.")
                        .source("API:RegisterTaskDefinitionRequest.networkMode")
                        .in(CONTAINERS)
                        .needing(ContainerDefinition::portMappings)
                        .given(facts -> facts.networkMode().equals(NetworkMode.NONE))
                        .whenPresent(ContainerDefinition::portMappings)
                        .message("The container maps ports, and in network mode none it has no network.")
                        .fix("Remove the port mappings, or choose another network mode."));
    }

    private static List<Rule> ofPortsTakenTwice() {
        return List.of(
                error("port.duplicate-mapping")
                        .summary("A container maps the same port and protocol twice; where host ports are mapped, to"
                                + " the same host port.")
                        .source("OUR; API:PortMapping")
                        .in(CONTAINERS)
                        .whenRepeated(ContainerDefinition::portMappings, PortRules::mappingKey, mapping -> mapping)
                        .message("An earlier mapping of the container has the same ports and protocol.")
                        .fix("Remove one of them."),
                warning("port.several-protocols")
                        .summary("A container has one port with several protocols. Registration takes it;"
                                + " create-service refuses such a port in some uses.")
                        .source("API:PortMapping; ISSUE:awsdocs/amazon-ecs-developer-guide#128;"
                                + " ISSUE:aws/amazon-ecs-agent#3428;"
                                + " ISSUE:terraform-aws-modules/terraform-aws-ecs#89")
                        .in(CONTAINERS)
                        .needing(ContainerDefinition::portMappings)
                        .check(PortRules::severalProtocols)
                        .pointingAt(MAPPINGS.member(PortMapping::protocol))
                        .message("Port {port} is there for another protocol already; a service that uses the port may"
                                + " be refused.")
                        .fix("Give one of the protocols another port."),
                error("port.shared-namespace-conflict")
                        .summary("Two containers that share a network, as in modes `awsvpc` and `host`, have the same"
                                + " port and protocol: the second cannot bind.")
                        .source("DOC:task-networking-awsvpc; OUR")
                        .in(TASK)
                        .given(facts -> facts.onAwsvpc() || facts.inHostMode())
                        .check(PortRules::sharedPorts)
                        .pointingAt(MAPPINGS.member(PortMapping::containerPort))
                        .message("Port {port} is that of container \"{other}\" as well; the two share one network, so"
                                + " only the first can bind it.")
                        .fix("Give one of them another port."),
                error("port.duplicate-host-port")
                        .summary("Two mappings of a task take the same host port and protocol.")
                        .source("API:PortMapping.hostPort; OUR")
                        .in(TASK)
                        .given(Facts::mapsHostPorts)
                        .check(PortRules::sharedHostPorts)
                        .pointingAt(MAPPINGS.member(PortMapping::hostPort))
                        .message("Host port {port} is taken by container \"{other}\" of this task as well.")
                        .fix("Use different host ports, or 0 or nothing for dynamic ones."));
    }

    private static List<Rule> ofHostPorts() {
        return List.of(
                error("port.reserved-host-port")
                        .summary("A host port is one that every instance keeps to itself: the task registers and is"
                                + " never placed.")
                        .source("API:PortMapping.hostPort; AGENT:ECS_RESERVED_PORTS")
                        .in(MAPPINGS)
                        .unless(Facts::onAwsvpc)
                        .whenAt(
                                PortMapping::hostPort,
                                mapping -> Ports.isReserved(mapping.facts(), Ports.staticHostPort(mapping)))
                        .with("port", Ports::staticHostPort)
                        .message("Host port {port} is reserved on every instance, so the task is never placed.")
                        .fix("Choose another host port, or a dynamic one."),
                warning("port.ephemeral-host-port")
                        .summary("A host port is among those that instances hand out by themselves.")
                        .source("API:PortMapping.hostPort")
                        .in(MAPPINGS)
                        .unless(Facts::onAwsvpc)
                        .whenAt(PortMapping::hostPort, mapping -> {
                            int port = Ports.staticHostPort(mapping);
                            return port >= Ports.firstDynamic(mapping.facts())
                                    && !Ports.isReserved(mapping.facts(), port);
                        })
                        .with("port", Ports::staticHostPort)
                        .with("limit", mapping -> Ports.firstDynamic(mapping.facts()))
                        .message("Host port {port} is among the ephemeral ones, from {limit} on, so somebody may have"
                                + " it already.")
                        .fix("Choose a port below {limit}."),
                error("port.too-many-static-ports")
                        .summary("A task takes more host ports than an instance has left to reserve.")
                        .source("API:PortMapping.hostPort; OUR")
                        .in(TASK)
                        .unless(Facts::onAwsvpc)
                        .whenAt(TaskDefinition::containerDefinitions, task -> staticPorts(task) > STATIC_PORTS)
                        .with("count", PortRules::staticPorts)
                        .message("The task takes {count} static host ports, and an instance has room for "
                                + STATIC_PORTS + ".")
                        .fix("Use dynamic ports."));
    }

    private static List<Rule> ofNames() {
        return List.of(
                error("port.name-format")
                        .summary("The name of a port is too long, begins with a hyphen, or has a character other than"
                                + " small letters of ASCII, digits, hyphen and underscore.")
                        .source("API:PortMapping.name")
                        .in(MAPPINGS)
                        .when(PortMapping::name, name -> !NAME.matcher(name).matches())
                        .message("`name` is \"{value}\", which is no name of a port.")
                        .fix("Use up to 64 small letters, digits, hyphens and underscores, no hyphen first."),
                error("port.name-duplicate")
                        .summary("Two ports of a task definition have the same name, by which a service selects them.")
                        .source("API:ServiceConnectService.portName; CDK:container-definition.ts")
                        .in(TASK)
                        .check(PortRules::repeatedNames)
                        .pointingAt(MAPPINGS.member(PortMapping::name))
                        .message("An earlier port of the task is called \"{value}\" already, and a service selects by"
                                + " name.")
                        .fix("Rename one of them."),
                error("port.app-protocol")
                        .summary("The application protocol of a port is none that ECS knows.")
                        .source("API:ApplicationProtocol")
                        .in(MAPPINGS)
                        .when(PortMapping::appProtocol, not(OpenEnum::isKnown))
                        .message("`appProtocol` is \"{value}\", which ECS does not know.")
                        .fix("Use " + KnownNames.oneOf(ApplicationProtocol.known()) + ", or leave it out for tcp."),
                warning("port.app-protocol-without-name")
                        .summary("A port has an application protocol and no name. Only Service Connect reads the"
                                + " protocol, and it selects ports by name.")
                        .source("API:PortMapping.appProtocol; OUR")
                        .in(MAPPINGS)
                        .needing(PortMapping::appProtocol)
                        .whenAt(PortMapping::appProtocol, mapping -> mapping.lacks(PortMapping::name))
                        .message("`appProtocol` has no effect: only Service Connect reads it, and it selects ports by"
                                + " name.")
                        .fix("Give the port a `name`, or drop `appProtocol`."),
                warning("port.app-protocol-udp")
                        .summary("A port has an application protocol, all of which run over TCP, and is for UDP.")
                        .source("OUR")
                        .in(MAPPINGS)
                        .needing(PortMapping::appProtocol, PortMapping::protocol)
                        .whenAt(
                                PortMapping::appProtocol,
                                mapping -> mapping.is(PortMapping::protocol, TransportProtocol.UDP))
                        .message("{value} runs over tcp, and the port is for udp.")
                        .fix("Use tcp, or drop `appProtocol`."),
                warning("port.firelens-forward-port")
                        .summary("In network mode `bridge` a task with a log router maps the port on which the router"
                                + " listens.")
                        .source("DOC:using_firelens")
                        .in(MAPPINGS)
                        .given(facts -> facts.networkMode().equals(NetworkMode.BRIDGE))
                        .whenHere(mapping -> (mapping.is(PortMapping::containerPort, FORWARD_PORT)
                                        || mapping.is(PortMapping::hostPort, FORWARD_PORT))
                                && mapping.facts().once(LogRouters.FIND).isThere())
                        .message("Port " + FORWARD_PORT
                                + " is where the log router listens, so mapping it lets others write logs.")
                        .fix("Remove the mapping."));
    }

    private static boolean isMapped(View<PortMapping> mapping) {
        return !mapping.get(PortMapping::hostPort).equals(mapping.get(PortMapping::containerPort));
    }

    /** What makes two mappings of one container the same. */
    private static List<Object> mappingKey(View<PortMapping> mapping) {
        boolean hostPortCounts = mapping.facts().mapsHostPorts();
        return List.of(Ports.containerPort(mapping), hostPortCounts ? mapping.getOr(PortMapping::hostPort, 0) : 0);
    }

    private static void severalProtocols(View<ContainerDefinition> container, Report report) {
        List<View<PortMapping>> mappings = container.each(ContainerDefinition::portMappings);
        if (mappings.size() < 2) {
            return;
        }
        Map<Integer, Set<TransportProtocol>> protocols = new HashMap<>();
        for (View<PortMapping> mapping : mappings) {
            if (isKnown(mapping) && mapping.has(PortMapping::containerPort)) {
                Port port = Ports.containerPort(mapping);
                Set<TransportProtocol> before = protocols.computeIfAbsent(port.number(), number -> new HashSet<>());
                if (before.add(port.protocol()) && before.size() > 1) {
                    report.at(mapping.member(PortMapping::protocol)).with("port", port.number());
                }
            }
        }
    }

    private static void sharedPorts(View<TaskDefinition> task, Report report) {
        Map<Port, View<ContainerDefinition>> first = new HashMap<>();
        for (View<PortMapping> mapping : mappings(task)) {
            if (isKnown(mapping) && mapping.has(PortMapping::containerPort)) {
                View<ContainerDefinition> container = mapping.within(ContainerDefinition.class);
                Port port = Ports.containerPort(mapping);
                View<ContainerDefinition> before = first.putIfAbsent(port, container);
                if (before != null && before != container) {
                    report.at(mapping.member(PortMapping::containerPort))
                            .with("port", port)
                            .with("other", before.member(ContainerDefinition::name));
                }
            }
        }
    }

    private static void sharedHostPorts(View<TaskDefinition> task, Report report) {
        Map<Port, View<PortMapping>> first = new HashMap<>();
        for (View<PortMapping> mapping : mappings(task)) {
            if (!isKnown(mapping) || !mapping.member(PortMapping::hostPort).isKnown()) {
                continue;
            }
            int hostPort = Ports.staticHostPort(mapping);
            if (hostPort == Ports.NONE) {
                continue;
            }
            Port port = new Port(hostPort, Ports.protocol(mapping));
            View<PortMapping> before = first.putIfAbsent(port, mapping);
            // The same mapping twice is one mistake, and another rule names it.
            if (before != null && !isSameMapping(before, mapping)) {
                report.at(mapping.member(PortMapping::hostPort))
                        .with("port", port)
                        .with("other", before.within(ContainerDefinition.class).member(ContainerDefinition::name));
            }
        }
    }

    private static boolean isSameMapping(View<PortMapping> one, View<PortMapping> other) {
        return one.within(ContainerDefinition.class) == other.within(ContainerDefinition.class)
                && one.has(PortMapping::containerPort)
                && one.get(PortMapping::containerPort).equals(other.find(PortMapping::containerPort));
    }

    private static long staticPorts(View<TaskDefinition> task) {
        Set<Integer> ports = new HashSet<>();
        for (View<PortMapping> mapping : mappings(task)) {
            if (isKnown(mapping) && mapping.member(PortMapping::hostPort).isKnown()) {
                ports.add(Ports.staticHostPort(mapping));
            }
        }
        ports.remove(Ports.NONE);
        return ports.size();
    }

    private static void repeatedNames(View<TaskDefinition> task, Report report) {
        Set<String> before = new HashSet<>();
        for (View<PortMapping> mapping : mappings(task)) {
            View<String> name = mapping.member(PortMapping::name);
            if (name.isKnown() && name.isPresent() && !before.add(name.get())) {
                report.at(name);
            }
        }
    }

    private static boolean isKnown(View<PortMapping> mapping) {
        return mapping.member(PortMapping::containerPort).isKnown()
                && mapping.member(PortMapping::protocol).isKnown();
    }

    /** The port mappings of all containers, those left out that are not known. */
    private static List<View<PortMapping>> mappings(View<TaskDefinition> task) {
        return task.facts().at(MAPPINGS);
    }
}
