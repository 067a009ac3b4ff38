package io.stowage.ecs.placement;

import io.stowage.ecs.model.placement.PlacementConstraint;
import io.stowage.ecs.model.placement.PlacementConstraintType;
import io.stowage.ecs.model.placement.PlacementStrategy;
import io.stowage.ecs.model.placement.PlacementStrategyType;
import io.stowage.ecs.model.taskdef.ContainerDefinition;
import io.stowage.ecs.model.taskdef.ContainerDefinitionBuilder;
import io.stowage.ecs.model.taskdef.NetworkMode;
import io.stowage.ecs.model.taskdef.PortMapping;
import io.stowage.ecs.model.taskdef.TaskDefinition;
import io.stowage.ecs.placement.snapshot.ClusterSnapshot;
import io.stowage.ecs.placement.snapshot.InstanceResources;
import io.stowage.ecs.placement.snapshot.InstanceSnapshot;
import io.stowage.ecs.placement.snapshot.InstanceSnapshotBuilder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Small pieces that tests are built of. */
public final class Clusters {
    private Clusters() {}

    /** An instance of 4096 CPU units and 4096 MiB in a zone. */
    public static InstanceSnapshotBuilder instance(String id, String zone) {
        return InstanceSnapshot.builder(id, InstanceResources.of(4096, 4096))
                .attribute(InstanceSnapshot.ZONE_ATTRIBUTE, zone);
    }

    public static InstanceSnapshotBuilder instance(String id) {
        return instance(id, "z1");
    }

    public static ClusterSnapshot cluster(InstanceSnapshotBuilder... instances) {
        return ClusterSnapshot.ofSnapshots(
                List.of(instances).stream().map(InstanceSnapshotBuilder::build).toList(), List.of());
    }

    /** A task definition of one container. */
    public static TaskDefinition task(int cpuUnits, int memoryMib) {
        return task(container(cpuUnits, memoryMib));
    }

    public static TaskDefinition task(ContainerDefinitionBuilder container) {
        return TaskDefinition.builder()
                .family("app")
                .networkMode(NetworkMode.BRIDGE)
                .containerDefinitions(List.of(container.build()))
                .build();
    }

    public static ContainerDefinitionBuilder container(int cpuUnits, int memoryMib) {
        return ContainerDefinition.builder().name("main").cpu(cpuUnits).memory(memoryMib);
    }

    public static PortMapping port(int port) {
        return PortMapping.builder().containerPort(port).hostPort(port).build();
    }

    public static PlacementStrategy strategy(String type, @Nullable String field) {
        return PlacementStrategy.builder()
                .type(new PlacementStrategyType(type))
                .field(field)
                .build();
    }

    public static PlacementConstraint constraint(String type, @Nullable String expression) {
        return PlacementConstraint.builder()
                .type(new PlacementConstraintType(type))
                .expression(expression)
                .build();
    }

    /** A request of the service {@code web}. */
    public static PlacementRequest.Builder web(TaskDefinition definition) {
        return PlacementRequest.builder(definition).service("web");
    }

    public static List<String> on(List<Placement> placements) {
        return placements.stream().map(Placement::containerInstance).toList();
    }
}
