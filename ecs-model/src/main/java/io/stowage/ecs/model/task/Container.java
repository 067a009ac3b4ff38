package io.stowage.ecs.model.task;

import io.stowage.ecs.model.EcsStructure;
import io.stowage.ecs.model.Presence;
import io.stowage.ecs.model.internal.WithBuilder;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A container of a task as ECS reports it.
 *
 * <p>Mirrors
 * <a href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Container.html">Container</a>.
 * Immutable; made with {@link #builder()}. The canonical constructor grows with the API: it is no part of what stays compatible.
 *
 * @param containerArn identifies the container in ECS
 * @param cpu CPU units of the container definition as text, {@code "0"} if it has none; absent: not reported
 * @param exitCode what the process ended with; absent: it still runs, or never ran
 * @param gpuIds the GPUs of the instance that it was given; empty: none
 * @param healthStatus what its health check says; {@link HealthStatus#UNKNOWN} or absent without one
 * @param image the image as the container definition names it
 * @param imageDigest the digest of the image that was pulled, {@code sha256:} and hexadecimal digits; absent: not known (yet)
 * @param lastStatus the state last reported, for example {@code PENDING}, {@code RUNNING} or {@code STOPPED}
 * @param managedAgents agents that ECS put into the container, such as that of ECS Exec; empty: none
 * @param memory hard limit in MiB as text; absent: the container definition has none
 * @param memoryReservation soft limit in MiB as text; absent: the container definition has none
 * @param name the {@code name} of its container definition
 * @param networkBindings ports of the instance that lead to it; in network mode {@code awsvpc} usually empty
 * @param networkInterfaces the interface of the task, which its containers share in network mode {@code awsvpc}; empty: none
 * @param neuronDeviceIds the AWS Neuron devices that it was given; empty: none
 * @param reason a short text on why it stopped or did not start; absent: nothing to tell
 * @param runtimeId its id in the container runtime, on instances that of Docker; absent: not created (yet)
 * @param taskArn identifies the task that it belongs to
 * @param otherMembers members that have no component here; see {@link EcsStructure#otherMembers()}
 */
@WithBuilder
public record Container(
        @Nullable String containerArn,
        @Nullable String cpu,
        @Nullable Integer exitCode,
        List<String> gpuIds,
        @Nullable HealthStatus healthStatus,
        @Nullable String image,
        @Nullable String imageDigest,
        @Nullable String lastStatus,
        List<ManagedAgent> managedAgents,
        @Nullable String memory,
        @Nullable String memoryReservation,
        @Nullable String name,
        List<NetworkBinding> networkBindings,
        List<NetworkInterface> networkInterfaces,
        List<String> neuronDeviceIds,
        @Nullable String reason,
        @Nullable String runtimeId,
        @Nullable String taskArn,
        Map<String, @Nullable Object> otherMembers)
        implements EcsStructure {

    /** Copies lists and maps; null stands for absent. */
    public Container {
        gpuIds = Presence.listOf(gpuIds);
        managedAgents = Presence.listOf(managedAgents);
        networkBindings = Presence.listOf(networkBindings);
        networkInterfaces = Presence.listOf(networkInterfaces);
        neuronDeviceIds = Presence.listOf(neuronDeviceIds);
        otherMembers = Presence.freeze(otherMembers);
    }

    /**
     * Starts an empty one.
     *
     * @return a new builder in which everything is absent
     */
    public static ContainerBuilder builder() {
        return ContainerBuilder.builder();
    }

    /**
     * Starts from this one.
     *
     * @return a new builder that holds what this object holds
     */
    public ContainerBuilder toBuilder() {
        return ContainerBuilder.builder(this);
    }
}
