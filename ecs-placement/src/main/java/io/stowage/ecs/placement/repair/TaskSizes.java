package io.stowage.ecs.placement.repair;

import io.stowage.ecs.model.needs.Need;
import io.stowage.ecs.model.needs.TaskNeeds;
import io.stowage.ecs.model.task.ContainerOverride;
import io.stowage.ecs.model.task.TaskOverride;
import io.stowage.ecs.model.taskdef.ContainerDefinition;
import io.stowage.ecs.model.taskdef.TaskDefinition;
import io.stowage.ecs.placement.PlacementRequest;
import io.stowage.ecs.placement.Quota;
import io.stowage.ecs.placement.Quotas;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** CPU or memory of a task as something that can be lowered, where it is written. */
enum TaskSizes {
    CPU("/cpu") {
        @Override
        Need need(TaskNeeds needs) {
            return needs.cpuUnits();
        }

        @Override
        long leastOfTask(int containers) {
            return Quotas.current().value(Quota.LEAST_TASK_CPU_UNITS);
        }

        @Override
        long leastOfContainer() {
            return 0;
        }

        @Override
        Change change(long from, long to) {
            return new Change.LowerCpu(from, to);
        }
    },
    MEMORY("/memory") {
        @Override
        Need need(TaskNeeds needs) {
            return needs.memoryMib();
        }

        @Override
        long leastOfTask(int containers) {
            return leastOfContainer() * Math.max(1, containers);
        }

        @Override
        long leastOfContainer() {
            return Quotas.current().value(Quota.LEAST_CONTAINER_MEMORY_MIB);
        }

        @Override
        Change change(long from, long to) {
            return new Change.LowerMemory(from, to);
        }
    };

    private static final String OVERRIDES = "/overrides";

    private final String ofTask;

    TaskSizes(String ofTask) {
        this.ofTask = ofTask;
    }

    abstract Need need(TaskNeeds needs);

    /** The least that ECS takes as the size of a task of so many containers. */
    abstract long leastOfTask(int containers);

    /** The least that ECS takes as the size of a container that has one. */
    abstract long leastOfContainer();

    abstract Change change(long from, long to);

    private Need need(PlacementRequest request) {
        return need(TaskNeeds.of(request.taskDefinition(), request.overrides()));
    }

    /** What a task of the request needs. */
    long of(PlacementRequest request) {
        return need(request).amount();
    }

    /** How far it can be lowered: what ECS would refuse is no repair. */
    long least(PlacementRequest request) {
        Need need = need(request);
        if (isOfTask(need)) {
            int containers = request.taskDefinition().containerDefinitions().size();
            return Math.min(need.amount(), leastOfTask(containers));
        }
        return parts(request, need).stream()
                .mapToLong(part -> Math.min(part.value, leastOfContainer()))
                .sum();
    }

    /** The request with another amount. */
    PlacementRequest with(PlacementRequest request, long to) {
        Need need = need(request);
        if (isOfTask(need)) {
            return withTaskSize(request, need.askedBy().get(0), to);
        }
        List<Part> parts = parts(request, need);
        parts.sort(Comparator.comparingLong((Part part) -> part.value).reversed()); // stable: the first of equals
        PlacementRequest changed = request;
        long toTake = need.amount() - to;
        for (Part part : parts) {
            long taken = Math.min(toTake, Math.max(0, part.value - leastOfContainer()));
            if (taken > 0) {
                changed = part.with(changed, (int) (part.value - taken));
                toTake -= taken;
            }
        }
        if (of(changed) != to) {
            throw new IllegalArgumentException("a task that needs " + need.amount() + " cannot be made to need " + to);
        }
        return changed;
    }

    private boolean isOfTask(Need need) {
        return need.askedBy().equals(List.of(ofTask)) || need.askedBy().equals(List.of(OVERRIDES + ofTask));
    }

    private PlacementRequest withTaskSize(PlacementRequest request, String pointer, long to) {
        TaskOverride overrides = request.overrides();
        if (pointer.startsWith(OVERRIDES) && overrides != null) {
            return request.toBuilder()
                    .overrides((this == CPU
                                    ? overrides.toBuilder().cpu(String.valueOf(to))
                                    : overrides.toBuilder().memory(String.valueOf(to)))
                            .build())
                    .build();
        }
        TaskDefinition definition = request.taskDefinition();
        List<ContainerDefinition> containers = definition.containerDefinitions();
        return request.toBuilder()
                .taskDefinition((this == CPU
                                ? definition.toBuilder()
                                        .cpu(String.valueOf(to))
                                        .containerDefinitions(FittingContainers.inCpu(containers, to))
                                : definition.toBuilder()
                                        .memory(String.valueOf(to))
                                        .containerDefinitions(
                                                FittingContainers.inMemory(containers, to, leastOfContainer())))
                        .build())
                .build();
    }

    private static List<Part> parts(PlacementRequest request, Need need) {
        List<Part> parts = new ArrayList<>();
        for (String pointer : need.askedBy()) {
            String[] names = pointer.split("/", -1);
            boolean overridden = pointer.startsWith(OVERRIDES);
            Part part = new Part(overridden, Integer.parseInt(names[overridden ? 3 : 2]), names[overridden ? 4 : 3], 0);
            parts.add(part.reading(request));
        }
        return parts;
    }

    /** One of the members that are added up: of a container, or of its override. */
    private record Part(boolean overridden, int index, String member, long value) {
        Part reading(PlacementRequest request) {
            Integer written;
            if (overridden) {
                ContainerOverride override = Objects.requireNonNull(request.overrides())
                        .containerOverrides()
                        .get(index);
                written = one(override.cpu(), override.memory(), override.memoryReservation());
            } else {
                ContainerDefinition container =
                        request.taskDefinition().containerDefinitions().get(index);
                written = one(container.cpu(), container.memory(), container.memoryReservation());
            }
            return new Part(overridden, index, member, written == null ? 0 : Math.max(0, written));
        }

        private @Nullable Integer one(
                @Nullable Integer cpu, @Nullable Integer memory, @Nullable Integer memoryReservation) {
            return member.equals("cpu") ? cpu : member.equals("memory") ? memory : memoryReservation;
        }

        PlacementRequest with(PlacementRequest request, int to) {
            if (!overridden) {
                return RequestEdits.withContainer(request, index, container -> {
                    var builder = container.toBuilder();
                    return (member.equals("cpu")
                                    ? builder.cpu(to)
                                    : member.equals("memory") ? builder.memory(to) : builder.memoryReservation(to))
                            .build();
                });
            }
            TaskOverride overrides = Objects.requireNonNull(request.overrides());
            List<ContainerOverride> all = new ArrayList<>(overrides.containerOverrides());
            var builder = all.get(index).toBuilder();
            all.set(
                    index,
                    (member.equals("cpu")
                                    ? builder.cpu(to)
                                    : member.equals("memory") ? builder.memory(to) : builder.memoryReservation(to))
                            .build());
            return request.toBuilder()
                    .overrides(overrides.toBuilder().containerOverrides(all).build())
                    .build();
        }
    }
}
