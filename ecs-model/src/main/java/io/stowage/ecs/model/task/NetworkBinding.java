package io.stowage.ecs.model.task;

import io.stowage.ecs.model.EcsStructure;
import io.stowage.ecs.model.Presence;
import io.stowage.ecs.model.internal.WithBuilder;
import io.stowage.ecs.model.taskdef.TransportProtocol;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A port of the instance, or a range of them, that leads to a container.
 *
 * <p>Mirrors
 * <a href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_NetworkBinding.html">NetworkBinding</a>.
 * Immutable; made with {@link #builder()}. The canonical constructor grows with the API: it is no part of what stays compatible.
 *
 * @param bindIP the address of the instance that it is bound to, {@code 0.0.0.0} for all of IPv4
 * @param containerPort the port in the container; absent for a range
 * @param containerPortRange {@code first-last} in the container; absent for a single port
 * @param hostPort the port on the instance, also where it was chosen dynamically; absent for a range
 * @param hostPortRange {@code first-last} on the instance, chosen for the range of the container; absent for a single port
 * @param protocol the transport
 * @param otherMembers members that have no component here; see {@link EcsStructure#otherMembers()}
 */
@WithBuilder
public record NetworkBinding(
        @Nullable String bindIP,
        @Nullable Integer containerPort,
        @Nullable String containerPortRange,
        @Nullable Integer hostPort,
        @Nullable String hostPortRange,
        @Nullable TransportProtocol protocol,
        Map<String, @Nullable Object> otherMembers)
        implements EcsStructure {

    /** Copies lists and maps; null stands for absent. */
    public NetworkBinding {
        otherMembers = Presence.freeze(otherMembers);
    }

    /**
     * Starts an empty one.
     *
     * @return a new builder in which everything is absent
     */
    public static NetworkBindingBuilder builder() {
        return NetworkBindingBuilder.builder();
    }

    /**
     * Starts from this one.
     *
     * @return a new builder that holds what this object holds
     */
    public NetworkBindingBuilder toBuilder() {
        return NetworkBindingBuilder.builder(this);
    }
}
