package io.stowage.ecs.model.service;

import io.stowage.ecs.model.EcsStructure;
import io.stowage.ecs.model.Presence;
import io.stowage.ecs.model.internal.WithBuilder;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * When the Service Connect proxy gives up. An idle timeout below the request timeout ends requests first.
 *
 * <p>Mirrors
 * <a href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_TimeoutConfiguration.html">TimeoutConfiguration</a>.
 * Immutable; made with {@link #builder()}. The canonical constructor grows with the API: it is no part of what stays compatible.
 *
 * @param idleTimeoutSeconds seconds without traffic after which a connection is closed, 0 to 2147483647, 0 for never; absent: 300 for
 *     HTTP, HTTP2 and GRPC, 3600 for TCP
 * @param perRequestTimeoutSeconds seconds for the complete answer to a request, 0 to 2147483647, 0 for no limit; not for ports without
 *     {@code appProtocol}, which are TCP
 * @param otherMembers members that have no component here; see {@link EcsStructure#otherMembers()}
 */
@WithBuilder
public record TimeoutConfiguration(
        @Nullable Integer idleTimeoutSeconds,
        @Nullable Integer perRequestTimeoutSeconds,
        Map<String, @Nullable Object> otherMembers)
        implements EcsStructure {

    /** Copies lists and maps; null stands for absent. */
    public TimeoutConfiguration {
        otherMembers = Presence.freeze(otherMembers);
    }

    /**
     * Starts an empty one.
     *
     * @return a new builder in which everything is absent
     */
    public static TimeoutConfigurationBuilder builder() {
        return TimeoutConfigurationBuilder.builder();
    }

    /**
     * Starts from this one.
     *
     * @return a new builder that holds what this object holds
     */
    public TimeoutConfigurationBuilder toBuilder() {
        return TimeoutConfigurationBuilder.builder(this);
    }
}
