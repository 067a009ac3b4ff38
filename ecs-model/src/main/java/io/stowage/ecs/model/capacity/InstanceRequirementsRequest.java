package io.stowage.ecs.model.capacity;

import io.stowage.ecs.model.EcsStructure;
import io.stowage.ecs.model.Presence;
import io.stowage.ecs.model.internal.WithBuilder;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which EC2 instance types a Managed Instances capacity provider may choose, by what they have. A type has to satisfy every member that
 * is given.
 *
 * <p>The ECS API states no defaults; a default that is named below as EC2's is that of EC2's own selection of types by attributes.
 *
 * <p>Mirrors
 * <a href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_InstanceRequirementsRequest.html">InstanceRequirementsRequest</a>.
 * Immutable; made with {@link #builder()}. The canonical constructor grows with the API: it is no part of what stays compatible.
 *
 * @param acceleratorCount the number of accelerators; absent: any
 * @param acceleratorManufacturers makers of accelerators, one of which the type's have to be from; empty: any
 * @param acceleratorNames models of accelerators, one of which the type has to have; empty: any
 * @param acceleratorTotalMemoryMiB the memory of all its accelerators together, in MiB; absent: any
 * @param acceleratorTypes kinds of accelerators, one of which the type has to have; empty: any
 * @param allowedInstanceTypes at most 400 names of types, 1 to 30 characters each, {@code *} for any characters; no other type is chosen;
 *     empty: all types. EC2 takes this or {@code excludedInstanceTypes}, not both
 * @param bareMetal whether bare metal types may be chosen; EC2's default: {@link BareMetal#EXCLUDED}
 * @param baselineEbsBandwidthMbps the baseline bandwidth to EBS, in Mbps; absent: any
 * @param burstablePerformance whether burstable types may be chosen; EC2's default: {@link BurstablePerformance#EXCLUDED}
 * @param cpuManufacturers makers of processors, one of which the type's has to be from; empty: any
 * @param excludedInstanceTypes at most 400 names of types that are not chosen, 1 to 30 characters each, {@code *} for any characters;
 *     empty: none
 * @param instanceGenerations the generations to choose from; empty: both
 * @param localStorage whether types with disks of their own (instance store) may be chosen; EC2's default: {@link LocalStorage#INCLUDED}
 * @param localStorageTypes kinds of disks that the instance store may consist of; empty: both
 * @param maxSpotPriceAsPercentageOfOptimalOnDemandPrice the highest Spot price of a type, in percent of the on-demand price that EC2
 *     compares with. EC2 takes this or {@code spotMaxPricePercentageOverLowestPrice}, not both
 * @param memoryGiBPerVCpu the memory for each vCPU, in GiB; absent: any
 * @param memoryMiB the memory, in MiB; required
 * @param networkBandwidthGbps the network bandwidth, in Gbps; absent: any
 * @param networkInterfaceCount the number of network interfaces it can have; absent: any
 * @param onDemandMaxPricePercentageOverLowestPrice by how many percent the on-demand price of a type may exceed the lowest one that EC2
 *     compares with; EC2's default: 20
 * @param requireHibernateSupport whether the type has to support hibernation; EC2's default: false
 * @param spotMaxPricePercentageOverLowestPrice by how many percent the Spot price of a type may exceed the lowest one that it is compared
 *     with
 * @param totalLocalStorageGB the size of its instance store, in GB; absent: any
 * @param vCpuCount the number of vCPUs; required
 * @param otherMembers members that have no component here; see {@link EcsStructure#otherMembers()}
 */
@WithBuilder
public record InstanceRequirementsRequest(
        @Nullable AcceleratorCountRequest acceleratorCount,
        List<AcceleratorManufacturer> acceleratorManufacturers,
        List<AcceleratorName> acceleratorNames,
        @Nullable AcceleratorTotalMemoryMiBRequest acceleratorTotalMemoryMiB,
        List<AcceleratorType> acceleratorTypes,
        List<String> allowedInstanceTypes,
        @Nullable BareMetal bareMetal,
        @Nullable BaselineEbsBandwidthMbpsRequest baselineEbsBandwidthMbps,
        @Nullable BurstablePerformance burstablePerformance,
        List<CpuManufacturer> cpuManufacturers,
        List<String> excludedInstanceTypes,
        List<InstanceGeneration> instanceGenerations,
        @Nullable LocalStorage localStorage,
        List<LocalStorageType> localStorageTypes,
        @Nullable Integer maxSpotPriceAsPercentageOfOptimalOnDemandPrice,
        @Nullable MemoryGiBPerVCpuRequest memoryGiBPerVCpu,
        @Nullable MemoryMiBRequest memoryMiB,
        @Nullable NetworkBandwidthGbpsRequest networkBandwidthGbps,
        @Nullable NetworkInterfaceCountRequest networkInterfaceCount,
        @Nullable Integer onDemandMaxPricePercentageOverLowestPrice,
        @Nullable Boolean requireHibernateSupport,
        @Nullable Integer spotMaxPricePercentageOverLowestPrice,
        @Nullable TotalLocalStorageGBRequest totalLocalStorageGB,
        @Nullable VCpuCountRangeRequest vCpuCount,
        Map<String, @Nullable Object> otherMembers)
        implements EcsStructure {

    /** Copies lists and maps; null stands for absent. */
    public InstanceRequirementsRequest {
        acceleratorManufacturers = Presence.listOf(acceleratorManufacturers);
        acceleratorNames = Presence.listOf(acceleratorNames);
        acceleratorTypes = Presence.listOf(acceleratorTypes);
        allowedInstanceTypes = Presence.listOf(allowedInstanceTypes);
        cpuManufacturers = Presence.listOf(cpuManufacturers);
        excludedInstanceTypes = Presence.listOf(excludedInstanceTypes);
        instanceGenerations = Presence.listOf(instanceGenerations);
        localStorageTypes = Presence.listOf(localStorageTypes);
        otherMembers = Presence.freeze(otherMembers);
    }

    /**
     * Starts an empty one.
     *
     * @return a new builder in which everything is absent
     */
    public static InstanceRequirementsRequestBuilder builder() {
        return InstanceRequirementsRequestBuilder.builder();
    }

    /**
     * Starts from this one.
     *
     * @return a new builder that holds what this object holds
     */
    public InstanceRequirementsRequestBuilder toBuilder() {
        return InstanceRequirementsRequestBuilder.builder(this);
    }
}
