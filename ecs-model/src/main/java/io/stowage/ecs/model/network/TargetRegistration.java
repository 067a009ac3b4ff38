package io.stowage.ecs.model.network;

import io.stowage.ecs.model.service.LoadBalancer;
import io.stowage.ecs.model.taskdef.ContainerDefinition;
import io.stowage.ecs.model.taskdef.NetworkMode;
import io.stowage.ecs.model.taskdef.PortMapping;
import io.stowage.ecs.model.taskdef.TaskDefinition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * With what a task of a service is registered with one of its load balancers: in {@code bridge} mode the instance and the host
 * port, in {@code host} mode the instance and the container port, in {@code awsvpc} mode its own address and the container port.
 *
 * @param targetType what the target group must hold; {@code null} if there is a problem
 * @param port the port; {@code null} if the start of the task decides it, or if there is a problem
 * @param pointer the JSON pointer of the port mapping in the task definition; empty if there is a problem
 * @param problem why the task cannot be registered; {@code null} if it can
 */
public record TargetRegistration(
        @Nullable TargetType targetType,
        @Nullable Integer port,
        String pointer,
        @Nullable Problem problem) {

    /** Why a task cannot be registered. */
    public enum Problem {
        /** The task definition has no container of that name. */
        NO_SUCH_CONTAINER,
        /** The container maps no such port. */
        NO_SUCH_PORT,
        /** Tasks in network mode {@code none} cannot be reached. */
        NO_NETWORK
    }

    /**
     * How an entry of a service registers tasks.
     *
     * @param entry the entry
     * @param definition the task definition of the service
     * @return the registration, or the problem
     */
    public static TargetRegistration of(LoadBalancer entry, TaskDefinition definition) {
        TargetType type = TargetType.of(definition.effectiveNetworkMode()).orElse(null);
        if (type == null) {
            return failed(Problem.NO_NETWORK);
        }
        List<ContainerDefinition> containers = definition.containerDefinitions();
        for (int i = 0; i < containers.size(); i++) {
            String name = containers.get(i).name();
            if (name != null && name.equals(entry.containerName())) {
                List<PortMapping> mappings = containers.get(i).portMappings();
                for (int j = 0; j < mappings.size(); j++) {
                    Integer port = mappings.get(j).containerPort();
                    if (port != null && port.equals(entry.containerPort())) {
                        Integer registered = definition.effectiveNetworkMode().equals(NetworkMode.BRIDGE)
                                ? fixed(mappings.get(j).hostPort())
                                : port;
                        return new TargetRegistration(
                                type, registered, "/containerDefinitions/" + i + "/portMappings/" + j, null);
                    }
                }
                return failed(Problem.NO_SUCH_PORT);
            }
        }
        return failed(Problem.NO_SUCH_CONTAINER);
    }

    private static @Nullable Integer fixed(@Nullable Integer hostPort) {
        return hostPort == null || hostPort == 0 ? null : hostPort;
    }

    private static TargetRegistration failed(Problem problem) {
        return new TargetRegistration(null, null, "", problem);
    }

    /**
     * Whether the start of the task decides the port, so that several tasks of the service fit on an instance.
     *
     * @return true for a host port of 0 in {@code bridge} mode
     */
    public boolean isDynamic() {
        return problem == null && port == null;
    }
}
