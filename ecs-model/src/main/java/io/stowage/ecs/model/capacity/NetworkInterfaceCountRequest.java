package io.stowage.ecs.model.capacity;

import io.stowage.ecs.model.EcsStructure;
import io.stowage.ecs.model.Presence;
import io.stowage.ecs.model.internal.WithBuilder;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How many network interfaces an instance type may support to be chosen. Both bounds belong to the range.
 *
 * <p>Mirrors
 * <a href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_NetworkInterfaceCountRequest.html">NetworkInterfaceCountRequest</a>.
 * Immutable; made with {@link #builder()}. The canonical constructor grows with the API: it is no part of what stays compatible.
 *
 * @param max the greatest number; absent: no upper bound
 * @param min the least number; absent: no lower bound
 * @param otherMembers members that have no component here; see {@link EcsStructure#otherMembers()}
 */
@WithBuilder
public record NetworkInterfaceCountRequest(
        @Nullable Integer max, @Nullable Integer min, Map<String, @Nullable Object> otherMembers)
        implements EcsStructure {

    /** Copies lists and maps; null stands for absent. */
    public NetworkInterfaceCountRequest {
        otherMembers = Presence.freeze(otherMembers);
    }

    /**
     * Starts an empty one.
     *
     * @return a new builder in which everything is absent
     */
    public static NetworkInterfaceCountRequestBuilder builder() {
        return NetworkInterfaceCountRequestBuilder.builder();
    }

    /**
     * Starts from this one.
     *
     * @return a new builder that holds what this object holds
     */
    public NetworkInterfaceCountRequestBuilder toBuilder() {
        return NetworkInterfaceCountRequestBuilder.builder(this);
    }
}
