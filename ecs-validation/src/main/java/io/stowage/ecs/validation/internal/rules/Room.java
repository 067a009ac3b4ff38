package io.stowage.ecs.validation.internal.rules;

import io.stowage.ecs.model.taskdef.ContainerDefinition;
import io.stowage.ecs.model.taskdef.TaskDefinition;
import io.stowage.ecs.placement.PlacementEngine;
import io.stowage.ecs.placement.PlacementRequest;
import io.stowage.ecs.placement.snapshot.ClusterSnapshot;
import io.stowage.ecs.placement.snapshot.InstanceResources;
import io.stowage.ecs.placement.snapshot.InstanceSnapshot;
import io.stowage.ecs.validation.input.KnownInstance;
import io.stowage.ecs.validation.spi.Facts;
import io.stowage.ecs.validation.spi.View;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * How many tasks the memory of the instances holds, asked of the placement engine. Only memory is limited: what else an instance
 * may lack has rules of its own, or is not known. Instances with equally much memory give equal answers and are asked about once.
 */
final class Room {
    private static final Function<Facts, Long> IN_MEMORY = Room::findInMemory;

    /** Where an instance has room for so many, nobody counts on. */
    private static final int ENOUGH_ON_ONE = 10_000;

    private Room() {}

    /** The rule is silent unless the memory of all instances is known, and the task reserves some. */
    static long inMemory(Facts facts) {
        return facts.once(IN_MEMORY);
    }

    private static long findInMemory(Facts facts) {
        Map<Integer, Long> instancesByMemory = new TreeMap<>();
        for (View<KnownInstance> instance : Hosting.instances(facts)) {
            int mib = instance.get(KnownInstance::registeredMemory);
            instancesByMemory.merge(View.<Integer>orSilent(mib < 0 ? null : mib), 1L, Long::sum);
        }
        // Asked for first: what the engine sees as no need at all may be a size that is not known.
        long needed = Hosting.memoryMib(facts);
        TaskDefinition task = memoryAlone(facts.task().get());
        long room = 0;
        for (Map.Entry<Integer, Long> kind : instancesByMemory.entrySet()) {
            long onOne = needed > kind.getKey() ? 0 : tasksOnOne(task, kind.getKey());
            room += kind.getValue() * View.<Long>orSilent(onOne == ENOUGH_ON_ONE ? null : onOne);
        }
        return room;
    }

    private static long tasksOnOne(TaskDefinition task, int memoryMib) {
        InstanceSnapshot instance = InstanceSnapshot.builder(
                        "instance", InstanceResources.of(InstanceResources.MOST, memoryMib))
                .build();
        PlacementRequest request = PlacementRequest.builder(task)
                .count(ENOUGH_ON_ONE)
                .apiLimits(false)
                .platformCheck(false)
                .build();
        return PlacementEngine.standard()
                .place(ClusterSnapshot.ofSnapshots(List.of(instance), List.of()), request)
                .placements()
                .size();
    }

    /** The task without what an instance other than in memory would have to have. */
    private static TaskDefinition memoryAlone(TaskDefinition task) {
        return task.toBuilder()
                .cpu(null)
                .networkMode(null)
                .placementConstraints(List.of())
                .requiresAttributes(List.of())
                .containerDefinitions(task.containerDefinitions().stream()
                        .map(Room::memoryAlone)
                        .toList())
                .build();
    }

    private static ContainerDefinition memoryAlone(ContainerDefinition container) {
        return container.toBuilder()
                .cpu(null)
                .portMappings(List.of())
                .resourceRequirements(List.of())
                .build();
    }
}
