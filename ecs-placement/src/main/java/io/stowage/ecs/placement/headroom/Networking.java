package io.stowage.ecs.placement.headroom;

import io.stowage.ecs.model.taskdef.ContainerDefinition;
import io.stowage.ecs.model.taskdef.NetworkMode;
import io.stowage.ecs.model.taskdef.TaskDefinition;
import java.util.List;

/** How tasks reach the network, as far as it decides how many of them an instance takes. */
public enum Networking {
    /** The network mode {@code bridge} (or {@code default}): fixed host ports exclude each other. */
    BRIDGE(NetworkMode.BRIDGE, false),
    /** The network mode {@code host}: container ports are host ports. */
    HOST(NetworkMode.HOST, false),
    /** The network mode {@code none}. */
    NONE(NetworkMode.NONE, false),
    /** The network mode {@code awsvpc}: each task has a network interface of the instance. */
    AWSVPC(NetworkMode.AWSVPC, false),
    /** The network mode {@code awsvpc} on an instance with a trunk interface, which has more interfaces to give. */
    AWSVPC_TRUNKING(NetworkMode.AWSVPC, true);

    private final NetworkMode mode;
    private final boolean trunking;

    Networking(NetworkMode mode, boolean trunking) {
        this.mode = mode;
        this.trunking = trunking;
    }

    /**
     * Whether the instance has a trunk interface.
     *
     * @return true for {@link #AWSVPC_TRUNKING}
     */
    public boolean trunking() {
        return trunking;
    }

    /**
     * What is worth comparing for a task definition: its own network mode, or {@code bridge} if it is in {@code awsvpc}, then
     * {@code awsvpc} without and with trunking. A task without a network has no alternative.
     *
     * @param definition the task definition
     * @return one or three; unmodifiable
     */
    public static List<Networking> compared(TaskDefinition definition) {
        NetworkMode own = definition.effectiveNetworkMode();
        if (own.equals(NetworkMode.NONE)) {
            return List.of(NONE);
        }
        return List.of(own.equals(NetworkMode.HOST) ? HOST : BRIDGE, AWSVPC, AWSVPC_TRUNKING);
    }

    /**
     * Whether a task definition is written for it.
     *
     * @param definition the task definition
     * @return true if its network mode is this one
     */
    public boolean isOf(TaskDefinition definition) {
        NetworkMode own = definition.effectiveNetworkMode();
        // `default`, the bridge of Windows, and modes we do not know count as bridge.
        return own.equals(mode) || (this == BRIDGE && compared(definition).get(0) == BRIDGE && !isAwsvpc(own));
    }

    private static boolean isAwsvpc(NetworkMode mode) {
        return mode.equals(NetworkMode.AWSVPC);
    }

    /**
     * The task definition in this network mode. One that comes from {@code awsvpc} gets dynamic host ports, because there a host
     * port was its own interface's; all else stays as it is.
     *
     * @param definition the task definition
     * @return a changed copy; the same object if nothing is to be changed
     */
    public TaskDefinition of(TaskDefinition definition) {
        if (isOf(definition)) {
            return definition;
        }
        List<ContainerDefinition> containers = !isAwsvpc(definition.effectiveNetworkMode())
                ? definition.containerDefinitions()
                : definition.containerDefinitions().stream()
                        .map(Networking::withDynamicPorts)
                        .toList();
        return definition.toBuilder()
                .networkMode(mode)
                .containerDefinitions(containers)
                .build();
    }

    private static ContainerDefinition withDynamicPorts(ContainerDefinition container) {
        return container.toBuilder()
                .portMappings(container.portMappings().stream()
                        .map(mapping -> mapping.toBuilder().hostPort(null).build())
                        .toList())
                .build();
    }
}
