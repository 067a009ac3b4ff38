package io.stowage.ecs.validation.internal.rules;

import static io.stowage.ecs.validation.internal.rules.Places.CONTAINERS;
import static io.stowage.ecs.validation.internal.rules.Places.EPHEMERAL_STORAGE;
import static io.stowage.ecs.validation.internal.rules.Places.TASK;
import static io.stowage.ecs.validation.spi.Rule.error;
import static io.stowage.ecs.validation.spi.Rule.note;
import static io.stowage.ecs.validation.spi.Rule.warning;

import io.stowage.ecs.model.needs.TaskSize;
import io.stowage.ecs.model.taskdef.ContainerDefinition;
import io.stowage.ecs.model.taskdef.EphemeralStorage;
import io.stowage.ecs.model.taskdef.TaskDefinition;
import io.stowage.ecs.validation.internal.tables.FargateSizes;
import io.stowage.ecs.validation.internal.tables.KnownBounds;
import io.stowage.ecs.validation.spi.Bounds;
import io.stowage.ecs.validation.spi.Facts;
import io.stowage.ecs.validation.spi.Rule;
import io.stowage.ecs.validation.spi.View;
import java.util.ArrayList;
import java.util.List;

/** Section 2 of the catalogue: cpu, memory and ephemeral storage of tasks and containers. */
final class SizeRules {
    private static final Bounds TASK_CPU = KnownBounds.of("task-cpu-units-on-instances");
    private static final Bounds CONTAINER_CPU = KnownBounds.of("container-cpu-units");
    private static final Bounds CONTAINER_MEMORY = KnownBounds.of("container-memory-mib");
    private static final Bounds EPHEMERAL_GIB = KnownBounds.of("ephemeral-storage-gib");

    static final RuleGroup GROUP = new RuleGroup("2. Task definition: size", rules());

    private SizeRules() {}

    private static List<Rule> rules() {
        List<Rule> rules = new ArrayList<>();
        rules.addAll(ofTasks());
        rules.addAll(ofContainers());
        rules.addAll(onFargate());
        rules.addAll(AcceleratorRules.rules());
        return rules;
    }

    private static List<Rule> ofTasks() {
        return List.of(
                error("size.cpu-format")
                        .summary("The `cpu` of the task is neither a whole number of CPU units nor a number of vCPU.")
                        .source("API:RegisterTaskDefinitionRequest.cpu; DOC:task-cpu-memory-error")
                        .in(TASK)
                        .when(TaskDefinition::cpu, cpu -> TaskSize.cpuUnits(cpu).isEmpty())
                        .message("`cpu` is \"{value}\", which is not a cpu size.")
                        .fix("Write CPU units (\"1024\") or \"1 vCPU\"."),
                error("size.memory-format")
                        .summary("The `memory` of the task is neither a whole number of MiB nor a number of GB; other"
                                + " units are not accepted.")
                        .source("API:RegisterTaskDefinitionRequest.memory")
                        .in(TASK)
                        .when(
                                TaskDefinition::memory,
                                memory -> TaskSize.memoryMib(memory).isEmpty())
                        .message("`memory` is \"{value}\", which is not a memory size.")
                        .fix("Write MiB (\"2048\") or \"2 GB\"."),
                error("size.ec2-cpu-range")
                        .summary("The `cpu` of a Linux task on instances is outside the range.")
                        .source("API:RegisterTaskDefinitionRequest.cpu; DOC:task-cpu-memory-error")
                        .in(TASK)
                        .unless(Facts::onFargate)
                        .unless(Facts::onWindows)
                        .needing(TaskDefinition::cpu)
                        .whenAt(
                                TaskDefinition::cpu,
                                task -> !TASK_CPU.contains(task.facts().taskCpuUnits()))
                        .with("units", task -> task.facts().taskCpuUnits())
                        .message("`cpu` is {units} units, outside of " + TASK_CPU.min() + " to " + TASK_CPU.max()
                                + " units for tasks on instances.")
                        .fix("Choose a value in that range."),
                warning("size.windows-task-size-ignored")
                        .summary("A Windows task on instances has a task-level `cpu` or `memory`, which is ignored when"
                                + " it runs.")
                        .source("API:RegisterTaskDefinitionRequest.cpu; DOC:windows_task_definitions")
                        .in(TASK)
                        .unless(Facts::onFargate)
                        .given(Facts::onWindows)
                        .whenPresent(TaskDefinition::cpu)
                        .whenPresent(TaskDefinition::memory)
                        .message("The task-level size {value} is ignored for Windows containers on instances.")
                        .fix("Set `cpu` and `memory` on the containers."),
                error("size.ephemeral-storage-range")
                        .summary(
                                "The ephemeral storage is outside the range; the default of 20 GiB cannot be asked for.")
                        .source("API:EphemeralStorage.sizeInGiB; DOC:fargate-task-storage")
                        .in(EPHEMERAL_STORAGE)
                        .whenOutside(EphemeralStorage::sizeInGiB, EPHEMERAL_GIB)
                        .message("`sizeInGiB` is {value} GiB, outside of {min} to {max}.")
                        .fix("Use {min} to {max}, or remove the member for the default of 20 GiB."),
                warning("size.ephemeral-storage-not-fargate")
                        .summary("`ephemeralStorage` on a task that is not for Fargate has no effect.")
                        .source("API:RegisterTaskDefinitionRequest.ephemeralStorage; OUR")
                        .in(TASK)
                        .unless(Facts::onFargate)
                        .whenPresent(TaskDefinition::ephemeralStorage)
                        .message("`ephemeralStorage` only takes effect on Fargate, and this task is not for Fargate.")
                        .fix("Remove it, or add FARGATE to `requiresCompatibilities`."));
    }

