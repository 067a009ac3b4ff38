package io.stowage.ecs.model.taskdef;

import io.stowage.ecs.model.EcsStructure;
import io.stowage.ecs.model.Presence;
import io.stowage.ecs.model.common.KeyValuePair;
import io.stowage.ecs.model.internal.WithBuilder;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One container of a task: its image, what it runs, and what it may use.
 *
 * <p>Mirrors
 * <a href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html">ContainerDefinition</a>.
 * Immutable; made with {@link #builder()}. The canonical constructor grows with the API: it is no part of what stays compatible.
 *
 * @param command arguments of the entry point, in place of the {@code CMD} of the image; absent: those of the image
 * @param cpu CPU units, 1024 to a vCPU; absent or 0: nothing reserved. On Linux a relative share (0 and 1 run as 2), on Windows a
 *     limit. The sum over the containers is at most the {@code cpu} of the task; without that it is what the task reserves
 * @param credentialSpecs at most one gMSA credential specification: {@code credentialspec:} or {@code credentialspecdomainless:}
 *     and the ARN of an S3 object or SSM parameter; empty: the container joins no domain
 * @param dependsOn containers that must reach a condition before this one starts, and stop after it; empty: it waits for none. On
 *     Fargate from platform version 1.3.0
 * @param disableNetworking whether the container gets no network; absent: false. Not in network mode {@code awsvpc}, so not on
 *     Fargate, and not on Windows
 * @param dnsSearchDomains search domains for name resolution in the container; empty: those of the runtime. Not on Fargate or
 *     Windows
 * @param dnsServers IP addresses of name servers for the container; empty: those of the runtime. Not in network mode
 *     {@code awsvpc}, and not on Windows
 * @param dockerLabels labels put on the container; may be empty
 * @param dockerSecurityOptions {@code no-new-privileges}, {@code apparmor:PROFILE}, {@code label:VALUE} (SELinux) or
 *     {@code credentialspec:VALUE}; empty: the settings of the runtime. Not on Fargate
 * @param entryPoint the program with its first arguments, in place of the {@code ENTRYPOINT} of the image; absent: that of the
 *     image
 * @param environment environment variables in plain text; they win over those of {@code environmentFiles}. May be empty
 * @param environmentFiles files of environment variables in S3, at most 10; if not empty, needs an {@code executionRoleArn}. On
 *     Linux Fargate from platform version 1.4.0
 * @param essential whether the whole task stops when this container does; absent: true ({@link #effectiveEssential()}). At least
 *     one container of a task is essential
 * @param extraHosts lines added to {@code /etc/hosts} of the container; may be empty. Not in network mode {@code awsvpc}, and not
 *     on Windows
 * @param firelensConfiguration makes this container the log router of the task, at most one a task; absent: it routes no logs
 * @param healthCheck the command by which the agent judges the container; absent: its health stays unknown, as ECS ignores a
 *     {@code HEALTHCHECK} of the image
 * @param hostname the host name inside the container; absent: the runtime chooses. Not in network mode {@code awsvpc}
 * @param image what to run, {@code repository:tag} or {@code repository@sha256:digest}, at most 255 characters before the digest;
 *     a container needs one
 * @param interactive whether standard input stays open; absent: false
 * @param links containers of the task to reach by name, each {@code name} or {@code name:alias}; empty: none. Network mode
 *     {@code bridge} only, not on Windows
 * @param linuxParameters settings of the Linux kernel for this container; absent: those of the runtime. Not on Windows
 * @param logConfiguration where the output goes; absent: on instances to the log driver that the Docker daemon is set to
 * @param memory hard limit in MiB, at least 6; a container that exceeds it is killed. Absent: no limit of its own. Unless the
 *     task states its {@code memory}, a container needs this or {@code memoryReservation}
 * @param memoryReservation soft limit in MiB, at least 6 and not above {@code memory}; what the container counts for in
 *     placement, unless the task states its {@code memory}. Absent: {@code memory} counts
 * @param mountPoints volumes of the task and where this container sees them; may be empty
 * @param name the name by which the other containers and overrides refer to it: 1 to 255 letters, digits, hyphens and
 *     underscores, unique in the task
 * @param portMappings ports that the container listens on; may be empty, and must be in network mode {@code none}
 * @param privileged whether the container has nearly the rights of root on its instance; absent: false. Not on Fargate or Windows
 * @param pseudoTerminal whether a terminal (TTY) is allocated; absent: false
 * @param readonlyRootFilesystem whether the root file system cannot be written; absent: false. Not on Windows
 * @param repositoryCredentials the login to a private registry; absent: none is needed, or the image comes from Amazon ECR, which
 *     goes by role
 * @param resourceRequirements GPUs and other accelerators that the container needs; empty: none
 * @param restartPolicy whether the container alone is restarted when it ends; absent: it is not
 * @param secrets environment variables whose values come from Secrets Manager or Parameter Store; if not empty, needs an
 *     {@code executionRoleArn}
 * @param startTimeout seconds that this container has to reach the condition that others wait for before they give up and the
 *     task stops; Fargate: 2 to 120, from platform version 1.3.0
 * @param stopTimeout seconds between the request to stop and the kill; absent: 30, or {@code ECS_CONTAINER_STOP_TIMEOUT} of the
 *     agent on instances. Fargate: 2 to 120, from platform version 1.3.0
 * @param systemControls kernel parameters ({@code sysctl}) in the namespaces of the container; empty: those of the runtime. Not
 *     on Windows
 * @param ulimits limits of the kernel on what the container's processes may use; empty: those of the runtime. Not on Windows
 * @param user who runs the processes: {@code user}, {@code uid}, {@code user:group}, {@code uid:gid}, {@code user:gid} or
 *     {@code uid:group}; absent: the user of the image. Documented for Linux only
 * @param versionConsistency whether the image tag is resolved to one digest for all tasks of a deployment; absent:
 *     {@link VersionConsistency#ENABLED}
 * @param volumesFrom containers of the task whose mounts this one gets as well; empty: none
 * @param workingDirectory the directory in which the command starts; absent: that of the image
 * @param otherMembers members that have no component here; see {@link EcsStructure#otherMembers()}
 */
@WithBuilder
public record ContainerDefinition(
        List<String> command,
        @Nullable Integer cpu,
        List<String> credentialSpecs,
        List<ContainerDependency> dependsOn,
        @Nullable Boolean disableNetworking,
        List<String> dnsSearchDomains,
        List<String> dnsServers,
        Map<String, String> dockerLabels,
        List<String> dockerSecurityOptions,
        List<String> entryPoint,
        List<KeyValuePair> environment,
        List<EnvironmentFile> environmentFiles,
        @Nullable Boolean essential,
        List<HostEntry> extraHosts,
        @Nullable FirelensConfiguration firelensConfiguration,
        @Nullable HealthCheck healthCheck,
        @Nullable String hostname,
        @Nullable String image,
        @Nullable Boolean interactive,
        List<String> links,
        @Nullable LinuxParameters linuxParameters,
        @Nullable LogConfiguration logConfiguration,
        @Nullable Integer memory,
        @Nullable Integer memoryReservation,
        List<MountPoint> mountPoints,
        @Nullable String name,
        List<PortMapping> portMappings,
        @Nullable Boolean privileged,
        @Nullable Boolean pseudoTerminal,
        @Nullable Boolean readonlyRootFilesystem,
        @Nullable RepositoryCredentials repositoryCredentials,
        List<ResourceRequirement> resourceRequirements,
        @Nullable ContainerRestartPolicy restartPolicy,
        List<Secret> secrets,
        @Nullable Integer startTimeout,
        @Nullable Integer stopTimeout,
        List<SystemControl> systemControls,
        List<Ulimit> ulimits,
        @Nullable String user,
        @Nullable VersionConsistency versionConsistency,
        List<VolumeFrom> volumesFrom,
        @Nullable String workingDirectory,
        Map<String, @Nullable Object> otherMembers)
        implements EcsStructure {

    /** Copies lists and maps; null stands for absent. */
    public ContainerDefinition {
        command = Presence.listOf(command);
        credentialSpecs = Presence.listOf(credentialSpecs);
        dependsOn = Presence.listOf(dependsOn);
        dnsSearchDomains = Presence.listOf(dnsSearchDomains);
        dnsServers = Presence.listOf(dnsServers);
        dockerLabels = Presence.mapOf(dockerLabels);
        dockerSecurityOptions = Presence.listOf(dockerSecurityOptions);
        entryPoint = Presence.listOf(entryPoint);
        environment = Presence.listOf(environment);
        environmentFiles = Presence.listOf(environmentFiles);
        extraHosts = Presence.listOf(extraHosts);
        links = Presence.listOf(links);
        mountPoints = Presence.listOf(mountPoints);
        portMappings = Presence.listOf(portMappings);
        resourceRequirements = Presence.listOf(resourceRequirements);
        secrets = Presence.listOf(secrets);
        systemControls = Presence.listOf(systemControls);
        ulimits = Presence.listOf(ulimits);
        volumesFrom = Presence.listOf(volumesFrom);
        otherMembers = Presence.freeze(otherMembers);
    }

    /**
     * Starts an empty one.
     *
     * @return a new builder in which everything is absent
     */
    public static ContainerDefinitionBuilder builder() {
        return ContainerDefinitionBuilder.builder();
    }

    /**
     * Starts from this one.
     *
     * @return a new builder that holds what this object holds
     */
    public ContainerDefinitionBuilder toBuilder() {
        return ContainerDefinitionBuilder.builder(this);
    }

    /**
     * Whether the task stops when this container does: what is written, or true.
     *
     * @return true unless {@code essential} is written as false
     */
    public boolean effectiveEssential() {
        return essential == null || essential;
    }
}
