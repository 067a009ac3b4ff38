package io.stowage.ecs.placement.internal.engine;

import io.stowage.ecs.placement.PlacementRequest;
import io.stowage.ecs.placement.snapshot.ClusterSnapshot;
import io.stowage.ecs.placement.snapshot.InstanceSnapshot;
import java.util.List;

/**
 * The cluster as it would be of new instances: the same machines with the same attributes, active, connected, without tasks. What fails
 * here fails on every instance of these kinds, however long one waits.
 */
final class Emptied {
    private Emptied() {}

    /** The books of such a cluster, with the room that the daemons would take on each new instance. */
    static EngineCore of(EngineConfig config, EngineCore core, List<PlacementRequest> daemons) {
        List<InstanceSnapshot> instances = core.cluster().stream()
                .map(instance -> emptied(core.describe(core.instance(instance.id()))))
                .toList();
        EngineCore empty = new ExhaustiveCore(ClusterSnapshot.ofSnapshots(instances, List.of()), config.resources());
        DaemonScheduler.reserve(config, empty, new Transaction(empty, new TaskNames()), daemons);
        return empty;
    }

    private static InstanceSnapshot emptied(InstanceSnapshot instance) {
        return instance.toBuilder()
                .status("ACTIVE")
                .agentConnected(true)
                .remaining(instance.registered())
                .takenPorts(instance.reservedPorts())
                .runningTasksCount(0)
                .build();
    }
}