    private static List<Rule> ofContainers() {
        return List.of(
                error("size.container-memory-missing")
                        .summary("Neither the task nor the container has any memory.")
                        .source("API:ContainerDefinition.memoryReservation; ISSUE:klothoplatform/klotho#892;"
                                + " ISSUE:cuttlesoft/ecs-deploy.py#17")
                        .in(CONTAINERS)
                        .unless(Facts::onFargate)
                        .whenHere(container -> container.facts().task().lacks(TaskDefinition::memory)
                                && container.getOr(ContainerDefinition::memory, 0) == 0
                                && container.getOr(ContainerDefinition::memoryReservation, 0) == 0)
                        .message("Container \"{name}\" has no memory: neither the task has `memory`, nor the container"
                                + " `memory` or `memoryReservation`.")
                        .fix("Add `memory` (hard limit) or `memoryReservation` (soft limit) to the container."),
                error("size.reservation-above-memory")
                        .summary("The `memoryReservation` of a container is greater than its `memory`.")
                        .source("API:ContainerDefinition.memoryReservation")
                        .in(CONTAINERS)
                        .needing(ContainerDefinition::memory, ContainerDefinition::memoryReservation)
                        .whenAt(
                                ContainerDefinition::memoryReservation,
                                c -> c.get(ContainerDefinition::memoryReservation) > hardLimit(c))
                        .message("`memoryReservation` is {value} MiB, above the hard limit of {memory} MiB.")
                        .fix("Lower the reservation or raise `memory`."),
                note("size.reservation-equals-memory")
                        .summary("The `memoryReservation` of a container equals its `memory`, and so has no effect.")
                        .source("API:ContainerDefinition.memory; PRE:pf-ecs-container-memory-reservation")
                        .in(CONTAINERS)
                        .needing(ContainerDefinition::memory, ContainerDefinition::memoryReservation)
                        .whenAt(
                                ContainerDefinition::memoryReservation,
                                c -> c.get(ContainerDefinition::memoryReservation) == hardLimit(c))
                        .message("Reservation and hard limit are both {memory} MiB; the reservation has no effect.")
                        .fix("Drop `memoryReservation` or lower it."),
                error("size.container-memory-minimum")
                        .summary("The `memory` or `memoryReservation` of a container is below what the container"
                                + " runtime needs.")
                        .source("API:ContainerDefinition.memory")
                        .in(CONTAINERS)
                        .when(ContainerDefinition::memory, SizeRules::isBelowMinimum)
                        .when(ContainerDefinition::memoryReservation, SizeRules::isBelowMinimum)
                        .message("{value} MiB is below the minimum of " + CONTAINER_MEMORY.min()
                                + " MiB of the container runtime.")
                        .fix("Use " + CONTAINER_MEMORY.min() + " MiB or more."),
                error("size.container-memory-above-task")
                        .summary("The `memory` of a single container is greater than that of the task.")
                        .source("API:ContainerDefinition.memory")
                        .in(CONTAINERS)
                        .needing(ContainerDefinition::memory)
                        .whenAt(
                                ContainerDefinition::memory,
                                c -> c.get(ContainerDefinition::memory)
                                        > c.facts().taskMemoryMib())
                        .with("task", c -> c.facts().taskMemoryMib())
                        .message("The limit of container \"{name}\" is {memory} MiB, above the {task} MiB of the task.")
                        .fix("Raise the `memory` of the task or lower that of the container."),
                error("size.sum-container-memory")
                        .summary("The containers together reserve more memory than the task has. A container reserves"
                                + " its `memoryReservation`, or its `memory` without one.")
                        .source("API:ContainerDefinition.memory; ISSUE:klothoplatform/klotho#892")
                        .in(TASK)
                        .needing(TaskDefinition::memory)
                        .whenAt(
                                TaskDefinition::memory,
                                task -> reservedMib(task) > task.facts().taskMemoryMib())
                        .with("sum", SizeRules::reservedMib)
                        .with("task", task -> task.facts().taskMemoryMib())
                        .message("The containers reserve {sum} MiB, but the task has {task} MiB.")
                        .fix("Raise the `memory` of the task or lower that of the containers."),
                error("size.sum-container-cpu")
                        .summary("The containers together ask for more cpu than the task has.")
                        .source("API:ContainerDefinition.cpu; ISSUE:klothoplatform/klotho#892")
                        .in(TASK)
                        .needing(TaskDefinition::cpu)
                        .whenAt(
                                TaskDefinition::cpu,
                                task -> cpuUnits(task) > task.facts().taskCpuUnits())
                        .with("sum", SizeRules::cpuUnits)
                        .with("task", task -> task.facts().taskCpuUnits())
                        .message("The containers ask for {sum} CPU units, but the task has {task}.")
                        .fix("Raise the `cpu` of the task or lower that of the containers."),
                error("size.container-cpu-negative")
                        .summary("The `cpu` of a container is negative.")
                        .source("API:ContainerDefinition.cpu")
                        .in(CONTAINERS)
                        .when(ContainerDefinition::cpu, cpu -> cpu < CONTAINER_CPU.min())
                        .message("`cpu` is {value}, which is negative.")
                        .fix("Use 0 or more; 0 reserves nothing."),
                warning("size.container-cpu-above-kernel-maximum")
                        .summary("The `cpu` of a Linux container is above the cpu shares that the kernel knows, and is"
                                + " capped.")
                        .source("API:ContainerDefinition.cpu")
                        .in(CONTAINERS)
                        .unless(Facts::onWindows)
                        .when(ContainerDefinition::cpu, cpu -> cpu > CONTAINER_CPU.max())
                        .message("`cpu` is {value}, above the " + CONTAINER_CPU.max()
                                + " shares of the Linux kernel, and is capped.")
                        .fix("Use at most " + CONTAINER_CPU.max() + "."));
    }

