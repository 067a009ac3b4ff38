package io.stowage.ecs.validation.internal.rules;

import static io.stowage.ecs.validation.internal.rules.Mounts.MOUNTS;
import static io.stowage.ecs.validation.internal.rules.Places.CONTAINERS;
import static io.stowage.ecs.validation.internal.rules.Places.TASK;
import static io.stowage.ecs.validation.internal.rules.Places.VOLUMES;
import static io.stowage.ecs.validation.spi.Rule.error;
import static java.util.function.Predicate.not;

import io.stowage.ecs.model.OpenEnum;
import io.stowage.ecs.model.taskdef.ContainerDefinition;
import io.stowage.ecs.model.taskdef.DockerVolumeConfiguration;
import io.stowage.ecs.model.taskdef.HostVolumeProperties;
import io.stowage.ecs.model.taskdef.MountPoint;
import io.stowage.ecs.model.taskdef.Scope;
import io.stowage.ecs.model.taskdef.TaskDefinition;
import io.stowage.ecs.model.taskdef.Volume;
import io.stowage.ecs.model.taskdef.VolumeFrom;
import io.stowage.ecs.validation.internal.tables.KnownNames;
import io.stowage.ecs.validation.spi.Facts;
import io.stowage.ecs.validation.spi.Member;
import io.stowage.ecs.validation.spi.Place;
import io.stowage.ecs.validation.spi.Rule;
import io.stowage.ecs.validation.spi.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Section 5 of the catalogue: volumes and mounts; file systems of EFS, S3 Files and FSx are in {@link FileSystemRules}. */
final class VolumeRules {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,255}");
    private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:.*", Pattern.DOTALL);

    private static final Place<DockerVolumeConfiguration> DOCKER = VOLUMES.member(Volume::dockerVolumeConfiguration);
    private static final Place<HostVolumeProperties> HOST = VOLUMES.member(Volume::host);
    private static final Place<VolumeFrom> VOLUMES_FROM = CONTAINERS.each(ContainerDefinition::volumesFrom);

    /** What a volume can be, of which it may be one. */
    private static final Map<String, Predicate<View<Volume>>> CONFIGURATIONS = Map.of(
            "host", isThere(Volume::host),
            "dockerVolumeConfiguration", isThere(Volume::dockerVolumeConfiguration),
            "efsVolumeConfiguration", isThere(Volume::efsVolumeConfiguration),
            "s3filesVolumeConfiguration", isThere(Volume::s3filesVolumeConfiguration),
            "fsxWindowsFileServerVolumeConfiguration", isThere(Volume::fsxWindowsFileServerVolumeConfiguration),
            "configuredAtLaunch", VolumeRules::isConfiguredAtLaunch);

    static final RuleGroup GROUP = new RuleGroup("5. Task definition: volumes and mounts", rules());

    private VolumeRules() {}

    private static List<Rule> rules() {
        List<Rule> rules = new ArrayList<>();
        rules.addAll(ofVolumes());
        rules.addAll(ofMounts());
        rules.addAll(ofDockerAndHost());
        rules.addAll(FileSystemRules.rules());
        rules.addAll(ofVolumesFrom());
        return rules;
    }

    private static List<Rule> ofVolumes() {
        return List.of(
                error("volume.name-required")
                        .summary("A volume has no name, or an empty one.")
                        .source("API:Volume.name; OUR")
                        .in(VOLUMES)
                        .whenAbsent(Volume::name)
                        .message("The volume has no `name`, so no container can mount it.")
                        .fix("Add a `name`."),
                error("volume.name-format")
                        .summary("The name of a volume is too long, or has a character other than letters of ASCII,"
                                + " digits, hyphen and underscore.")
                        .source("API:Volume.name")
                        .in(VOLUMES)
                        .when(Volume::name, name -> !NAME.matcher(name).matches())
                        .message("`name` is \"{value}\", which is no name of a volume.")
                        .fix("Use 1 to 255 letters, digits, hyphens and underscores."),
                error("volume.name-duplicate")
                        .summary("Two volumes have the same name.")
                        .source("OUR")
                        .in(TASK)
                        .whenRepeated(TaskDefinition::volumes, Volume::name)
                        .message("An earlier volume is called \"{value}\" already, so a mount could mean either.")
                        .fix("Rename one of them."),
                error("volume.several-configurations")
                        .summary("A volume has more than one configuration.")
                        .source("API:RegisterTaskDefinitionRequest.volumes / Volume")
                        .in(VOLUMES)
                        .whenHere(volume -> configurations(volume).size() > 1)
                        .with("list", volume -> String.join(", ", configurations(volume)))
                        .message("The volume has several configurations ({list}), and it can only be one of them.")
                        .fix("Keep exactly one."),
                error("volume.several-configured-at-launch")
                        .summary("More than one volume of a task definition is configured at launch.")
                        .source("API:Volume.configuredAtLaunch")
                        .in(TASK)
                        .whenRepeated(
                                TaskDefinition::volumes,
                                volume -> isConfiguredAtLaunch(volume) ? true : null,
                                volume -> volume.member(Volume::configuredAtLaunch))
                        .message("An earlier volume is configured at launch already, and a task definition can have"
                                + " one.")
                        .fix("Keep one."),
                error("volume.configured-at-launch-unmounted")
                        .summary("A volume that is configured at launch is mounted by no container.")
                        .source("PRE:pf-ecs-volume-not-referenced")
                        .in(VOLUMES)
                        .needing(Volume::configuredAtLaunch, Volume::name)
                        .whenAt(Volume::name, volume -> isConfiguredAtLaunch(volume) && !Mounts.isMounted(volume))
                        .message("The volume \"{value}\" is configured at launch, and no container mounts it.")
                        .fix("Mount it in a container."));
    }

    private static List<Rule> ofMounts() {
        return List.of(
                error("mount.source-volume-required")
                        .summary("A mount point names no volume.")
                        .source("DOC:bind-mounts")
                        .in(MOUNTS)
                        .whenAbsent(MountPoint::sourceVolume)
                        .message("The mount point has no `sourceVolume`, so there is nothing to mount.")
                        .fix("Name a volume of the task definition."),
                error("mount.unknown-volume")
                        .summary("A mount point names a volume that the task definition does not have.")
                        .source("API:MountPoint.sourceVolume")
                        .in(MOUNTS)
                        .needing(MountPoint::sourceVolume)
                        .whenAt(
                                MountPoint::sourceVolume,
                                mount -> mount.facts().volume(mount.get(MountPoint::sourceVolume)) == null)
                        .message("The task definition has no volume called \"{value}\".")
                        .fix("Declare it under `volumes`, or correct the name."),
                error("mount.container-path-required")
                        .summary("A mount point has no path in the container.")
                        .source("DOC:bind-mounts")
                        .in(MOUNTS)
                        .whenAbsent(MountPoint::containerPath)
                        .message("The mount point has no `containerPath`, so the container cannot see the volume.")
                        .fix("Add the path."),
                error("mount.relative-path")
                        .summary("The path of a mount point is not absolute. A path of Windows is left alone where the"
                                + " operating system is not written, since on instances it need not be.")
                        .source("OUR (container runtime behaviour)")
                        .in(MOUNTS)
                        .needing(MountPoint::containerPath)
                        .whenAt(
                                MountPoint::containerPath,
                                mount -> isRelative(mount.get(MountPoint::containerPath), mount.facts()))
                        .message("`containerPath` is \"{value}\", which is no absolute path.")
                        .fix("Begin it with a slash, on Windows with a drive letter."),
                error("mount.duplicate-path")
                        .summary("Two mount points of a container have the same path; a slash at the end does not"
                                + " count.")
                        .source("OUR (container runtime behaviour)")
                        .in(CONTAINERS)
                        .whenRepeated(
                                ContainerDefinition::mountPoints,
                                VolumeRules::pathKey,
                                mount -> mount.member(MountPoint::containerPath))
                        .message("An earlier mount point of the container has the path \"{value}\" already.")
                        .fix("Use different paths."));
    }

    private static List<Rule> ofDockerAndHost() {
        return List.of(
                error("volume.docker-scope")
                        .summary("The scope of a Docker volume is neither `task` nor `shared`.")
                        .source("API:Scope")
                        .in(DOCKER)
                        .when(DockerVolumeConfiguration::scope, not(OpenEnum::isKnown))
                        .message("`scope` is \"{value}\", which ECS does not know.")
                        .fix("Use " + KnownNames.oneOf(Scope.known()) + "."),
                error("volume.docker-autoprovision-scope")
                        .summary("A Docker volume is to be made if it is missing, and its scope is `task`, as it is by"
                                + " default.")
                        .source("DOC:docker-volumes")
                        .in(DOCKER)
                        .needing(DockerVolumeConfiguration::autoprovision)
                        .whenAt(
                                DockerVolumeConfiguration::autoprovision,
                                volume -> volume.is(DockerVolumeConfiguration::autoprovision, true)
                                        && volume.getOr(DockerVolumeConfiguration::scope, Scope.TASK)
                                                .equals(Scope.TASK))
                        .message("`autoprovision` is for volumes of scope shared, and this one has scope task.")
                        .fix("Set `scope` to shared, or remove `autoprovision`."),
                error("volume.host-path-relative")
                        .summary("The path on a Linux instance is not absolute. A path of Windows is left alone where"
                                + " the operating system is not written.")
                        .source("OUR (container runtime behaviour)")
                        .in(HOST)
                        .needing(HostVolumeProperties::sourcePath)
                        .unless(Facts::onWindows)
                        .whenAt(
                                HostVolumeProperties::sourcePath,
                                host -> isRelative(host.get(HostVolumeProperties::sourcePath), host.facts()))
                        .message("`sourcePath` is \"{value}\", which is no absolute path of the instance.")
                        .fix("Begin it with a slash."));
    }

    private static List<Rule> ofVolumesFrom() {
        return List.of(
                error("mount.volumes-from-unknown")
                        .summary("`volumesFrom` names no container, or one that the task does not have.")
                        .source("API:VolumeFrom.sourceContainer")
                        .in(VOLUMES_FROM)
                        .whenAbsent(VolumeFrom::sourceContainer)
                        .whenAt(
                                VolumeFrom::sourceContainer,
                                from -> from.facts().container(from.get(VolumeFrom::sourceContainer)) == null)
                        .with("given", Words.found(VolumeFrom::sourceContainer))
                        .message("`sourceContainer` is {given}, which is no container of the task.")
                        .fix("Name a container of the task."),
                error("mount.volumes-from-self")
                        .summary("A container is to mount the volumes of itself.")
                        .source("API:VolumeFrom.sourceContainer (another container)")
                        .in(VOLUMES_FROM)
                        .needing(VolumeFrom::sourceContainer)
                        .whenAt(
                                VolumeFrom::sourceContainer,
                                from -> from.within(ContainerDefinition.class)
                                        .is(ContainerDefinition::name, from.get(VolumeFrom::sourceContainer)))
                        .message("\"{value}\" is the container itself, and `volumesFrom` means another one.")
                        .fix("Remove the entry."));
    }

    private static Predicate<View<Volume>> isThere(Member<Volume, ?> configuration) {
        return volume -> volume.find(configuration) != null;
    }

    private static List<String> configurations(View<Volume> volume) {
        return CONFIGURATIONS.entrySet().stream()
                .filter(configuration -> configuration.getValue().test(volume))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    private static boolean isConfiguredAtLaunch(View<Volume> volume) {
        return volume.is(Volume::configuredAtLaunch, true);
    }

    private static boolean isRelative(String path, Facts facts) {
        boolean ofWindows = path.startsWith("\\") || DRIVE.matcher(path).matches();
        if (facts.onWindows()) {
            return !ofWindows;
        }
        return !path.startsWith("/") && !(ofWindows && Platforms.isNotWritten(facts));
    }

    private static String pathKey(View<MountPoint> mount) {
        String path = mount.get(MountPoint::containerPath);
        int end = path.length();
        while (end > 1 && (path.charAt(end - 1) == '/' || path.charAt(end - 1) == '\\')) {
            end--;
        }
        return path.substring(0, end);
    }
}
