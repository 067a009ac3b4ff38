package io.stowage.ecs.model.capacity;

import io.stowage.ecs.model.EcsStructure;
import io.stowage.ecs.model.Presence;
import io.stowage.ecs.model.internal.WithBuilder;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which EC2 Capacity Reservations managed instances are launched into. Goes with {@link CapacityOptionType#RESERVED}.
 *
 * <p>Mirrors
 * <a href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CapacityReservationRequest.html">CapacityReservationRequest</a>.
 * Immutable; made with {@link #builder()}. The canonical constructor grows with the API: it is no part of what stays compatible.
 *
 * @param reservationGroupArn the ARN of a resource group of Capacity Reservations to keep to; absent: no group is named
 * @param reservationPreference what to do when no reservation matches, or whether to use any at all
 * @param otherMembers members that have no component here; see {@link EcsStructure#otherMembers()}
 */
@WithBuilder
public record CapacityReservationRequest(
        @Nullable String reservationGroupArn,
        @Nullable CapacityReservationPreference reservationPreference,
        Map<String, @Nullable Object> otherMembers)
        implements EcsStructure {

    /** Copies lists and maps; null stands for absent. */
    public CapacityReservationRequest {
        otherMembers = Presence.freeze(otherMembers);
    }

    /**
     * Starts an empty one.
     *
     * @return a new builder in which everything is absent
     */
    public static CapacityReservationRequestBuilder builder() {
        return CapacityReservationRequestBuilder.builder();
    }

    /**
     * Starts from this one.
     *
     * @return a new builder that holds what this object holds
     */
    public CapacityReservationRequestBuilder toBuilder() {
        return CapacityReservationRequestBuilder.builder(this);
    }
}
