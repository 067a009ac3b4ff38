package io.stowage.ecs.model.task;

import io.stowage.ecs.model.EcsStructure;
import io.stowage.ecs.model.Presence;
import io.stowage.ecs.model.common.KeyValuePair;
import io.stowage.ecs.model.internal.WithBuilder;
import io.stowage.ecs.model.taskdef.EnvironmentFile;
import io.stowage.ecs.model.taskdef.ResourceRequirement;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one container of a task gets instead of what its definition says. An override of nothing may stand without a name.
 *
 * <p>Mirrors
 * <a href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerOverride.html">ContainerOverride</a>.
 * Immutable; made with {@link #builder()}. The canonical constructor grows with the API: it is no part of what stays compatible.
 *
 * @param command replaces the command; absent: unchanged
 * @param cpu replaces the CPU units; absent: unchanged
 * @param environment environment variables added to those of the definition, or replacing those of the same name
 * @param environmentFiles replace the environment files of the definition; empty: unchanged
 * @param memory replaces the hard limit, in MiB; absent: unchanged
 * @param memoryReservation replaces the soft limit, in MiB; absent: unchanged
 * @param name the {@code name} of the container definition meant; required when anything is overridden
 * @param resourceRequirements replace the accelerators asked for; empty: unchanged
 * @param otherMembers members that have no component here; see {@link EcsStructure#otherMembers()}
 */
@WithBuilder
public record ContainerOverride(
        List<String> command,
        @Nullable Integer cpu,
        List<KeyValuePair> environment,
        List<EnvironmentFile> environmentFiles,
        @Nullable Integer memory,
        @Nullable Integer memoryReservation,
        @Nullable String name,
        List<ResourceRequirement> resourceRequirements,
        Map<String, @Nullable Object> otherMembers)
        implements EcsStructure {

    /** Copies lists and maps; null stands for absent. */
    public ContainerOverride {
        command = Presence.listOf(command);
        environment = Presence.listOf(environment);
        environmentFiles = Presence.listOf(environmentFiles);
        resourceRequirements = Presence.listOf(resourceRequirements);
        otherMembers = Presence.freeze(otherMembers);
    }

    /**
     * Starts an empty one.
     *
     * @return a new builder in which everything is absent
     */
    public static ContainerOverrideBuilder builder() {
        return ContainerOverrideBuilder.builder();
    }

    /**
     * Starts from this one.
     *
     * @return a new builder that holds what this object holds
     */
    public ContainerOverrideBuilder toBuilder() {
        return ContainerOverrideBuilder.builder(this);
    }
}
