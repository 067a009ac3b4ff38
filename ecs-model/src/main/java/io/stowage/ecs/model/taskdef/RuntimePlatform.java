package io.stowage.ecs.model.taskdef;

import io.stowage.ecs.model.EcsStructure;
import io.stowage.ecs.model.Presence;
import io.stowage.ecs.model.internal.WithBuilder;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The operating system and processor architecture that a task is built for.
 *
 * <p>Mirrors
 * <a href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RuntimePlatform.html">RuntimePlatform</a>.
 * Immutable; made with {@link #builder()}. The canonical constructor grows with the API: it is no part of what stays compatible.
 *
 * @param cpuArchitecture the architecture; absent: on Fargate {@link CPUArchitecture#X86_64}, on instances nothing is demanded
 * @param operatingSystemFamily the operating system; absent: on Fargate {@link OSFamily#LINUX}, on instances nothing is demanded
 * @param otherMembers members that have no component here; see {@link EcsStructure#otherMembers()}
 */
@WithBuilder
public record RuntimePlatform(
        @Nullable CPUArchitecture cpuArchitecture,
        @Nullable OSFamily operatingSystemFamily,
        Map<String, @Nullable Object> otherMembers)
        implements EcsStructure {

    /** Copies lists and maps; null stands for absent. */
    public RuntimePlatform {
        otherMembers = Presence.freeze(otherMembers);
    }

    /**
     * Starts an empty one.
     *
     * @return a new builder in which everything is absent
     */
    public static RuntimePlatformBuilder builder() {
        return RuntimePlatformBuilder.builder();
    }

    /**
     * Starts from this one.
     *
     * @return a new builder that holds what this object holds
     */
    public RuntimePlatformBuilder toBuilder() {
        return RuntimePlatformBuilder.builder(this);
    }

    /**
     * The architecture of the processors: what is written, or {@code X86_64}.
     *
     * @return never null
     */
    public CPUArchitecture effectiveCpuArchitecture() {
        return cpuArchitecture == null ? CPUArchitecture.X86_64 : cpuArchitecture;
    }

    /**
     * The operating system: what is written, or {@code LINUX}.
     *
     * @return never null
     */
    public OSFamily effectiveOperatingSystemFamily() {
        return operatingSystemFamily == null ? OSFamily.LINUX : operatingSystemFamily;
    }
}
