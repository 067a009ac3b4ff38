package io.stowage.ecs.validation.internal.rules;

import static io.stowage.ecs.validation.internal.rules.Places.CONTAINERS;
import static io.stowage.ecs.validation.internal.rules.Places.LINUX_PARAMETERS;
import static io.stowage.ecs.validation.internal.rules.Places.LOG_CONFIGURATIONS;
import static io.stowage.ecs.validation.internal.rules.Places.LOG_ROUTERS;
import static io.stowage.ecs.validation.internal.rules.Places.TASK;
import static io.stowage.ecs.validation.internal.rules.Places.VOLUMES;
import static io.stowage.ecs.validation.spi.Rule.error;
import static io.stowage.ecs.validation.spi.Rule.warning;

import io.stowage.ecs.model.common.LaunchType;
import io.stowage.ecs.model.logging.LogDrivers;
import io.stowage.ecs.model.taskdef.ContainerDefinition;
import io.stowage.ecs.model.taskdef.FirelensConfiguration;
import io.stowage.ecs.model.taskdef.HostVolumeProperties;
import io.stowage.ecs.model.taskdef.KernelCapabilities;
import io.stowage.ecs.model.taskdef.LinuxParameters;
import io.stowage.ecs.model.taskdef.LogConfiguration;
import io.stowage.ecs.model.taskdef.LogDriver;
import io.stowage.ecs.model.taskdef.NetworkMode;
import io.stowage.ecs.model.taskdef.PidMode;
import io.stowage.ecs.model.taskdef.ResourceRequirement;
import io.stowage.ecs.model.taskdef.ResourceType;
import io.stowage.ecs.model.taskdef.TaskDefinition;
import io.stowage.ecs.model.taskdef.Ulimit;
import io.stowage.ecs.model.taskdef.Volume;
import io.stowage.ecs.validation.internal.tables.KnownBounds;
import io.stowage.ecs.validation.internal.tables.KnownNames;
import io.stowage.ecs.validation.spi.Bounds;
import io.stowage.ecs.validation.spi.Facts;
import io.stowage.ecs.validation.spi.Member;
import io.stowage.ecs.validation.spi.Place;
import io.stowage.ecs.validation.spi.Report;
import io.stowage.ecs.validation.spi.Rule;
import io.stowage.ecs.validation.spi.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Section 10 of the catalogue: what Fargate does not have. Where a rule about Windows containers says the same of a member, it
 * speaks alone.
 */
final class FargateRules {
    private static final Bounds TIMEOUT = KnownBounds.of("fargate-container-timeout-seconds");
    private static final Set<String> CAPABILITIES = KnownNames.of("fargate-added-capabilities");
    private static final Set<String> ULIMITS = KnownNames.of("fargate-ulimits");
    private static final List<LogDriver> LOG_DRIVERS = LogDrivers.on(LaunchType.FARGATE);

    private static final Place<KernelCapabilities> CAPABILITY_LISTS =
            LINUX_PARAMETERS.member(LinuxParameters::capabilities);
    static final RuleGroup GROUP = new RuleGroup("10. Task definition: Fargate", rules());

    private FargateRules() {}

    private static List<Rule> rules() {
        List<Rule> rules = new ArrayList<>();
        rules.add(networkMode());
        rules.addAll(ofContainers());
        rules.addAll(ofLinuxParameters());
        rules.addAll(ofTasks());
        rules.addAll(ofLogsAndTimeouts());
        rules.addAll(PlatformVersionRules.rules());
        return rules;
    }

    private static Rule networkMode() {
        return error("fargate.network-mode")
                .summary("A Fargate task has a network mode other than awsvpc; leaving it out means bridge.")
                .source("API:RegisterTaskDefinitionRequest.networkMode; LINT:E3048")
                .in(TASK)
                .given(Facts::onFargate)
                .whenAbsent(TaskDefinition::networkMode)
                .when(TaskDefinition::networkMode, mode -> !mode.equals(NetworkMode.AWSVPC))
                .with("mode", task -> task.getOr(TaskDefinition::networkMode, NetworkMode.BRIDGE))
                .message("The network mode is {mode}; tasks on Fargate need their own network interface.")
                .fix("Set `networkMode` to awsvpc.");
    }

