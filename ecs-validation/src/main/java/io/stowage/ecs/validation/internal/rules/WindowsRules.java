package io.stowage.ecs.validation.internal.rules;

import static io.stowage.ecs.validation.internal.rules.Places.CONTAINERS;
import static io.stowage.ecs.validation.internal.rules.Places.TASK;
import static io.stowage.ecs.validation.internal.rules.Places.VOLUMES;
import static io.stowage.ecs.validation.spi.Rule.error;
import static io.stowage.ecs.validation.spi.Rule.warning;

import io.stowage.ecs.model.taskdef.CPUArchitecture;
import io.stowage.ecs.model.taskdef.ContainerDefinition;
import io.stowage.ecs.model.taskdef.DockerVolumeConfiguration;
import io.stowage.ecs.model.taskdef.HostVolumeProperties;
import io.stowage.ecs.model.taskdef.KernelCapabilities;
import io.stowage.ecs.model.taskdef.LinuxParameters;
import io.stowage.ecs.model.taskdef.MountPoint;
import io.stowage.ecs.model.taskdef.NetworkMode;
import io.stowage.ecs.model.taskdef.OSFamily;
import io.stowage.ecs.model.taskdef.RuntimePlatform;
import io.stowage.ecs.model.taskdef.TaskDefinition;
import io.stowage.ecs.model.taskdef.Volume;
import io.stowage.ecs.validation.internal.tables.KnownNames;
import io.stowage.ecs.validation.spi.Facts;
import io.stowage.ecs.validation.spi.Member;
import io.stowage.ecs.validation.spi.Place;
import io.stowage.ecs.validation.spi.Report;
import io.stowage.ecs.validation.spi.Rule;
import io.stowage.ecs.validation.spi.RuleBuilder;
import io.stowage.ecs.validation.spi.View;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Section 11 of the catalogue: the platform, and what Windows containers do not have. */
final class WindowsRules {
    private static final Set<String> OUT_OF_SUPPORT = KnownNames.of("windows-families-out-of-support");
    private static final Set<String> NOT_ON_FARGATE = KnownNames.of("windows-families-not-on-fargate");
    private static final Set<String> VOLUME_DRIVERS = KnownNames.of("windows-volume-drivers");

    private static final Place<RuntimePlatform> PLATFORM = TASK.member(TaskDefinition::runtimePlatform);

    private static final String SOURCE = "API text of the member; DOC:windows_task_definitions";

    static final RuleGroup GROUP = new RuleGroup("11. Task definition: Windows and runtime platform", rules());

    private WindowsRules() {}

    private static List<Rule> rules() {
        List<Rule> rules = new ArrayList<>();
        rules.addAll(ofPlatforms());
        rules.addAll(ofContainers());
        rules.addAll(ofTasks());
        rules.addAll(ofVolumes());
        return rules;
    }

    private static List<Rule> ofPlatforms() {
        return List.of(
                error("runtime.os-family-unknown")
                        .summary("The operating system family is none of the API.")
                        .source("API:OSFamily")
                        .in(PLATFORM)
                        .when(RuntimePlatform::operatingSystemFamily, family -> !family.isKnown())
                        .message("\"{value}\" is not an operating system family.")
                        .fix("Use " + KnownNames.oneOf(OSFamily.known()) + "."),
                error("runtime.cpu-architecture-unknown")
                        .summary("The cpu architecture is none of the API.")
                        .source("API:CPUArchitecture")
                        .in(PLATFORM)
                        .when(RuntimePlatform::cpuArchitecture, architecture -> !architecture.isKnown())
                        .message("\"{value}\" is not a cpu architecture.")
                        .fix("Use " + KnownNames.oneOf(CPUArchitecture.known()) + "."),
                error("windows.arm64")
                        .summary("A Windows task asks for ARM64.")
                        .source("API:RuntimePlatform.cpuArchitecture")
                        .in(PLATFORM)
                        .given(Facts::onWindows)
                        .when(
                                RuntimePlatform::cpuArchitecture,
                                architecture -> architecture.equals(CPUArchitecture.ARM64))
                        .message("Windows containers do not run on {value}.")
                        .fix("Use X86_64."),
                warning("windows.os-family-retired")
                        .summary("A Windows task is for a version that is out of support.")
                        .source("OUR; DOC:ecs-anywhere")
                        .in(PLATFORM)
                        .when(RuntimePlatform::operatingSystemFamily, family -> OUT_OF_SUPPORT.contains(family.value()))
                        .message("{value} is out of support, and there is no current image for it.")
                        .fix("Use a family of 2022 or 2025."),
                error("windows.fargate-os-family")
                        .summary("A Windows task on Fargate is for a version that Fargate does not have.")
                        .source("DOC:fargate-tasks-services; OUR")
                        .in(PLATFORM)
                        .given(Facts::onFargate)
                        .when(RuntimePlatform::operatingSystemFamily, family -> NOT_ON_FARGATE.contains(family.value()))
                        .message("{value} is not available on Fargate.")
                        .fix("Use a family of 2019 or 2022."),
                error("windows.network-mode")
                        .summary("A Windows task on instances has one of the network modes of Linux.")
                        .source("API:RegisterTaskDefinitionRequest.networkMode; DOC:task-networking")
                        .in(TASK)
                        .given(Facts::onWindows)
                        .unless(Facts::onFargate)
                        .when(TaskDefinition::networkMode, mode -> mode.isKnown() && !mode.equals(NetworkMode.AWSVPC))
                        .message("The network mode is {value}; Windows tasks use their default or awsvpc.")
                        .fix("Remove `networkMode`, or use awsvpc."));
    }