    private static List<Rule> onFargate() {
        return List.of(
                error("size.fargate-cpu-missing")
                        .summary("A Fargate task has no task-level `cpu`.")
                        .source("API:RegisterTaskDefinitionRequest.cpu; LINT:E3048; ISSUE:klothoplatform/klotho#892")
                        .in(TASK)
                        .given(Facts::onFargate)
                        .whenAbsent(TaskDefinition::cpu)
                        .message("The task has no `cpu`; Fargate tasks need one.")
                        .fix("Set `cpu` to " + FargateSizes.tiers() + "."),
                error("size.fargate-memory-missing")
                        .summary("A Fargate task has no task-level `memory`.")
                        .source("API:RegisterTaskDefinitionRequest.memory; LINT:E3048")
                        .in(TASK)
                        .given(Facts::onFargate)
                        .whenAbsent(TaskDefinition::memory)
                        .message("The task has no `memory`; Fargate tasks need one.")
                        .fix("Set `memory` to a value that Fargate offers for the `cpu`."),
                error("size.fargate-cpu-value")
                        .summary("The `cpu` of a Fargate task is none of the tiers.")
                        .source("DOC:task-cpu-memory-error; LINT:E3048")
                        .in(TASK)
                        .given(Facts::onFargate)
                        .needing(TaskDefinition::cpu)
                        .whenAt(
                                TaskDefinition::cpu,
                                task -> !FargateSizes.isTier(task.facts().taskCpuUnits()))
                        .with("units", task -> task.facts().taskCpuUnits())
                        .with(
                                "nearest",
                                task -> FargateSizes.nearestTiers(task.facts().taskCpuUnits()))
                        .message("`cpu` is {units} CPU units, which is not a Fargate size; nearest: {nearest}.")
                        .fix("Use " + FargateSizes.tiers() + "."),
                error("size.fargate-memory-for-cpu")
                        .summary("The `memory` of a Fargate task is not offered with its `cpu`.")
                        .source("API:RegisterTaskDefinitionRequest.memory; DOC:task-cpu-memory-error; LINT:E3047")
                        .in(TASK)
                        .given(Facts::onFargate)
                        .needing(TaskDefinition::cpu, TaskDefinition::memory)
                        .whenAt(
                                TaskDefinition::memory,
                                task -> isTierWithout(
                                        task.facts().taskCpuUnits(),
                                        task.facts().taskMemoryMib()))
                        .with("units", task -> task.facts().taskCpuUnits())
                        .with("mib", task -> task.facts().taskMemoryMib())
                        .with(
                                "allowed",
                                task -> FargateSizes.memoryFor(task.facts().taskCpuUnits()))
                        .with("orTier", SizeRules::orTier)
                        .message("`memory` is {mib} MiB, but {units} CPU units on Fargate take {allowed} MiB.")
                        .fix("Choose such a memory{orTier}."),
                error("size.fargate-windows-cpu")
                        .summary("A Windows task on Fargate has a `cpu` that only Linux tasks may have.")
                        .source("API:RegisterTaskDefinitionRequest.memory; DOC:task-cpu-memory-error")
                        .in(TASK)
                        .given(Facts::onFargate)
                        .given(Facts::onWindows)
                        .needing(TaskDefinition::cpu)
                        .whenAt(
                                TaskDefinition::cpu,
                                task -> isLinuxTier(task.facts().taskCpuUnits()))
                        .with("units", task -> task.facts().taskCpuUnits())
                        .message("`cpu` is {units} CPU units; Windows containers on Fargate run with "
                                + FargateSizes.windowsTiers() + ".")
                        .fix("Use " + FargateSizes.windowsTiers() + "."));
    }

