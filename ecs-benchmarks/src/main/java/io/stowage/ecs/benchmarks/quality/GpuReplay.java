package io.stowage.ecs.benchmarks.quality;

import io.stowage.ecs.benchmarks.quality.GpuTrace.Node;
import io.stowage.ecs.benchmarks.quality.GpuTrace.Pod;
import io.stowage.ecs.model.taskdef.ContainerDefinition;
import io.stowage.ecs.model.taskdef.TaskDefinition;
import io.stowage.ecs.placement.PlacementEngine;
import io.stowage.ecs.placement.PlacementRequest;
import io.stowage.ecs.placement.PlacementSession;
import io.stowage.ecs.placement.plugin.PluginInfo;
import io.stowage.ecs.placement.plugin.ResourceNeed;
import io.stowage.ecs.placement.plugin.ResourcePlugin;
import io.stowage.ecs.placement.plugin.TaskToPlace;
import io.stowage.ecs.placement.snapshot.ClusterSnapshot;
import io.stowage.ecs.placement.snapshot.InstanceResources;
import io.stowage.ecs.placement.snapshot.InstanceSnapshot;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Replays the trace on a session of the library. GPUs are a resource of our own, in thousandths on devices that are shared: the engine takes
 * the device with the least left that is enough. A pod that fits nowhere is dropped. Processors stand for CPU units, a thousandth for one.
 */
final class GpuReplay {
    /** The resource, which {@code binpack} takes as its field. */
    static final String GPU = "GPU_MILLI";

    private static final long LOT = 1;

    private final GpuTrace trace;
    private final ClusterSnapshot cluster;
    private final PlacementEngine engine;
    private final Map<String, Pod> podsByFamily = new HashMap<>();
    private Random lot = new Random(LOT);

    GpuReplay(GpuTrace trace) {
        this.trace = trace;
        this.cluster = cluster(trace.nodes());
        this.engine = PlacementEngine.builder()
                .resource(new Gpu())
                // One source for the whole replay: each pod draws anew, by the same request, and the same in every run.
                .random(seed -> bound -> lot.nextInt(bound))
                .strategy(new WeightedBestFit())
                .strategy(new LeastFragments(trace.pods()))
                .build();
    }

    /**
     * What came of a replay.
     *
     * @param allocated what part of all GPUs was allocated, in percent, at each of the marks
     * @param placed how many pods were placed in all
     */
    record Allocation(List<Double> allocated, int placed) {}

    private static ClusterSnapshot cluster(List<Node> nodes) {
        List<InstanceSnapshot> instances = new ArrayList<>();
        for (Node node : nodes) {
            InstanceResources all = InstanceResources.of(node.cpuMilli(), node.memoryMib())
                    .withOther(GPU, Collections.nCopies(node.gpus(), (long) GpuTrace.WHOLE));
            instances.add(InstanceSnapshot.builder(node.name(), all).build());
        }
        return ClusterSnapshot.ofSnapshots(instances, List.of());
    }

    /** The pods of a family, for the resource: a task definition says nothing of it. */
    private final class Gpu implements ResourcePlugin {
        @Override
        public PluginInfo info() {
            return new PluginInfo(GPU, "Thousandths of GPUs.");
        }

        @Override
        public ResourceNeed needed(TaskToPlace task) {
            Pod pod = podsByFamily.get(task.definition().family());
            return pod == null || pod.gpus() == 0
                    ? ResourceNeed.NONE
                    : new ResourceNeed(pod.gpus(), pod.gpuMilli(), List.of());
        }
    }

    /**
     * Replays.
     *
     * @param marks at which arrivals, in percent of all GPUs and ascending, the allocation is noted
     */
    Allocation run(GpuPolicy policy, List<Pod> arrivals, List<Integer> marks) {
        PlacementSession session = engine.open(cluster);
        lot = new Random(LOT);
        Map<Pod, PlacementRequest> requests = new HashMap<>();
        List<Double> at = new ArrayList<>();
        long capacity = trace.capacityGpuMilli();
        long arrived = 0;
        long allocated = 0;
        int placed = 0;
        int mark = 0;
        for (Pod pod : arrivals) {
            PlacementRequest request = requests.computeIfAbsent(pod, key -> request(key, policy));
            arrived += pod.allGpuMilli();
            if (!session.place(request).placements().isEmpty()) {
                allocated += pod.allGpuMilli();
                placed++;
            }
            while (mark < marks.size() && arrived * 100 >= marks.get(mark) * capacity) {
                at.add(100.0 * allocated / capacity);
                mark++;
            }
        }
        return new Allocation(at, placed);
    }

    private PlacementRequest request(Pod pod, GpuPolicy policy) {
        String family = "pod-" + pod.cpuMilli() + "-" + pod.memoryMib() + "-" + pod.gpus() + "-" + pod.gpuMilli();
        podsByFamily.put(family, pod);
        ContainerDefinition container = ContainerDefinition.builder()
                .name("pod")
                .image("pod:1")
                .cpu(pod.cpuMilli())
                .memory(pod.memoryMib())
                .build();
        return PlacementRequest.builder(TaskDefinition.builder()
                        .family(family)
                        .containerDefinitions(List.of(container))
                        .build())
                .placementStrategy(policy.strategies())
                .apiLimits(false)
                .build();
    }
}