    private static List<Rule> ofContainers() {
        return List.of(
                error("windows.linux-parameters")
                        .summary(summary("linuxParameters"))
                        .source(SOURCE)
                        .in(CONTAINERS)
                        .given(Facts::onWindows)
                        .needing(ContainerDefinition::linuxParameters)
                        .whenAt(
                                ContainerDefinition::linuxParameters,
                                container -> saysSomething(container.member(ContainerDefinition::linuxParameters)))
                        .message(message("linuxParameters"))
                        .fix("Remove it."),
                given("links", ContainerDefinition::links),
                given("dnsServers", ContainerDefinition::dnsServers),
                given("dnsSearchDomains", ContainerDefinition::dnsSearchDomains),
                given("extraHosts", ContainerDefinition::extraHosts),
                given("ulimits", ContainerDefinition::ulimits),
                given("systemControls", ContainerDefinition::systemControls),
                warning("windows.user")
                        .summary(
                                "A Windows container sets `user`, which the API text calls unsupported and the runtime takes.")
                        .source(SOURCE + "; Security Hub ECS.21; OUR")
                        .in(CONTAINERS)
                        .given(Facts::onWindows)
                        .whenPresent(ContainerDefinition::user)
                        .message("`user` {value} is documented as not supported for Windows containers.")
                        .fix("Remove it, or make sure that the image knows the user."),
                on("privileged", ContainerDefinition::privileged),
                on("readonlyRootFilesystem", ContainerDefinition::readonlyRootFilesystem),
                on("disableNetworking", ContainerDefinition::disableNetworking),
                error("windows.firelens")
                        .summary("A Windows task has a FireLens router.")
                        .source("DOC:using_firelens")
                        .in(CONTAINERS)
                        .given(Facts::onWindows)
                        .whenPresent(ContainerDefinition::firelensConfiguration)
                        .message("FireLens does not support Windows containers.")
                        .fix("Log with awslogs."));
    }

    private static Rule given(String name, Member<ContainerDefinition, ?> member) {
        return notSupported(name).whenPresent(member).message(message(name)).fix("Remove it.");
    }

    private static Rule on(String name, Member<ContainerDefinition, Boolean> member) {
        return notSupported(name)
                .when(member, isOn -> isOn)
                .message(message(name))
                .fix("Remove it.");
    }

    private static RuleBuilder.Conditions<ContainerDefinition> notSupported(String name) {
        return error("windows." + RuleWords.idOf(name))
                .summary(summary(name))
                .source(SOURCE)
                .in(CONTAINERS)
                .given(Facts::onWindows);
    }

    private static List<Rule> ofTasks() {
        return List.of(
                ofTask("pidMode", TaskDefinition::pidMode),
                ofTask("ipcMode", TaskDefinition::ipcMode),
                ofTask("proxyConfiguration", TaskDefinition::proxyConfiguration));
    }

    private static Rule ofTask(String name, Member<TaskDefinition, ?> member) {
        return error("windows." + RuleWords.idOf(name))
                .summary("A Windows task has `" + name + "`.")
                .source(SOURCE)
                .in(TASK)
                .given(Facts::onWindows)
                .whenPresent(member)
                .message(message(name))
                .fix("Remove it.");
    }

