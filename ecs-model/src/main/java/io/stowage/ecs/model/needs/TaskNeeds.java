package io.stowage.ecs.model.needs;

import io.stowage.ecs.model.task.TaskOverride;
import io.stowage.ecs.model.taskdef.TaskDefinition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one task reserves on its instance, with the members that ask for it. Immutable.
 *
 * <p>CPU and memory are the task's own where it states them, and otherwise the sum over its containers (memory: the reservation
 * of a container before its limit); each of the two decides for itself. On Windows the task's own are ignored. Fixed host ports
 * are reserved in the network modes {@code bridge}, {@code default} and {@code host}, where an absent host port in {@code host}
 * mode means the container port; a dynamic one reserves nothing. A task in {@code awsvpc} mode needs one network interface
 * instead. This follows the accounting of the container agent (<a
 * href="https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-placement.html">task placement</a>); that values
 * overridden by RunTask count is our rule, since ECS says nothing.
 *
 * <p>A size that cannot be read (a placeholder, say) asks for nothing.
 *
 * @param cpuUnits CPU units, 1024 to a vCPU
 * @param memoryMib memory in MiB
 * @param tcpPorts host ports reserved for TCP in written order; a port that is written twice is here twice, and no instance can
 *     give it
 * @param udpPorts host ports reserved for UDP, likewise
 * @param networkInterfaces interface attachments, 0 or 1
 * @param gpus GPUs, the sum over the containers; at least 1 if all are wanted
 * @param allGpus whether every GPU of the instance is wanted, none of them in use
 * @param neuronDevices 1 if the Neuron devices of the instance are wanted: always all of them, none in use; else 0
 */
public record TaskNeeds(
        Need cpuUnits,
        Need memoryMib,
        List<PortNeed> tcpPorts,
        List<PortNeed> udpPorts,
        Need networkInterfaces,
        Need gpus,
        boolean allGpus,
        Need neuronDevices) {

    /** Copies the lists. */
    public TaskNeeds {
        tcpPorts = List.copyOf(tcpPorts);
        udpPorts = List.copyOf(udpPorts);
    }

    /**
     * The needs of a task of that definition.
     *
     * @param definition the task definition
     * @return its needs
     */
    public static TaskNeeds of(TaskDefinition definition) {
        return of(definition, null);
    }

    /**
     * The needs of a task of that definition with the overrides of a request.
     *
     * @param definition the task definition
     * @param overrides what the request changes; {@code null} for nothing
     * @return its needs
     */
    public static TaskNeeds of(TaskDefinition definition, @Nullable TaskOverride overrides) {
        return new NeedsOfTask(definition, overrides).needs();
    }
}
