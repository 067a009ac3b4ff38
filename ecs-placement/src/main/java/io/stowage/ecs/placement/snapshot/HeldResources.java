package io.stowage.ecs.placement.snapshot;

import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * What one task holds of its instance until it has stopped. It is already missing in what remains of the instance. Immutable.
 *
 * @param cpuUnits CPU units
 * @param memoryMib memory in MiB
 * @param ports the host ports; those that the instance does not list as taken were assigned dynamically, and a {@link
 *     ClusterSnapshot} drops them, because they are not counted
 * @param gpuIds the ids of its GPUs, ascending; unmodifiable
 * @param neuronDeviceIds the ids of its Neuron devices, ascending; unmodifiable
 * @param networkInterfaces interface attachments of the instance: 1 for a task in {@code awsvpc} mode
 * @param others what it holds of each device of a custom resource, by name; unmodifiable
 */
public record HeldResources(
        long cpuUnits,
        long memoryMib,
        TakenPorts ports,
        NavigableSet<String> gpuIds,
        NavigableSet<String> neuronDeviceIds,
        long networkInterfaces,
        Map<String, List<Long>> others) {
    /** Nothing, or not known: a task that holds this gives nothing back. */
    public static final HeldResources NONE =
            new HeldResources(0, 0, TakenPorts.NONE, new TreeSet<>(), new TreeSet<>(), 0, Map.of());

    /**
     * Copies the collections.
     *
     * @throws IllegalArgumentException if an amount is negative or absurd
     */
    public HeldResources {
        Amounts.checkHeld("cpuUnits", cpuUnits);
        Amounts.checkHeld("memoryMib", memoryMib);
        Amounts.checkHeld("networkInterfaces", networkInterfaces);
        others.forEach((name, devices) -> devices.forEach(amount -> Amounts.checkHeld(name, amount)));
        gpuIds = Amounts.ids(gpuIds);
        neuronDeviceIds = Amounts.ids(neuronDeviceIds);
        others = Amounts.byDevice(others);
    }

    /**
     * CPU and memory alone.
     *
     * @param cpuUnits CPU units
     * @param memoryMib memory in MiB
     * @return what a task without ports, devices and interfaces holds
     * @throws IllegalArgumentException if an amount is negative or absurd
     */
    public static HeldResources of(long cpuUnits, long memoryMib) {
        return new HeldResources(cpuUnits, memoryMib, TakenPorts.NONE, new TreeSet<>(), new TreeSet<>(), 0, Map.of());
    }

    /**
     * The same with other ports.
     *
     * @param held the host ports
     * @return a changed copy
     */
    public HeldResources withPorts(TakenPorts held) {
        return new HeldResources(cpuUnits, memoryMib, held, gpuIds, neuronDeviceIds, networkInterfaces, others);
    }
}
