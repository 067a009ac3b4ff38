package io.stowage.ecs.validation.input;

import io.stowage.ecs.model.EcsStructure;
import io.stowage.ecs.model.Presence;
import io.stowage.ecs.validation.internal.WithBuilder;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a subnet.
 *
 * <p>Immutable; made with {@link #builder()}. The canonical constructor grows with the library: it is no part of what stays
 * compatible.
 *
 * @param subnetId its id
 * @param vpcId the VPC it is in
 * @param availabilityZone the zone it is in
 * @param isPublic whether it has a route to an internet gateway; {@code public} on the wire
 * @param otherMembers members that have no component here, or a value that is not known; see {@link EcsStructure#otherMembers()}
 */
@WithBuilder
public record KnownSubnet(
        @Nullable String subnetId,
        @Nullable String vpcId,
        @Nullable String availabilityZone,
        @Nullable Boolean isPublic,
        Map<String, @Nullable Object> otherMembers)
        implements EcsStructure {

    /** Copies lists and maps; null stands for absent. */
    public KnownSubnet {
        otherMembers = Presence.freeze(otherMembers);
    }

    /**
     * Starts an empty one.
     *
     * @return a new builder in which everything is absent
     */
    public static KnownSubnetBuilder builder() {
        return KnownSubnetBuilder.builder();
    }

    /**
     * Starts from this one.
     *
     * @return a new builder that holds what this object holds
     */
    public KnownSubnetBuilder toBuilder() {
        return KnownSubnetBuilder.builder(this);
    }
}
