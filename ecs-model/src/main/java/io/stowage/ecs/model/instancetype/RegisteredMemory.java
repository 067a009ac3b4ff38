package io.stowage.ecs.model.instancetype;

import io.stowage.ecs.model.internal.tables.Figures;

/**
 * How much memory a container instance registers: what its operating system sees, less {@code ECS_RESERVED_MEMORY}. See <a
 * href="https://docs.aws.amazon.com/AmazonECS/latest/developerguide/memory-management.html">reserving memory</a>.
 */
public final class RegisteredMemory {
    private RegisteredMemory() {}

    /**
     * What an operating system sees of the installed memory. How much it loses depends on type, kernel and image and is not
     * documented. Our rule gives every value that was observed on the Linux image: {@code installed - installed / 64 - k}, where k is
     * 15 below 4096 MiB, 80 below 65536 MiB and 95 above. Newer kernels may see less; a measured value is better.
     *
     * @param installedMib installed memory in MiB, at least 0
     * @return MiB, at least 0
     * @throws IllegalArgumentException if it is negative
     */
    public static int estimateMib(int installedMib) {
        if (installedMib < 0) {
            throw new IllegalArgumentException("memory is not negative: " + installedMib + " MiB");
        }
        String size = installedMib < Figures.of("registered-memory-small-below-mib")
                ? "small"
                : installedMib < Figures.of("registered-memory-middle-below-mib") ? "middle" : "large";
        return Math.max(0, installedMib - installedMib / 64 - Figures.of("registered-memory-" + size + "-less-mib"));
    }

    /**
     * What the agent makes of the bytes that the operating system reports ({@code MemTotal}).
     *
     * @param bytes the measured value, at least 0
     * @return MiB, rounded down
     * @throws IllegalArgumentException if it is negative, or 2 PiB or more
     */
    public static int ofMeasuredBytes(long bytes) {
        if (bytes < 0 || bytes >> 20 > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("no amount of memory: " + bytes + " bytes");
        }
        return (int) (bytes >> 20);
    }
}
