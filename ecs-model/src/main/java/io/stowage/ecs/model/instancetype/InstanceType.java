package io.stowage.ecs.model.instancetype;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * An EC2 instance type.
 *
 * @param name for example {@code m5.large}
 * @param vcpus default number of vCPUs
 * @param memoryMib installed memory in MiB; an instance registers less
 * @param architectures as EC2 names them: {@code x86_64}, {@code arm64}, {@code i386}, {@code x86_64_mac}, {@code arm64_mac}
 * @param maxInterfaces network interfaces, those of all network cards together
 * @param defaultCardMaxInterfaces those of the default card, if there are several cards; {@code null} otherwise
 * @param gpus its GPUs; empty if it has none
 */
public record InstanceType(
        String name,
        int vcpus,
        int memoryMib,
        List<String> architectures,
        int maxInterfaces,
        @Nullable Integer defaultCardMaxInterfaces,
        List<Gpus> gpus) {

    /** Copies the lists. */
    public InstanceType {
        architectures = List.copyOf(architectures);
        gpus = List.copyOf(gpus);
    }

    /**
     * The CPU that a container instance of the type registers.
     *
     * @return CPU units, 1024 to a vCPU
     */
    public int cpuUnits() {
        return vcpus * 1024;
    }

    /**
     * The memory that a container instance of the type registers, before {@code ECS_RESERVED_MEMORY}.
     *
     * @return MiB, estimated by {@link RegisteredMemory#estimateMib}
     */
    public int registeredMemoryMib() {
        return RegisteredMemory.estimateMib(memoryMib);
    }

    /**
     * The value of the attribute {@code ecs.cpu-architecture}.
     *
     * @return {@code x86_64} or {@code arm64}; empty for types that run no containers of ECS
     */
    public Optional<String> cpuArchitecture() {
        return architectures.stream()
                .filter(a -> a.equals("x86_64") || a.equals("arm64"))
                .findFirst();
    }

    /**
     * Tasks in {@code awsvpc} mode that an instance takes without trunking: one interface belongs to the instance itself.
     *
     * @return at least 0
     */
    public int taskInterfaces() {
        return Math.max(0, maxInterfaces - 1);
    }

    /**
     * Tasks in {@code awsvpc} mode that an instance takes with trunking ({@code awsvpcTrunking}).
     *
     * @return empty if the type does not support it, or if it is newer than the list of those that do
     */
    public OptionalInt trunkTaskInterfaces() {
        return TaskInterfaceLimits.trunk(name);
    }

    /**
     * The same as a past edition of the <a
     * href="https://docs.aws.amazon.com/AmazonECS/latest/developerguide/eni-trunking-supported-instance-types.html">list of
     * supported types</a> had it.
     *
     * @param month the month of the edition
     * @return empty if no edition up to then lists the type, or if it is listed as not supported
     */
    public OptionalInt trunkTaskInterfaces(YearMonth month) {
        return TaskInterfaceLimits.trunk(name, month);
    }

    /**
     * Whole GPUs that tasks can reserve.
     *
     * @return at least 0
     */
    public int gpuCount() {
        return gpus.stream().mapToInt(Gpus::count).sum();
    }

    /**
     * The family of the type.
     *
     * @return what stands before the dot, for example {@code m5}
     */
    public String family() {
        return name.substring(0, name.indexOf('.'));
    }
}
