package io.stowage.ecs.model.service;

import io.stowage.ecs.model.EcsStructure;
import io.stowage.ecs.model.Presence;
import io.stowage.ecs.model.internal.WithBuilder;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A port of the task that is offered to the other tasks of a Service Connect namespace.
 *
 * <p>Mirrors
 * <a href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ServiceConnectService.html">ServiceConnectService</a>.
 * Immutable; made with {@link #builder()}. The canonical constructor grows with the API: it is no part of what stays compatible.
 *
 * @param clientAliases the name and port that clients use, at most one
 * @param discoveryName name of the Cloud Map service that ECS makes, unique in the namespace: up to 64 lower-case letters, digits,
 *     {@code _} and {@code -}, not beginning with a hyphen; absent: {@code portName}
 * @param ingressPortOverride port on which the proxy of the offering task listens; absent: the container port for {@code awsvpc}, an
 *     ephemeral port for {@code bridge}
 * @param portName which port is offered: the {@code name} of a port mapping of the task definition; required
 * @param timeout when the proxy gives up on connections and requests; absent: the defaults of {@link TimeoutConfiguration}
 * @param tls how traffic to the port is encrypted; absent: not by Service Connect
 * @param otherMembers members that have no component here; see {@link EcsStructure#otherMembers()}
 */
@WithBuilder
public record ServiceConnectService(
        List<ServiceConnectClientAlias> clientAliases,
        @Nullable String discoveryName,
        @Nullable Integer ingressPortOverride,
        @Nullable String portName,
        @Nullable TimeoutConfiguration timeout,
        @Nullable ServiceConnectTlsConfiguration tls,
        Map<String, @Nullable Object> otherMembers)
        implements EcsStructure {

    /** Copies lists and maps; null stands for absent. */
    public ServiceConnectService {
        clientAliases = Presence.listOf(clientAliases);
        otherMembers = Presence.freeze(otherMembers);
    }

    /**
     * Starts an empty one.
     *
     * @return a new builder in which everything is absent
     */
    public static ServiceConnectServiceBuilder builder() {
        return ServiceConnectServiceBuilder.builder();
    }

    /**
     * Starts from this one.
     *
     * @return a new builder that holds what this object holds
     */
    public ServiceConnectServiceBuilder toBuilder() {
        return ServiceConnectServiceBuilder.builder(this);
    }
}
