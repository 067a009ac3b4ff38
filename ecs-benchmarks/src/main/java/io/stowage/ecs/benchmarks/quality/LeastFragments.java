package io.stowage.ecs.benchmarks.quality;

import io.stowage.ecs.benchmarks.quality.GpuTrace.Pod;
import io.stowage.ecs.placement.plugin.Candidate;
import io.stowage.ecs.placement.plugin.DependsOn;
import io.stowage.ecs.placement.plugin.PlacementContext;
import io.stowage.ecs.placement.plugin.PluginInfo;
import io.stowage.ecs.placement.plugin.RuleDefinition;
import io.stowage.ecs.placement.plugin.RunningTask;
import io.stowage.ecs.placement.plugin.Score;
import io.stowage.ecs.placement.plugin.StrategyPlugin;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Where the placement makes the least of the GPUs useless. What is left of a GPU is a fragment for a kind of pod that cannot have it: because
 * it is too little, or because the node has not enough GPUs or processors for such a pod. Kinds count as often as the trace has them; it is
 * the idea of fragmentation gradient descent (Weng and others, USENIX ATC 2023) in our own words.
 */
final class LeastFragments implements StrategyPlugin {
    /** How much of the trace the kinds must cover: the rarest are left out. */
    private static final double COVERED = 0.95;

    private final List<Map.Entry<Pod, Integer>> typical = new ArrayList<>();
    private final Map<State, Long> growths = new HashMap<>();

    /** What a score depends on. */
    private record State(long cpuMilli, List<Long> gpus, long taskCpu, int taskGpus, long taskGpuMilli) {}

    LeastFragments(List<Pod> pods) {
        Map<Pod, Integer> counts = new HashMap<>();
        // Memory is never what is short in this trace, so kinds do not differ in it.
        pods.forEach(pod -> counts.merge(new Pod(pod.cpuMilli(), 0, pod.gpus(), pod.gpuMilli()), 1, Integer::sum));
        List<Map.Entry<Pod, Integer>> byCount = new ArrayList<>(counts.entrySet());
        byCount.sort(Map.Entry.<Pod, Integer>comparingByValue()
                .reversed()
                .thenComparing(entry -> entry.getKey().toString()));
        int covered = 0;
        for (Map.Entry<Pod, Integer> entry : byCount) {
            if (covered < COVERED * pods.size()) {
                covered += entry.getValue();
                if (entry.getKey().gpus() > 0) {
                    typical.add(entry);
                }
            }
        }
    }

    @Override
    public PluginInfo info() {
        return new PluginInfo("leastFragments", "Where the least of the GPUs becomes useless for typical pods.");
    }

    @Override
    public Ranking prepare(RuleDefinition definition) {
        return new Ranking() {
            @Override
            public Scores<Candidate> forPlacement(List<Candidate> tied, PlacementContext context) {
                long cpuMilli = context.task().needs().cpuUnits().amount();
                String[] family = Objects.requireNonNull(
                                context.task().definition().family())
                        .split("-", -1);
                int gpus = Integer.parseInt(family[3]);
                long gpuMilli = Long.parseLong(family[4]);
                return choice -> Score.of(growths.computeIfAbsent(
                        new State(choice.freeCpuUnits(), choice.free(GpuReplay.GPU), cpuMilli, gpus, gpuMilli),
                        LeastFragments.this::growth));
            }

            @Override
            public Scores<RunningTask> forStopping(List<RunningTask> tied, PlacementContext context) {
                return choice -> Score.of(0);
            }

            @Override
            public Set<DependsOn> dependsOn() {
                return Set.of(DependsOn.FREE_RESOURCES);
            }
        };
    }

    private long growth(State state) {
        long[] before = state.gpus.stream().mapToLong(Long::longValue).toArray();
        long[] after = before.clone();
        Arrays.sort(after);
        int wanted = state.taskGpus;
        for (int i = 0; i < after.length && wanted > 0; i++) {
            if (after[i] >= state.taskGpuMilli) {
                after[i] -= state.taskGpuMilli;
                wanted--;
            }
        }
        return fragments(state.cpuMilli - state.taskCpu, after) - fragments(state.cpuMilli, before);
    }

    private long fragments(long cpuMilli, long[] gpus) {
        long fragments = 0;
        for (Map.Entry<Pod, Integer> entry : typical) {
            Pod pod = entry.getKey();
            int usable = 0;
            long useless = 0;
            long all = 0;
            for (long left : gpus) {
                all += left;
                if (left >= pod.gpuMilli()) {
                    usable++;
                } else {
                    useless += left;
                }
            }
            boolean fits = cpuMilli >= pod.cpuMilli() && usable >= pod.gpus();
            fragments += (fits ? useless : all) * entry.getValue();
        }
        return fragments;
    }
}
