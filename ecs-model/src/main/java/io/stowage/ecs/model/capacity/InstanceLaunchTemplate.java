package io.stowage.ecs.model.capacity;

import io.stowage.ecs.model.EcsStructure;
import io.stowage.ecs.model.Presence;
import io.stowage.ecs.model.internal.WithBuilder;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the instances of a Managed Instances capacity provider look like: which types, where, with what storage and in which role.
 *
 * <p>Mirrors
 * <a href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_InstanceLaunchTemplate.html">InstanceLaunchTemplate</a>.
 * Immutable; made with {@link #builder()}. The canonical constructor grows with the API: it is no part of what stays compatible.
 *
 * @param capacityOptionType how instances are bought; absent: {@link CapacityOptionType#ON_DEMAND}
 * @param capacityReservations which Capacity Reservations to use, for {@link CapacityOptionType#RESERVED}
 * @param ec2InstanceProfileArn the ARN of the instance profile that the instances run with; required
 * @param fipsEnabled whether instances use FIPS 140-2 validated cryptography; absent: true in AWS GovCloud (US) Regions, false elsewhere
 * @param instanceMetadataTagsPropagation whether the instance's tags can be read from its metadata service, which refuses keys with
 *     {@code /} and some other characters; absent: true
 * @param instanceRequirements which instance types may be chosen; absent: ECS chooses
 * @param localStorageConfiguration whether data goes to the disks of the instance itself; absent: to an EBS volume
 * @param monitoring how often EC2 reports metrics; absent: {@link ManagedInstancesMonitoringOptions#BASIC}
 * @param networkConfiguration the subnets and security groups of the instances; required
 * @param storageConfiguration the size of the EBS data volume; absent: the default given there
 * @param otherMembers members that have no component here; see {@link EcsStructure#otherMembers()}
 */
@WithBuilder
public record InstanceLaunchTemplate(
        @Nullable CapacityOptionType capacityOptionType,
        @Nullable CapacityReservationRequest capacityReservations,
        @Nullable String ec2InstanceProfileArn,
        @Nullable Boolean fipsEnabled,
        @Nullable Boolean instanceMetadataTagsPropagation,
        @Nullable InstanceRequirementsRequest instanceRequirements,
        @Nullable ManagedInstancesLocalStorageConfiguration localStorageConfiguration,
        @Nullable ManagedInstancesMonitoringOptions monitoring,
        @Nullable ManagedInstancesNetworkConfiguration networkConfiguration,
        @Nullable ManagedInstancesStorageConfiguration storageConfiguration,
        Map<String, @Nullable Object> otherMembers)
        implements EcsStructure {

    /** Copies lists and maps; null stands for absent. */
    public InstanceLaunchTemplate {
        otherMembers = Presence.freeze(otherMembers);
    }

    /**
     * Starts an empty one.
     *
     * @return a new builder in which everything is absent
     */
    public static InstanceLaunchTemplateBuilder builder() {
        return InstanceLaunchTemplateBuilder.builder();
    }

    /**
     * Starts from this one.
     *
     * @return a new builder that holds what this object holds
     */
    public InstanceLaunchTemplateBuilder toBuilder() {
        return InstanceLaunchTemplateBuilder.builder(this);
    }
}
