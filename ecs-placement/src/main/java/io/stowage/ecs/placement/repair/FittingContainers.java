package io.stowage.ecs.placement.repair;

import io.stowage.ecs.model.taskdef.ContainerDefinition;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Containers that fit in a task whose own size was lowered: ECS refuses a task definition whose containers ask for more than the
 * task has. What is too much is taken from the container that asks for most, then from the next.
 */
final class FittingContainers {
    private FittingContainers() {}

    /** Together they ask for no more CPU than that. */
    static List<ContainerDefinition> inCpu(List<ContainerDefinition> containers, long mostUnits) {
        long[] units = fitting(containers, container -> number(container.cpu()), mostUnits, 0);
        return changed(
                containers,
                units,
                (container, cpu) -> cpu == number(container.cpu())
                        ? container
                        : container.toBuilder().cpu((int) cpu).build());
    }

    /** Together they reserve no more memory than that, and none has a greater limit. */
    static List<ContainerDefinition> inMemory(List<ContainerDefinition> containers, long mostMib, long leastMib) {
        long[] mib = fitting(containers, FittingContainers::reserved, mostMib, leastMib);
        return changed(containers, mib, (container, memory) -> {
            Integer limit = container.memory();
            boolean soft = container.memoryReservation() != null;
            var builder = container.toBuilder();
            if (memory != reserved(container)) {
                builder = soft ? builder.memoryReservation((int) memory) : builder.memory((int) memory);
            }
            return (soft && number(limit) > mostMib ? builder.memory((int) mostMib) : builder).build();
        });
    }

    private static long reserved(ContainerDefinition container) {
        return number(container.memoryReservation() == null ? container.memory() : container.memoryReservation());
    }

    private static long number(@Nullable Integer value) {
        return value == null ? 0 : Math.max(0, value);
    }

    private static long[] fitting(
            List<ContainerDefinition> containers, ToLongFunction<ContainerDefinition> asked, long most, long least) {
        long[] amounts = containers.stream().mapToLong(asked).toArray();
        long tooMuch =
                IntStream.range(0, amounts.length).mapToLong(i -> amounts[i]).sum() - most;
        List<Integer> greatestFirst = IntStream.range(0, amounts.length)
                .boxed()
                .sorted(Comparator.comparingLong((Integer i) -> -amounts[i]))
                .toList();
        for (int i : greatestFirst) {
            long taken = Math.max(0, Math.min(tooMuch, amounts[i] - least));
            amounts[i] -= taken;
            tooMuch -= taken;
        }
        return amounts;
    }

    private interface Lowering {
        ContainerDefinition of(ContainerDefinition container, long amount);
    }

    private static List<ContainerDefinition> changed(
            List<ContainerDefinition> containers, long[] amounts, Lowering lowering) {
        List<ContainerDefinition> changed = new ArrayList<>();
        for (int i = 0; i < amounts.length; i++) {
            changed.add(lowering.of(containers.get(i), amounts[i]));
        }
        return changed;
    }
}