    private static List<Rule> ofVolumes() {
        return List.of(
                error("windows.docker-volume-driver")
                        .summary("A Windows task has a Docker volume with a driver other than local.")
                        .source("API:Volume.dockerVolumeConfiguration; DOC:windows_task_definitions")
                        .in(VOLUMES.member(Volume::dockerVolumeConfiguration))
                        .given(Facts::onWindows)
                        .when(DockerVolumeConfiguration::driver, driver -> !VOLUME_DRIVERS.contains(driver))
                        .message("The volume driver \"{value}\" is not supported for Windows containers.")
                        .fix("Use " + KnownNames.oneOf(VOLUME_DRIVERS) + ", or a bind mount."),
                error("windows.efs")
                        .summary("A Windows task has an EFS volume.")
                        .source("DOC:efs-volumes; OUR")
                        .in(VOLUMES)
                        .given(Facts::onWindows)
                        .whenPresent(Volume::efsVolumeConfiguration)
                        .message("Volume \"{name}\" is on EFS, which only Linux tasks can mount.")
                        .fix("Use FSx for Windows File Server."),
                error("windows.mount-across-drives")
                        .summary("A Windows container mounts a directory of one drive on another drive.")
                        .source("API:HostVolumeProperties / Volume.host")
                        .in(TASK)
                        .given(Facts::onWindows)
                        .needing(TaskDefinition::volumes)
                        .check(WindowsRules::mountsAcrossDrives)
                        .pointingAt(CONTAINERS
                                .each(ContainerDefinition::mountPoints)
                                .member(MountPoint::containerPath))
                        .message("\"{value}\" and \"{host}\" are on different drives; a mount cannot cross drives.")
                        .fix("Use the same drive letter on both sides."));
    }

    /** Whether a volume has a driver that Windows does not; the rule is silent if the driver is not known. */
    static boolean hasOtherDriver(View<Volume> volume) {
        String driver = volume.member(Volume::dockerVolumeConfiguration).find(DockerVolumeConfiguration::driver);
        return driver != null && !VOLUME_DRIVERS.contains(driver);
    }

    private static String summary(String member) {
        return "A Windows container has `" + member + "`.";
    }

    private static String message(String member) {
        return "`" + member + "` is not supported for Windows containers.";
    }

    /** Generators write the structure with nothing in it for what is not set. */
    private static boolean saysSomething(View<LinuxParameters> parameters) {
        View<KernelCapabilities> capabilities = parameters.member(LinuxParameters::capabilities);
        return parameters.has(LinuxParameters::initProcessEnabled)
                || parameters.has(LinuxParameters::devices)
                || parameters.has(LinuxParameters::tmpfs)
                || parameters.has(LinuxParameters::sharedMemorySize)
                || parameters.has(LinuxParameters::maxSwap)
                || parameters.has(LinuxParameters::swappiness)
                || capabilities.has(KernelCapabilities::add)
                || capabilities.has(KernelCapabilities::drop);
    }

    private static void mountsAcrossDrives(View<TaskDefinition> task, Report report) {
        Map<String, String> directories = new HashMap<>();
        for (View<Volume> volume : task.each(TaskDefinition::volumes)) {
            View<String> path = volume.member(Volume::host).member(HostVolumeProperties::sourcePath);
            View<String> name = volume.member(Volume::name);
            if (path.isKnown() && path.isPresent() && name.isKnown() && name.isPresent()) {
                directories.putIfAbsent(name.get(), path.get());
            }
        }
        if (directories.isEmpty()) {
            return;
        }
        for (View<ContainerDefinition> container : task.each(TaskDefinition::containerDefinitions)) {
            for (View<MountPoint> mount : container.each(ContainerDefinition::mountPoints)) {
                View<String> path = mount.member(MountPoint::containerPath);
                View<String> volume = mount.member(MountPoint::sourceVolume);
                String directory = volume.isKnown() ? directories.get(String.valueOf(volume.find())) : null;
                if (directory != null
                        && path.isKnown()
                        && path.isPresent()
                        && differ(drive(directory), drive(path.get()))) {
                    report.at(path).with("host", directory);
                }
            }
        }
    }

    /** The letter of a drive in upper case; 0 if the path names none. */
    private static char drive(String path) {
        boolean named = path.length() > 1 && path.charAt(1) == ':';
        char letter = named ? Character.toUpperCase(path.charAt(0)) : 0;
        return letter >= 'A' && letter <= 'Z' ? letter : 0;
    }

    private static boolean differ(char a, char b) {
        return a != 0 && b != 0 && a != b;
    }
}
