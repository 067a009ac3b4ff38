package io.stowage.ecs.benchmarks;

import io.stowage.ecs.model.taskdef.ContainerDefinition;
import io.stowage.ecs.model.taskdef.TaskDefinition;
import io.stowage.ecs.placement.PlacementRequest;
import java.util.List;
import java.util.Locale;

/**
 * One of the services of a workload: its number gives its shape and its kind.
 *
 * @param number from 0
 */
public record Service(int number) {
    /** How many services a workload has. */
    public static final int COUNT = 200;

    /** CPU units of a task. */
    public int cpuUnits() {
        return 128 + 64 * (7 * number % 15);
    }

    /** MiB of a task. */
    public int memoryMib() {
        return 256 + 32 * (37 * number % 57);
    }

    ServiceKind kind() {
        return ServiceKind.of(number);
    }

    String name() {
        return String.format(Locale.ROOT, "service-%03d", number);
    }

    String group() {
        return "service:" + name();
    }

    /** A deployment of that many more tasks. */
    PlacementRequest request(int tasks) {
        TaskDefinition definition = TaskDefinition.builder()
                .family(name())
                .containerDefinitions(List.of(ContainerDefinition.builder()
                        .name("app")
                        .image("app:1")
                        .cpu(cpuUnits())
                        .memory(memoryMib())
                        .build()))
                .build();
        return PlacementRequest.builder(definition)
                .service(name())
                .count(tasks)
                .placementConstraints(kind().constraints())
                .placementStrategy(kind().strategies())
                .build();
    }
}
