package io.stowage.ecs.placement.snapshot;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Resources of an instance: in all, or left. Ports are not among them, because ECS lists the ports that are taken; see {@link
 * TakenPorts}. Immutable.
 *
 * <p>What is left may be negative: an instance can be overcommitted, for example after it was registered anew with less memory.
 *
 * @param cpuUnits CPU units, 1024 to a vCPU
 * @param memoryMib memory in MiB
 * @param gpuIds the ids of the GPUs, ascending; unmodifiable
 * @param neuronDeviceIds the ids of the Neuron devices, ascending; unmodifiable
 * @param networkInterfaces how many {@code awsvpc} tasks can have an interface; {@code null} if that is not known, and then it is
 *     no limit
 * @param others resources of any other name, by device: a plain amount is one device. They count only for an engine that was given
 *     a {@link io.stowage.ecs.placement.plugin.ResourcePlugin} of that name; ascending by name; unmodifiable
 */
public record InstanceResources(
        long cpuUnits,
        long memoryMib,
        NavigableSet<String> gpuIds,
        NavigableSet<String> neuronDeviceIds,
        @Nullable Long networkInterfaces,
        Map<String, List<Long>> others) {
    /** The greatest amount that is taken for one, in either direction: sums of such amounts are exact. */
    public static final long MOST = 1_000_000_000_000_000L;

    /**
     * Copies the collections.
     *
     * @throws IllegalArgumentException if an amount is beyond {@link #MOST} or below its negative
     */
    public InstanceResources {
        Amounts.check("cpuUnits", cpuUnits);
        Amounts.check("memoryMib", memoryMib);
        if (networkInterfaces != null) {
            Amounts.check("networkInterfaces", networkInterfaces);
        }
        gpuIds = Amounts.ids(gpuIds);
        neuronDeviceIds = Amounts.ids(neuronDeviceIds);
        others = Amounts.byDevice(others);
    }

    /**
     * CPU and memory alone; interfaces are no limit.
     *
     * @param cpuUnits CPU units
     * @param memoryMib memory in MiB
     * @return resources without devices
     * @throws IllegalArgumentException if an amount is absurd
     */
    public static InstanceResources of(long cpuUnits, long memoryMib) {
        return new InstanceResources(cpuUnits, memoryMib, new TreeSet<>(), new TreeSet<>(), null, Map.of());
    }

    /**
     * The same with other GPUs.
     *
     * @param ids the ids of the GPUs, in any order
     * @return a changed copy
     */
    public InstanceResources withGpuIds(Collection<String> ids) {
        return new InstanceResources(
                cpuUnits, memoryMib, new TreeSet<>(ids), neuronDeviceIds, networkInterfaces, others);
    }

    /**
     * The same with other Neuron devices.
     *
     * @param ids the ids of the devices, in any order
     * @return a changed copy
     */
    public InstanceResources withNeuronDeviceIds(Collection<String> ids) {
        return new InstanceResources(cpuUnits, memoryMib, gpuIds, new TreeSet<>(ids), networkInterfaces, others);
    }

    /**
     * The same with another number of network interfaces.
     *
     * @param number interfaces for {@code awsvpc} tasks; {@code null} for no limit
     * @return a changed copy
     * @throws IllegalArgumentException if the number is absurd
     */
    public InstanceResources withNetworkInterfaces(@Nullable Long number) {
        return new InstanceResources(cpuUnits, memoryMib, gpuIds, neuronDeviceIds, number, others);
    }

    /**
     * The same with one more resource, or another amount of it.
     *
     * @param name the name of the resource
     * @param amounts how much of it each device has; one entry for a plain amount
     * @return a changed copy
     * @throws IllegalArgumentException if an amount is absurd
     */
    public InstanceResources withOther(String name, List<Long> amounts) {
        Map<String, List<Long>> more = new TreeMap<>(others);
        more.put(name, amounts);
        return new InstanceResources(cpuUnits, memoryMib, gpuIds, neuronDeviceIds, networkInterfaces, more);
    }
}
