package io.stowage.ecs.validation.internal.rules;

import static io.stowage.ecs.validation.internal.rules.Places.CONTAINERS;

import io.stowage.ecs.model.agent.AgentConfig;
import io.stowage.ecs.model.agent.AgentDefaults;
import io.stowage.ecs.model.network.PortRange;
import io.stowage.ecs.model.taskdef.ContainerDefinition;
import io.stowage.ecs.model.taskdef.PortMapping;
import io.stowage.ecs.model.taskdef.TransportProtocol;
import io.stowage.ecs.validation.internal.tables.KnownBounds;
import io.stowage.ecs.validation.internal.tables.KnownNames;
import io.stowage.ecs.validation.spi.Bounds;
import io.stowage.ecs.validation.spi.Facts;
import io.stowage.ecs.validation.spi.Place;
import io.stowage.ecs.validation.spi.View;
import java.util.Set;
import java.util.stream.Collectors;

/** Facts about port mappings that rules of several sections share. */
final class Ports {
    /** What {@link #staticHostPort} says where there is none. */
    static final int NONE = 0;

    static final Place<PortMapping> MAPPINGS = CONTAINERS.each(ContainerDefinition::portMappings);

    private static final Bounds HOST_PORT = KnownBounds.of("container-port");
    private static final PortRange DYNAMIC_ON_LINUX =
            AgentConfig.of(AgentDefaults.AGENT).dynamicHostPortRange();
    private static final PortRange DYNAMIC_ON_WINDOWS =
            AgentConfig.of(AgentDefaults.WINDOWS).dynamicHostPortRange();
    private static final Set<Integer> RESERVED_ON_LINUX = numbers("reserved-host-ports-linux");
    private static final Set<Integer> RESERVED_ON_WINDOWS = numbers("reserved-host-ports-windows");

    private Ports() {}

    /** A port with its protocol. */
    record Port(int number, TransportProtocol protocol) {
        @Override
        public String toString() {
            return number + "/" + protocol;
        }
    }

    /**
     * The port of the instance that a mapping takes for certain: the one it names, in mode {@code host} else the container's. {@link
     * #NONE} where it is dynamic, where tasks have interfaces of their own, and where the number is no port.
     */
    static int staticHostPort(View<PortMapping> mapping) {
        Facts facts = mapping.facts();
        if (!facts.mapsHostPorts() && !facts.inHostMode()) {
            return NONE;
        }
        int port = mapping.getOr(PortMapping::hostPort, NONE);
        if (port == NONE && facts.inHostMode()) {
            port = mapping.getOr(PortMapping::containerPort, NONE);
        }
        return HOST_PORT.contains(port) ? port : NONE;
    }

    /** The protocol of a mapping, which is tcp where none is written. */
    static TransportProtocol protocol(View<PortMapping> mapping) {
        return mapping.getOr(PortMapping::protocol, TransportProtocol.TCP);
    }

    /** The container port with its protocol. */
    static Port containerPort(View<PortMapping> mapping) {
        return new Port(mapping.get(PortMapping::containerPort), protocol(mapping));
    }

    /** The ports that an instance keeps to itself unless its agent is told otherwise. */
    static boolean isReserved(Facts facts, int port) {
        return (facts.onWindows() ? RESERVED_ON_WINDOWS : RESERVED_ON_LINUX).contains(port);
    }

    /** The first port that an instance hands out by itself. */
    static long firstDynamic(Facts facts) {
        return dynamicRange(facts.onWindows()).first();
    }

    /** The ports that an instance hands out unless its agent is told otherwise. */
    static PortRange dynamicRange(boolean windows) {
        return windows ? DYNAMIC_ON_WINDOWS : DYNAMIC_ON_LINUX;
    }

    private static Set<Integer> numbers(String name) {
        return KnownNames.of(name).stream().map(Integer::valueOf).collect(Collectors.toUnmodifiableSet());
    }
}
