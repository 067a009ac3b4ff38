package io.stowage.ecs.benchmarks.fenzo;

import com.netflix.fenzo.TaskScheduler;

/** When Fenzo stops to look for a better host. The library looks for the best in any case. */
public enum Setting {
    /** Never, which is Fenzo's default. */
    EXACT(Double.NaN),
    /**
     * When a host is packed to 85 percent. Fenzo gives packing 35 parts of a fitness, and 50 to the soft constraints, which are kept as a
     * whole where there are none.
     */
    TIGHT(0.5 + 0.35 * 0.85),
    /** When the fitness is a half, as in Fenzo's own test of its speed: at one of the first hosts that fit. */
    LOOSE(0.5);

    private final double goodEnough;

    Setting(double goodEnough) {
        this.goodEnough = goodEnough;
    }

    TaskScheduler.Builder apply(TaskScheduler.Builder builder) {
        double limit = goodEnough;
        return this == EXACT ? builder : builder.withFitnessGoodEnoughFunction(fitness -> fitness >= limit);
    }
}
