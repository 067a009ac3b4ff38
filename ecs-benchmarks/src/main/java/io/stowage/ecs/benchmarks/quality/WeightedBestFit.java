package io.stowage.ecs.benchmarks.quality;

import io.stowage.ecs.placement.plugin.Candidate;
import io.stowage.ecs.placement.plugin.DependsOn;
import io.stowage.ecs.placement.plugin.PlacementContext;
import io.stowage.ecs.placement.plugin.PluginInfo;
import io.stowage.ecs.placement.plugin.RuleDefinition;
import io.stowage.ecs.placement.plugin.RunningTask;
import io.stowage.ecs.placement.plugin.Score;
import io.stowage.ecs.placement.plugin.StrategyPlugin;
import java.util.List;
import java.util.Set;

/**
 * The least of what is left of processors and GPUs together, each as a part of the most that a node has. What the task takes is the same
 * everywhere, so it makes no difference.
 */
final class WeightedBestFit implements StrategyPlugin {
    /** The most that a node has: 128,000 thousandths of processors, 8,000 of GPUs. */
    private static final int CPU_FOR_GPU = 128_000 / 8_000;

    @Override
    public PluginInfo info() {
        return new PluginInfo("weightedBestFit", "Where the least is left of processors and GPUs together.");
    }

    @Override
    public Ranking prepare(RuleDefinition definition) {
        return new Ranking() {
            @Override
            public Scores<Candidate> forPlacement(List<Candidate> tied, PlacementContext context) {
                return choice -> Score.of(left(choice));
            }

            @Override
            public Scores<RunningTask> forStopping(List<RunningTask> tied, PlacementContext context) {
                return choice -> Score.of(-left(choice.instance()));
            }

            @Override
            public Set<DependsOn> dependsOn() {
                return Set.of(DependsOn.FREE_RESOURCES);
            }
        };
    }

    private static long left(Candidate instance) {
        return left(instance.freeCpuUnits(), instance.free(GpuReplay.GPU));
    }

    /** What is left of processors and GPUs together; 256,000 is all that a node can have. */
    static long left(long cpuMilli, List<Long> gpus) {
        long free = 0;
        for (long device : gpus) {
            free += device;
        }
        return cpuMilli + CPU_FOR_GPU * free;
    }
}