    private static List<Rule> ofContainers() {
        return List.of(
                error("fargate.privileged")
                        .summary("A container on Fargate is privileged.")
                        .source("API:ContainerDefinition.privileged; DOC:fargate-tasks-services")
                        .in(CONTAINERS)
                        .given(Facts::onFargate)
                        .unless(Facts::onWindows)
                        .when(ContainerDefinition::privileged, privileged -> privileged)
                        .message("Container \"{name}\" is privileged, which Fargate does not allow.")
                        .fix("Remove `privileged`, or run the task on instances."),
                error("fargate.docker-security-options")
                        .summary("A container on Fargate has `dockerSecurityOptions`.")
                        .source("DOC:fargate-tasks-services")
                        .in(CONTAINERS)
                        .given(Facts::onFargate)
                        .whenPresent(ContainerDefinition::dockerSecurityOptions)
                        .message("`dockerSecurityOptions` are not supported on Fargate.")
                        .fix("Remove them, or run the task on instances."),
                error("fargate.dns-search-domains")
                        .summary("A container on Fargate has `dnsSearchDomains`.")
                        .source("DOC:fargate-tasks-services")
                        .in(CONTAINERS)
                        .given(Facts::onFargate)
                        .unless(Facts::onWindows)
                        .whenPresent(ContainerDefinition::dnsSearchDomains)
                        .message("`dnsSearchDomains` are not supported on Fargate.")
                        .fix("Remove them and use full names."),
                error("fargate.gpu")
                        .summary("A container on Fargate asks for a GPU.")
                        .source("DOC:fargate-tasks-services")
                        .in(CONTAINERS)
                        .given(Facts::onFargate)
                        .needing(ContainerDefinition::resourceRequirements)
                        .whenAt(ContainerDefinition::resourceRequirements, FargateRules::asksForGpu)
                        .message("Container \"{name}\" asks for a GPU, and Fargate has none.")
                        .fix("Run the task on GPU instances or on Managed Instances."));
    }

    private static List<Rule> ofLinuxParameters() {
        return List.of(
                ofLinux("devices", LinuxParameters::devices, "DOC:fargate-tasks-services"),
                ofLinux("sharedMemorySize", LinuxParameters::sharedMemorySize, "DOC:fargate-tasks-services"),
                ofLinux("maxSwap", LinuxParameters::maxSwap, "DOC:fargate-tasks-services"),
                ofLinux("swappiness", LinuxParameters::swappiness, "DOC:fargate-tasks-services"),
                warning("fargate.tmpfs")
                        .summary(
                                "A container on Fargate has a tmpfs mount, which the guide calls unsupported and the newest"
                                        + " API text does not.")
                        .source("API:LinuxParameters.tmpfs; DOC:fargate-tasks-services; OUR")
                        .in(LINUX_PARAMETERS)
                        .given(Facts::onFargate)
                        .unless(Facts::onWindows)
                        .whenPresent(LinuxParameters::tmpfs)
                        .message("`tmpfs` on Fargate is accepted by recent versions of the API only.")
                        .fix("Try it on the platform version that the service uses, or use a bind mount."),
                error("fargate.capability-add")
                        .summary("A container on Fargate adds a Linux capability that Fargate does not give.")
                        .source("API:KernelCapabilities.add")
                        .in(CAPABILITY_LISTS)
                        .given(Facts::onFargate)
                        .unless(Facts::onWindows)
                        .needing(KernelCapabilities::add)
                        .check((capabilities, report) -> {
                            for (View<String> added : capabilities.each(KernelCapabilities::add)) {
                                if (added.isKnown() && added.isPresent() && !CAPABILITIES.contains(added.get())) {
                                    report.at(added);
                                }
                            }
                        })
                        .pointingAt(CAPABILITY_LISTS.each(KernelCapabilities::add))
                        .message("The capability {value} cannot be added on Fargate.")
                        .fix("Remove it; only " + KnownNames.oneOf(CAPABILITIES) + " can be added."),
                warning("fargate.ulimit")
                        .summary(
                                "A container on Fargate sets a limit other than nofile, for which Fargate documents its own"
                                        + " values.")
                        .source("API:Ulimit; OUR")
                        .in(CONTAINERS.each(ContainerDefinition::ulimits))
                        .given(Facts::onFargate)
                        .unless(Facts::onWindows)
                        .when(Ulimit::name, name -> !ULIMITS.contains(name.value()))
                        .message("The limit {value} is not documented for Fargate, which uses its own values.")
                        .fix("Remove it; only " + KnownNames.oneOf(ULIMITS) + " is documented."));
    }

    private static Rule ofLinux(String name, Member<LinuxParameters, ?> member, String alsoIn) {
        return error("fargate." + RuleWords.idOf(name))
                .summary("A container on Fargate has `linuxParameters." + name + "`.")
                .source("API:LinuxParameters." + name + "; " + alsoIn)
                .in(LINUX_PARAMETERS)
                .given(Facts::onFargate)
                .unless(Facts::onWindows)
                .whenPresent(member)
                .message("`" + name + "` is not supported on Fargate.")
                .fix("Remove it, or run the task on instances.");
    }

