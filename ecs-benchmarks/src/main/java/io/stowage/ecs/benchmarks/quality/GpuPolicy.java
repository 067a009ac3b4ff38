package io.stowage.ecs.benchmarks.quality;

import io.stowage.ecs.model.placement.PlacementStrategy;
import io.stowage.ecs.model.placement.PlacementStrategyType;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** By what pods are placed. */
enum GpuPolicy {
    /** By lot. */
    RANDOM("random", "random", null),
    /** {@code binpack(gpu), binpack(cpu)}. */
    BINPACK("binpack(gpu), binpack(cpu)", "binpack", GpuReplay.GPU),
    /** The least sum of what is left, each as a part of the most that a node has; a strategy of our own. */
    WEIGHTED_BEST_FIT("weighted best fit", "weightedBestFit", null),
    /** The least growth of what no typical pod can use; a strategy of our own. */
    LEAST_FRAGMENTS("least fragments", "leastFragments", null);

    private final String words;
    private final List<PlacementStrategy> strategies;

    GpuPolicy(String words, String type, @Nullable String field) {
        this.words = words;
        PlacementStrategy first = PlacementStrategy.builder()
                .type(new PlacementStrategyType(type))
                .field(field)
                .build();
        this.strategies = field == null
                ? List.of(first)
                : List.of(
                        first,
                        PlacementStrategy.builder()
                                .type(PlacementStrategyType.BINPACK)
                                .field("cpu")
                                .build());
    }

    List<PlacementStrategy> strategies() {
        return strategies;
    }

    String words() {
        return words;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
