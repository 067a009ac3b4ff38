package io.stowage.ecs.placement.scaling;

import java.util.Objects;

/**
 * Tasks in {@code PROVISIONING} that all need the same. Immutable.
 *
 * @param name what to call them
 * @param count how many wait
 * @param cpuUnits CPU units of one
 * @param memoryMib memory of one in MiB
 * @param networkInterfaces interfaces of one: 1 in {@code awsvpc} mode, else 0
 * @param gpus GPUs of one
 * @param isOnePerInstance whether an instance takes only one: a {@code distinctInstance} constraint or a static host port
 */
public record ProvisioningGroup(
        String name,
        int count,
        long cpuUnits,
        long memoryMib,
        long networkInterfaces,
        long gpus,
        boolean isOnePerInstance) {
    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if a number is negative
     */
    public ProvisioningGroup {
        Objects.requireNonNull(name, "name");
        if (count < 0 || Math.min(Math.min(cpuUnits, memoryMib), Math.min(networkInterfaces, gpus)) < 0) {
            throw new IllegalArgumentException("group " + name + " has a negative number: count " + count + ", cpu "
                    + cpuUnits + ", memory " + memoryMib + ", interfaces " + networkInterfaces + ", gpus " + gpus);
        }
    }
}
