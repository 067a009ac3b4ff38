package io.stowage.ecs.validation.input;

import io.stowage.ecs.model.EcsStructure;
import io.stowage.ecs.model.Presence;
import io.stowage.ecs.model.taskdef.CPUArchitecture;
import io.stowage.ecs.validation.internal.WithBuilder;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a container instance, and of the machine and agent behind it.
 *
 * <p>Immutable; made with {@link #builder()}. The canonical constructor grows with the library: it is no part of what stays
 * compatible.
 *
 * @param instanceId the id of the container instance or of the machine
 * @param availabilityZone where it is, such as {@code us-east-1a}
 * @param securityGroups ids of the security groups of the machine
 * @param agentVersion version of the container agent, such as {@code 1.89.0}
 * @param agentConfig keys and values of the agent configuration; present and empty if nothing is configured
 * @param amiManaged whether the optimized image sets up the agent, which turns on more than the agent alone does; absent: no
 * @param spot whether the machine is a Spot Instance; absent: no
 * @param instanceRoleArn the role of the machine. A machine that has none is told from one of which nothing is known by a JSON {@code
 *     null}: {@link #hasNoRole()}
 * @param registeredCpu CPU units that it registers
 * @param registeredMemory memory that it registers, in MiB
 * @param gpuCount number of its GPUs
 * @param cpuArchitecture its architecture
 * @param osType {@code linux} or {@code windows}
 * @param maxTaskEnis network interfaces that it has for tasks: those of its type less the primary one, or the limit of its trunk
 * @param otherMembers members that have no component here, or a value that is not known; see {@link EcsStructure#otherMembers()}
 */
@WithBuilder
public record KnownInstance(
        @Nullable String instanceId,
        @Nullable String availabilityZone,
        List<String> securityGroups,
        @Nullable String agentVersion,
        Map<String, String> agentConfig,
        @Nullable Boolean amiManaged,
        @Nullable Boolean spot,
        @Nullable String instanceRoleArn,
        @Nullable Integer registeredCpu,
        @Nullable Integer registeredMemory,
        @Nullable Integer gpuCount,
        @Nullable CPUArchitecture cpuArchitecture,
        @Nullable String osType,
        @Nullable Integer maxTaskEnis,
        Map<String, @Nullable Object> otherMembers)
        implements EcsStructure {

    /** Copies lists and maps; null stands for absent. */
    public KnownInstance {
        securityGroups = Presence.listOf(securityGroups);
        agentConfig = Presence.mapOf(agentConfig);
        otherMembers = Presence.freeze(otherMembers);
    }

    /**
     * Starts an empty one.
     *
     * @return a new builder in which everything is absent
     */
    public static KnownInstanceBuilder builder() {
        return KnownInstanceBuilder.builder();
    }

    /**
     * Starts from this one.
     *
     * @return a new builder that holds what this object holds
     */
    public KnownInstanceBuilder toBuilder() {
        return KnownInstanceBuilder.builder(this);
    }

    /**
     * Whether the machine is known to have no role: {@code instanceRoleArn} was given as JSON {@code null}. In Java {@code
     * otherMembers} says so, by that name with the value null.
     *
     * @return false if it has one, or if nothing is known
     */
    public boolean hasNoRole() {
        return instanceRoleArn == null
                && otherMembers.containsKey("instanceRoleArn")
                && otherMembers.get("instanceRoleArn") == null;
    }
}