    /** The {@code memory} of a container; 0 is how some tools write "none". */
    private static int hardLimit(View<ContainerDefinition> container) {
        int memory = container.get(ContainerDefinition::memory);
        return View.<Integer>orSilent(memory == 0 ? null : memory);
    }

    private static boolean isBelowMinimum(int mib) {
        return mib != 0 && !CONTAINER_MEMORY.contains(mib);
    }

    private static long reservedMib(View<TaskDefinition> task) {
        long sum = 0;
        for (View<ContainerDefinition> container : task.each(TaskDefinition::containerDefinitions)) {
            int hard = container.getOr(ContainerDefinition::memory, 0);
            // A negative size is a finding of its own and must not make room for the other containers.
            sum += Math.max(0, container.getOr(ContainerDefinition::memoryReservation, hard));
        }
        return sum;
    }

    private static long cpuUnits(View<TaskDefinition> task) {
        long sum = 0;
        for (View<ContainerDefinition> container : task.each(TaskDefinition::containerDefinitions)) {
            sum += Math.max(0, container.getOr(ContainerDefinition::cpu, 0));
        }
        return sum;
    }

    private static boolean isTierWithout(long cpuUnits, long memoryMib) {
        return FargateSizes.isTier(cpuUnits) && !FargateSizes.isSize(cpuUnits, memoryMib);
    }

    private static String orTier(View<TaskDefinition> task) {
        long memoryMib = task.facts().taskMemoryMib();
        String tiers = FargateSizes.tiersWith(memoryMib);
        return tiers.isEmpty() ? "" : ", or a `cpu` that offers " + memoryMib + " MiB: " + tiers;
    }

    private static boolean isLinuxTier(long cpuUnits) {
        return FargateSizes.isTier(cpuUnits) && !FargateSizes.runsWindows(cpuUnits);
    }
}
