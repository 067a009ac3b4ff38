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
                return choice -> Score.of(choice.freeCpuUnits() + CPU_FOR_GPU * free(choice));
            }

            @Override
            public Scores<RunningTask> forStopping(List<RunningTask> tied, PlacementContext context) {
                return choice -> Score.of(-choice.instance().freeCpuUnits() - CPU_FOR_GPU * free(choice.instance()));
            }

            @Override
            public Set<DependsOn> dependsOn() {
                return Set.of(DependsOn.FREE_RESOURCES);
            }
        };
    }

    private static long free(Candidate instance) {
        long free = 0;
        for (long device : instance.free(GpuReplay.GPU)) {
            free += device;
        }
        return free;
    }
}
