package io.stowage.ecs.model.task;

import io.stowage.ecs.model.EcsStructure;
import io.stowage.ecs.model.Presence;
import io.stowage.ecs.model.internal.WithBuilder;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The elastic network interface that a container of a task in network mode {@code awsvpc} uses.
 *
 * <p>Mirrors
 * <a href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_NetworkInterface.html">NetworkInterface</a>.
 * Immutable; made with {@link #builder()}. The canonical constructor grows with the API: it is no part of what stays compatible.
 *
 * @param attachmentId the id of the attachment of the task that stands for the interface
 * @param ipv6Address its IPv6 address; absent: it has none
 * @param privateIpv4Address its private IPv4 address; absent: it has none
 * @param otherMembers members that have no component here; see {@link EcsStructure#otherMembers()}
 */
@WithBuilder
public record NetworkInterface(
        @Nullable String attachmentId,
        @Nullable String ipv6Address,
        @Nullable String privateIpv4Address,
        Map<String, @Nullable Object> otherMembers)
        implements EcsStructure {

    /** Copies lists and maps; null stands for absent. */
    public NetworkInterface {
        otherMembers = Presence.freeze(otherMembers);
    }

    /**
     * Starts an empty one.
     *
     * @return a new builder in which everything is absent
     */
    public static NetworkInterfaceBuilder builder() {
        return NetworkInterfaceBuilder.builder();
    }

    /**
     * Starts from this one.
     *
     * @return a new builder that holds what this object holds
     */
    public NetworkInterfaceBuilder toBuilder() {
        return NetworkInterfaceBuilder.builder(this);
    }
}
