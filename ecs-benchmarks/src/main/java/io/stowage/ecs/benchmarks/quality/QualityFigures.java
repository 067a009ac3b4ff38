package io.stowage.ecs.benchmarks.quality;

import io.stowage.ecs.benchmarks.place.Quality;
import io.stowage.ecs.benchmarks.results.Figure;
import io.stowage.ecs.benchmarks.results.Figures;
import io.stowage.ecs.benchmarks.results.Measured;
import io.stowage.ecs.benchmarks.results.Sheet;
import java.util.List;

/** Measures Q2 to Q5 and holds them against the targets. All but Q5 are the same in every run. */
public final class QualityFigures {
    private static final String ZONES = "quality.zones, difference";
    private static final String PACKED = "quality.packed, instances by ";
    private static final String FIRST_FIT = "quality.packed, first fit decreasing";
    private static final String SOLVER = "quality.packed, Timefold Solver in 30 s";
    private static final String LOWER_BOUND = "quality.packed, lower bound";
    private static final String DEVIATION = "quality.gpu, weighted best fit away from the published, at ";
    private static final String REPLAY = "quality.gpu, one replay, ";

    private static final List<Integer> MARKS = List.of(100, 130);
    private static final double[] PUBLISHED_BEST_FIT = {92.91, 93.11};
    private static final double ARRIVING = 1.3;
    private static final double NANOSECONDS_IN_FIFTH = 2e8;

    private QualityFigures() {}

    /**
     * Measures.
     *
     * @param seeds how many replays of the trace there are for each policy
     */
    public static void measure(Figures figures, int seeds) {
        figures.add(ZONES, Figure.counted(Quality.zoneDifference(), "tasks"));
        figures.add(PACKED + "memory", Figure.counted(Quality.usedInstances(true), "instances"));
        figures.add(PACKED + "cpu", Figure.counted(Quality.usedInstances(false), "instances"));
        Packing packing = new Packing(Quality.CPU_UNITS, Quality.MEMORY_MIB);
        List<Packing.Size> sizes = Quality.packed().stream()
                .map(size -> new Packing.Size(size[0], size[1]))
                .toList();
        figures.add(FIRST_FIT, Figure.counted(packing.firstFitDecreasing(sizes), "instances"));
        int lowerBound = packing.lowerBound(sizes);
        figures.add(LOWER_BOUND, Figure.counted(lowerBound, "instances"));
        // A tenth more bins than the lower bound: the fewer there are to choose from, the further the solver gets.
        Solver.find()
                .map(solver -> solver.bins(Quality.CPU_UNITS, Quality.MEMORY_MIB, lowerBound + lowerBound / 10, sizes))
                .ifPresent(bins -> bins.ifPresent(used -> figures.add(SOLVER, Figure.counted(used, "instances"))));
        GpuTrace trace = GpuTrace.read();
        for (GpuPolicy policy : GpuPolicy.values()) {
            replay(figures, trace, policy, seeds);
        }
    }

    private static void replay(Figures figures, GpuTrace trace, GpuPolicy policy, int seeds) {
        GpuReplay replay = new GpuReplay(trace);
        // Not counted: what is timed is a replay by code that the JVM has compiled.
        replay.run(policy, trace.arrivals(0, ARRIVING), MARKS);
        double[] allocated = new double[MARKS.size()];
        long nanoseconds = 0;
        for (int seed = 1; seed <= seeds; seed++) {
            List<GpuTrace.Pod> arrivals = trace.arrivals(seed, ARRIVING);
            long before = System.nanoTime();
            GpuReplay.Allocation allocation = replay.run(policy, arrivals, MARKS);
            nanoseconds += System.nanoTime() - before;
            for (int i = 0; i < allocated.length; i++) {
                allocated[i] += allocation.allocated().get(i) / seeds;
            }
        }
        for (int i = 0; i < allocated.length; i++) {
            figures.add(allocation(policy, i), Figure.counted(allocated[i], "%"));
            if (policy == GpuPolicy.WEIGHTED_BEST_FIT) {
                figures.add(
                        DEVIATION + MARKS.get(i) + " %",
                        Figure.counted(Math.abs(allocated[i] - PUBLISHED_BEST_FIT[i]), "points"));
            }
        }
        figures.add(REPLAY + policy.words(), Figure.counted((double) nanoseconds / seeds, "ns"));
    }

    private static String allocation(GpuPolicy policy, int mark) {
        return "quality.gpu, allocated by " + policy.words() + " at " + MARKS.get(mark) + " %";
    }

    /** Tells the trace of the replays from others. */
    public static String traceHash() {
        return GpuTrace.hash();
    }

    /** Holds the figures against the targets. */
    public static void check(Sheet sheet) {
        sheet.atMost("Q2", "1,000 tasks over three zones, most less fewest", Measured.of("Stowage", ZONES), 1);
        Measured packed = Measured.of("Stowage", PACKED + "memory");
        String work = "1,000 tasks of 200 shapes on an empty cluster, instances";
        sheet.atMostTimes("Q3", work, packed, Measured.of("lower bound", LOWER_BOUND), 1.03);
        sheet.atMostTimes("Q3", work, packed, Measured.of("first fit decreasing", FIRST_FIT), 1);
        sheet.beside("Q3", work, packed, Measured.of("Timefold Solver", SOLVER));
        for (int i = 0; i < MARKS.size(); i++) {
            String arrived = " when " + MARKS.get(i) + " % has arrived";
            sheet.atMost(
                    "Q4",
                    "GPUs, weighted best fit" + arrived + ", away from the published " + PUBLISHED_BEST_FIT[i] + " %",
                    Measured.of("Stowage", DEVIATION + MARKS.get(i) + " %"),
                    0.3);
            sheet.atLeast(
                    "Q4",
                    "GPUs allocated, " + GpuPolicy.BINPACK.words() + arrived,
                    Measured.of("Stowage", allocation(GpuPolicy.BINPACK, i)),
                    93.5);
            sheet.atLeast(
                    "Q4",
                    "GPUs allocated, " + GpuPolicy.LEAST_FRAGMENTS.words() + arrived,
                    Measured.of("Stowage", allocation(GpuPolicy.LEAST_FRAGMENTS, i)),
                    95);
        }
        for (GpuPolicy policy : GpuPolicy.values()) {
            sheet.atMost(
                    "Q5",
                    "replay of the GPU trace, " + policy.words(),
                    Measured.of("Stowage", REPLAY + policy.words()),
                    NANOSECONDS_IN_FIFTH);
        }
    }
}
