package io.stowage.ecs.model.capacity;

import io.stowage.ecs.model.EcsStructure;
import io.stowage.ecs.model.Presence;
import io.stowage.ecs.model.internal.WithBuilder;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How large the instance store of an instance type may be, all disks together, for the type to be chosen. Both bounds belong to the
 * range.
 *
 * <p>Mirrors
 * <a href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_TotalLocalStorageGBRequest.html">TotalLocalStorageGBRequest</a>.
 * Immutable; made with {@link #builder()}. The canonical constructor grows with the API: it is no part of what stays compatible.
 *
 * @param max the greatest size in GB; absent: no upper bound
 * @param min the least size in GB; absent: no lower bound
 * @param otherMembers members that have no component here; see {@link EcsStructure#otherMembers()}
 */
@WithBuilder
public record TotalLocalStorageGBRequest(
        @Nullable Double max, @Nullable Double min, Map<String, @Nullable Object> otherMembers)
        implements EcsStructure {

    /** Copies lists and maps; null stands for absent. */
    public TotalLocalStorageGBRequest {
        otherMembers = Presence.freeze(otherMembers);
    }

    /**
     * Starts an empty one.
     *
     * @return a new builder in which everything is absent
     */
    public static TotalLocalStorageGBRequestBuilder builder() {
        return TotalLocalStorageGBRequestBuilder.builder();
    }

    /**
     * Starts from this one.
     *
     * @return a new builder that holds what this object holds
     */
    public TotalLocalStorageGBRequestBuilder toBuilder() {
        return TotalLocalStorageGBRequestBuilder.builder(this);
    }
}
