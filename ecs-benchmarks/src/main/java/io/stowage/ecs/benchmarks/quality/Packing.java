package io.stowage.ecs.benchmarks.quality;

import java.util.List;

/** Bins of two dimensions, for comparison with what an engine packs. */
final class Packing {
    private final int cpuUnits;
    private final int memoryMib;

    /** The size of a bin. */
    Packing(int cpuUnits, int memoryMib) {
        this.cpuUnits = cpuUnits;
        this.memoryMib = memoryMib;
    }

    /**
     * A task.
     *
     * @param cpuUnits CPU units
     * @param memoryMib MiB
     */
    record Size(int cpuUnits, int memoryMib) {}

    /** No packing takes fewer bins: the sum of each resource, in bins. */
    int lowerBound(List<Size> sizes) {
        long cpu = sizes.stream().mapToLong(Size::cpuUnits).sum();
        long memory = sizes.stream().mapToLong(Size::memoryMib).sum();
        return (int) Math.max((cpu + cpuUnits - 1) / cpuUnits, (memory + memoryMib - 1) / memoryMib);
    }

    /**
     * How many bins it takes if the greatest come first and each goes to the first bin with room. The greatest are those that take the most of
     * both resources together: by one of them, or by the one they take more of, more bins are used.
     */
    int firstFitDecreasing(List<Size> sizes) {
        List<Size> sorted = sizes.stream()
                .sorted((one, other) -> Double.compare(part(other), part(one)))
                .toList();
        int[] cpu = new int[sizes.size()];
        int[] memory = new int[sizes.size()];
        int bins = 0;
        for (Size size : sorted) {
            int bin = 0;
            while (cpu[bin] + size.cpuUnits() > cpuUnits || memory[bin] + size.memoryMib() > memoryMib) {
                bin++;
            }
            cpu[bin] += size.cpuUnits();
            memory[bin] += size.memoryMib();
            bins = Math.max(bins, bin + 1);
        }
        return bins;
    }

    private double part(Size size) {
        return (double) size.cpuUnits() / cpuUnits + (double) size.memoryMib() / memoryMib;
    }
}
