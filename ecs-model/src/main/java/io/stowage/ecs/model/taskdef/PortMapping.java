package io.stowage.ecs.model.taskdef;

import io.stowage.ecs.model.EcsStructure;
import io.stowage.ecs.model.Presence;
import io.stowage.ecs.model.internal.WithBuilder;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * A port, or a range of ports, that a container listens on.
 *
 * <p>Mirrors
 * <a href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PortMapping.html">PortMapping</a>.
 * Immutable; made with {@link #builder()}. The canonical constructor grows with the API: it is no part of what stays compatible.
 *
 * @param appProtocol the protocol for Service Connect; absent: plain TCP
 * @param containerPort the port in the container, 1 to 65535; required unless {@code containerPortRange} is there
 * @param containerPortRange {@code first-last}, within 1 to 65535, in place of single ports and without {@code hostPort}; network
 *     modes {@code bridge} (host ports are dynamic) and {@code awsvpc}, at most 100 ranges a container. Absent: a single port
 * @param hostPort the port on the instance, 0 to 65535. In network mode {@code bridge} and on the NAT network of Windows, absent
 *     or 0 is a dynamic one; in modes {@code awsvpc} and {@code host} only {@code containerPort} itself may be written
 * @param name the name by which Service Connect finds it, unique in the task: up to 64 lower-case letters, digits, underscores
 *     and hyphens, not beginning with a hyphen; absent: not offered there
 * @param protocol the transport; absent: {@link TransportProtocol#TCP} ({@link #effectiveProtocol()})
 * @param otherMembers members that have no component here; see {@link EcsStructure#otherMembers()}
 */
@WithBuilder
public record PortMapping(
        @Nullable ApplicationProtocol appProtocol,
        @Nullable Integer containerPort,
        @Nullable String containerPortRange,
        @Nullable Integer hostPort,
        @Nullable String name,
        @Nullable TransportProtocol protocol,
        Map<String, @Nullable Object> otherMembers)
        implements EcsStructure {

    /** Copies lists and maps; null stands for absent. */
    public PortMapping {
        otherMembers = Presence.freeze(otherMembers);
    }

    /**
     * Starts an empty one.
     *
     * @return a new builder in which everything is absent
     */
    public static PortMappingBuilder builder() {
        return PortMappingBuilder.builder();
    }

    /**
     * Starts from this one.
     *
     * @return a new builder that holds what this object holds
     */
    public PortMappingBuilder toBuilder() {
        return PortMappingBuilder.builder(this);
    }

    /**
     * The protocol ECS uses: the one written, or {@code tcp}.
     *
     * @return never null
     */
    public TransportProtocol effectiveProtocol() {
        return protocol == null ? TransportProtocol.TCP : protocol;
    }

    /**
     * The port of the instance, or of the task's own interface, that leads to the container.
     *
     * @param mode the network mode of the task
     * @return the port written, or the container port where the mode makes the two one; empty where a free port is picked at the
     *     start, where a range is given, and where the mode knows no ports
     */
    public OptionalInt effectiveHostPort(NetworkMode mode) {
        boolean same = mode.equals(NetworkMode.HOST) || mode.equals(NetworkMode.AWSVPC);
        Integer port = hostPort == null || hostPort == 0 ? same ? containerPort : null : hostPort;
        return port == null || mode.equals(NetworkMode.NONE) ? OptionalInt.empty() : OptionalInt.of(port);
    }
}