    private static List<Rule> ofTasks() {
        return List.of(
                error("fargate.ipc-mode")
                        .summary("A Fargate task has an `ipcMode`.")
                        .source("API:RegisterTaskDefinitionRequest.ipcMode; DOC:fargate-tasks-services")
                        .in(TASK)
                        .given(Facts::onFargate)
                        .unless(Facts::onWindows)
                        .whenPresent(TaskDefinition::ipcMode)
                        .message("`ipcMode` {value} is not supported on Fargate.")
                        .fix("Remove it."),
                error("fargate.pid-mode")
                        .summary("A Fargate task shares the process namespace of its host.")
                        .source("API:RegisterTaskDefinitionRequest.pidMode")
                        .in(TASK)
                        .given(Facts::onFargate)
                        .unless(Facts::onWindows)
                        .when(TaskDefinition::pidMode, mode -> mode.equals(PidMode.HOST))
                        .message(
                                "`pidMode` is {value}; on Fargate containers can share processes within the task only.")
                        .fix("Use task, or remove it."),
                error("fargate.placement-constraints")
                        .summary("A Fargate task has placement constraints.")
                        .source("API:TaskDefinitionPlacementConstraint; LINT:E3048")
                        .in(TASK)
                        .given(Facts::onFargate)
                        .whenPresent(TaskDefinition::placementConstraints)
                        .message("Placement constraints choose among instances, and Fargate has none to choose from.")
                        .fix("Remove `placementConstraints`."),
                error("fargate.docker-volume")
                        .summary("A Fargate task has a Docker volume.")
                        .source("API:Volume.dockerVolumeConfiguration; DOC:fargate-tasks-services")
                        .in(VOLUMES)
                        .given(Facts::onFargate)
                        .needing(Volume::dockerVolumeConfiguration)
                        .whenAt(
                                Volume::dockerVolumeConfiguration,
                                volume -> !volume.facts().onWindows() || !WindowsRules.hasOtherDriver(volume))
                        .message("Volume \"{name}\" is a Docker volume, which Fargate does not support.")
                        .fix("Use a bind mount, EFS or EBS."),
                error("fargate.host-source-path")
                        .summary("A Fargate task mounts a directory of the host.")
                        .source("API:HostVolumeProperties.sourcePath")
                        .in(VOLUMES.member(Volume::host))
                        .given(Facts::onFargate)
                        .whenPresent(HostVolumeProperties::sourcePath)
                        .message("`sourcePath` {value} names a directory of the host, which Fargate does not give.")
                        .fix("Leave `host` empty for storage that lasts as long as the task."));
    }

    private static List<Rule> ofLogsAndTimeouts() {
        return List.of(
                error("fargate.log-driver")
                        .summary("A container on Fargate logs with a driver that Fargate does not have.")
                        .source("API:LogConfiguration.logDriver; LINT:E3048, LINT:E3713")
                        .in(LOG_CONFIGURATIONS)
                        .given(Facts::onFargate)
                        .when(LogConfiguration::logDriver, driver -> !LOG_DRIVERS.contains(driver))
                        .message("The log driver {value} is not available on Fargate.")
                        .fix("Use " + KnownNames.oneOf(LOG_DRIVERS) + "."),
                error("fargate.firelens-s3-config")
                        .summary("A FireLens router on Fargate reads its configuration from S3.")
                        .source("API:FirelensConfiguration.options; DOC:firelens-taskdef")
                        .in(LOG_ROUTERS)
                        .given(Facts::onFargate)
                        .unless(Facts::onWindows)
                        .needing(FirelensConfiguration::options)
                        .check(FargateRules::readsFromS3)
                        .message("`config-file-type` is {value}; on Fargate the router reads a file of its image only.")
                        .fix("Put the file into the image of the router and use the type file."),
                timeout("fargate.start-timeout-range", "startTimeout", ContainerDefinition::startTimeout),
                timeout("fargate.stop-timeout-range", "stopTimeout", ContainerDefinition::stopTimeout));
    }

    private static Rule timeout(String id, String name, Member<ContainerDefinition, Integer> member) {
        return error(id)
                .summary("The `" + name + "` of a container on Fargate is outside the range.")
                .source("API:ContainerDefinition." + name)
                .in(CONTAINERS)
                .given(Facts::onFargate)
                .whenOutside(member, TIMEOUT)
                .message("`" + name + "` is {value} s, outside of {min} to {max} s on Fargate.")
                .fix("Use {min} to {max}.");
    }

    private static boolean asksForGpu(View<ContainerDefinition> container) {
        return container.each(ContainerDefinition::resourceRequirements).stream()
                .anyMatch(requirement -> requirement.is(ResourceRequirement::type, ResourceType.GPU));
    }

    private static void readsFromS3(View<FirelensConfiguration> router, Report report) {
        View<String> type = router.entry(FirelensConfiguration::options, "config-file-type");
        if ("s3".equals(type.find())) {
            report.at(type);
        }
    }
}
