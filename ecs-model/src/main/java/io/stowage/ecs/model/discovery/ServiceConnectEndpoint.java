package io.stowage.ecs.model.discovery;

import io.stowage.ecs.model.service.ServiceConnectClientAlias;
import io.stowage.ecs.model.service.ServiceConnectConfiguration;
import io.stowage.ecs.model.service.ServiceConnectService;
import io.stowage.ecs.model.taskdef.ContainerDefinition;
import io.stowage.ecs.model.taskdef.NetworkMode;
import io.stowage.ecs.model.taskdef.PortMapping;
import io.stowage.ecs.model.taskdef.TaskDefinition;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A name and port under which clients of a Service Connect namespace reach a service. See <a
 * href="https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-connect.html">Service Connect</a>.
 *
 * @param portName the name of the port mapping
 * @param discoveryName the name in Cloud Map: the one written, or the port name
 * @param dnsName the name that clients use: the one written, or {@code discoveryName.namespace}; {@code null} if there is no client
 *     alias, or nobody says the namespace
 * @param port the port that clients use: that of the alias; {@code null} if there is none
 * @param containerPort the port of the container; {@code null} if no port mapping has that name
 * @param proxyPort where the proxy of the task listens; {@code null} if the start of the task decides it, or no port mapping has that
 *     name
 * @param pointer the JSON pointer of the entry in the service
 */
public record ServiceConnectEndpoint(
        String portName,
        String discoveryName,
        @Nullable String dnsName,
        @Nullable Integer port,
        @Nullable Integer containerPort,
        @Nullable Integer proxyPort,
        String pointer) {

    /**
     * The endpoints of a service.
     *
     * @param configuration the configuration of the service
     * @param definition its task definition
     * @param clusterNamespace the default namespace of the cluster; {@code null} if it has none
     * @return in the order of the entries, one for each alias, or one without a port for an entry without aliases; empty if Service
     *     Connect is off or the service is only a client; unmodifiable
     */
    public static List<ServiceConnectEndpoint> of(
            ServiceConnectConfiguration configuration, TaskDefinition definition, @Nullable String clusterNamespace) {
        List<ServiceConnectEndpoint> endpoints = new ArrayList<>();
        if (!Boolean.TRUE.equals(configuration.enabled())) {
            return List.of();
        }
        String namespace = configuration.namespace() == null ? clusterNamespace : configuration.namespace();
        for (int i = 0; i < configuration.services().size(); i++) {
            ServiceConnectService service = configuration.services().get(i);
            String portName = service.portName() == null ? "" : service.portName();
            String discoveryName = service.discoveryName() == null ? portName : service.discoveryName();
            Integer containerPort = containerPort(definition, portName);
            Integer proxyPort = service.ingressPortOverride();
            if (proxyPort == null && definition.effectiveNetworkMode().equals(NetworkMode.AWSVPC)) {
                proxyPort = containerPort;
            }
            String pointer = "/serviceConnectConfiguration/services/" + i;
            if (service.clientAliases().isEmpty()) {
                endpoints.add(new ServiceConnectEndpoint(
                        portName, discoveryName, null, null, containerPort, proxyPort, pointer));
            }
            for (ServiceConnectClientAlias alias : service.clientAliases()) {
                String dnsName = alias.dnsName();
                if (dnsName == null && namespace != null) {
                    dnsName = discoveryName + "." + namespace;
                }
                endpoints.add(new ServiceConnectEndpoint(
                        portName, discoveryName, dnsName, alias.port(), containerPort, proxyPort, pointer));
            }
        }
        return List.copyOf(endpoints);
    }

    private static @Nullable Integer containerPort(TaskDefinition definition, String portName) {
        for (ContainerDefinition container : definition.containerDefinitions()) {
            for (PortMapping mapping : container.portMappings()) {
                if (portName.equals(mapping.name())) {
                    return mapping.containerPort();
                }
            }
        }
        return null;
    }
}
