package io.stowage.ecs.placement.scaling;

import java.util.Objects;

/**
 * An instance type of an Auto Scaling group: what a new instance of it brings. Immutable.
 *
 * @param name the instance type
 * @param cpuUnits CPU units
 * @param memoryMib registered memory in MiB
 * @param networkInterfaces interfaces for {@code awsvpc} tasks: one less than the type has, or the limit of its trunk
 * @param gpus GPUs
 */
public record GroupInstance(String name, long cpuUnits, long memoryMib, long networkInterfaces, long gpus) {
    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if a number is negative
     */
    public GroupInstance {
        Objects.requireNonNull(name, "name");
        if (Math.min(Math.min(cpuUnits, memoryMib), Math.min(networkInterfaces, gpus)) < 0) {
            throw new IllegalArgumentException("instance type " + name + " has a negative number: cpu " + cpuUnits
                    + ", memory " + memoryMib + ", interfaces " + networkInterfaces + ", gpus " + gpus);
        }
    }
}
