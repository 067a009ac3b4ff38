package io.stowage.ecs.placement.cli;

import io.stowage.ecs.placement.PlacementEngine;
import io.stowage.ecs.placement.PlacementRequest;
import io.stowage.ecs.placement.headroom.EmptyInstances;
import io.stowage.ecs.placement.repair.Goal;
import io.stowage.ecs.placement.repair.RepairSearch;
import io.stowage.ecs.placement.repair.Repairs;
import io.stowage.ecs.placement.snapshot.ClusterSnapshot;
import io.stowage.ecs.placement.snapshot.InstanceSnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that ask what would help. */
final class RepairOptions {
    /** What shall be reached. */
    enum For {
        NEXT(Goal.NEXT_TASK),
        ALL(Goal.ALL_TASKS);

        private final Goal goal;

        For(Goal goal) {
            this.goal = goal;
        }
    }

    @Option(
            names = "--repair",
            arity = "0..1",
            fallbackValue = "NEXT",
            description =
                    "If a task is not placed, also the smallest changes that would place it: next (one task more; the"
                            + " default) or all (all of them).",
            paramLabel = "GOAL")
    private @Nullable For repair;

    @Option(
            names = "--add-type",
            split = ",",
            description =
                    "With --repair, instance types that could join besides those that are there: m5.large or m5.*",
            paramLabel = "TYPE")
    private List<String> types = new ArrayList<>();

    /** Whether one task more is all that is wanted. */
    boolean isForOne() {
        return repair == For.NEXT;
    }

    /** What would help; null if nobody asked. */
    @Nullable
    Repairs find(ClusterSnapshot cluster, PlacementRequest request) {
        if (repair == null) {
            if (!types.isEmpty()) {
                throw new UnusableInputException("--add-type says what --repair may add; give --repair too");
            }
            return null;
        }
        return RepairSearch.builder(PlacementEngine.standard())
                .goal(repair.goal)
                .addable(addable(cluster, request))
                .build()
                .find(cluster, request);
    }

    private List<InstanceSnapshot> addable(ClusterSnapshot cluster, PlacementRequest request) {
        TreeSet<String> zones = new TreeSet<>();
        cluster.instances().stream()
                .map(InstanceSnapshot::zone)
                .filter(Objects::nonNull)
                .forEach(zones::add);
        if (zones.isEmpty()) {
            zones.addAll(request.subnetAvailabilityZones());
        }
        return CatalogueTypes.named("--add-type", types).stream()
                .flatMap(type -> zones.stream().map(zone -> EmptyInstances.of(type, zone, false)))
                .toList();
    }
}
