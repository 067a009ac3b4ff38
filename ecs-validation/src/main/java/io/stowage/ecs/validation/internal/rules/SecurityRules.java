package io.stowage.ecs.validation.internal.rules;

import static io.stowage.ecs.validation.internal.rules.Places.CONTAINERS;
import static io.stowage.ecs.validation.internal.rules.Places.TASK;
import static io.stowage.ecs.validation.internal.rules.Places.VOLUMES;

import io.stowage.ecs.model.taskdef.ContainerDefinition;
import io.stowage.ecs.model.taskdef.EFSTransitEncryption;
import io.stowage.ecs.model.taskdef.EFSVolumeConfiguration;
import io.stowage.ecs.model.taskdef.HostVolumeProperties;
import io.stowage.ecs.model.taskdef.IpcMode;
import io.stowage.ecs.model.taskdef.KernelCapabilities;
import io.stowage.ecs.model.taskdef.LinuxParameters;
import io.stowage.ecs.model.taskdef.NetworkMode;
import io.stowage.ecs.model.taskdef.PidMode;
import io.stowage.ecs.model.taskdef.TaskDefinition;
import io.stowage.ecs.model.taskdef.Volume;
import io.stowage.ecs.validation.internal.tables.KnownNames;
import io.stowage.ecs.validation.spi.Facts;
import io.stowage.ecs.validation.spi.Place;
import io.stowage.ecs.validation.spi.Rule;
import io.stowage.ecs.validation.spi.RuleBuilder;
import io.stowage.ecs.validation.spi.RuleSet;
import io.stowage.ecs.validation.spi.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Section 28 of the catalogue: advice on exposure and privileges. Only the documents are judged, not what images bring. */
final class SecurityRules {
    private static final Set<String> CAPABILITIES = KnownNames.of("dangerous-capabilities");
    private static final Set<String> SOCKETS = KnownNames.of("container-runtime-sockets");
    private static final Set<String> SENSITIVE_PATHS = KnownNames.of("sensitive-host-paths");
    private static final Set<String> PROFILES_OFF = KnownNames.of("security-profiles-off");
    private static final Pattern SEVERAL_SLASHES = Pattern.compile("/{2,}");

    private static final Place<HostVolumeProperties> HOST_VOLUMES = VOLUMES.member(Volume::host);

    static final RuleGroup GROUP = new RuleGroup("28. Security", rules());

    private SecurityRules() {}

    static RuleBuilder risk(String id) {
        return Rule.warning(id).set(RuleSet.SECURITY);
    }

    static RuleBuilder advice(String id) {
        return Rule.note(id).set(RuleSet.SECURITY);
    }

    private static List<Rule> rules() {
        List<Rule> rules = new ArrayList<>();
        rules.addAll(SecurityOfSecretsRules.rules());
        rules.addAll(ofContainers());
        rules.addAll(ofTasks());
        rules.addAll(ofVolumes());
        rules.addAll(SecurityOfServiceRules.rules());
        return rules;
    }

    private static List<Rule> ofContainers() {
        return List.of(
                risk("security.privileged")
                        .summary("A container is privileged, which makes it root on the instance.")
                        .source(
                                "Security Hub ECS.4; CHECKOV CKV_AWS_334 (which reads `privilege`, not `privileged`, and"
                                        + " so never fires)")
                        .in(CONTAINERS)
                        .when(ContainerDefinition::privileged, privileged -> privileged)
                        .message("Container \"{name}\" is privileged, so it can do what root of the instance can.")
                        .fix("Add single capabilities instead."),
                risk("security.root-user-host-network")
                        .summary("A container runs as root in the network of the instance.")
                        .source("Security Hub ECS.1 (retired March 2026); API:ContainerDefinition.user")
                        .in(CONTAINERS)
                        .given(Facts::inHostMode)
                        .unless(Facts::onWindows)
                        .whenAt(
                                ContainerDefinition::user,
                                container ->
                                        !container.is(ContainerDefinition::privileged, true) && runsAsRoot(container))
                        .message("Container \"{name}\" runs as root in the network of the instance.")
                        .fix("Set another `user`."),
                advice("security.root-user")
                        .summary("A container runs as root, unless its image says otherwise.")
                        .source("Security Hub ECS.20")
                        .in(CONTAINERS)
                        .unless(Facts::onWindows)
                        .whenAt(ContainerDefinition::user, SecurityRules::runsAsRoot)
                        .message("Container \"{name}\" runs as root unless its image says otherwise.")
                        .fix("Set another `user`."),
                advice("security.windows-administrator")
                        .summary("A Windows container runs as administrator.")
                        .source("Security Hub ECS.21; OUR")
                        .in(CONTAINERS)
                        .given(Facts::onWindows)
                        .when(ContainerDefinition::user, "ContainerAdministrator"::equals)
                        .message("Container \"{name}\" runs as {value}.")
                        .fix("Use ContainerUser in the image."),
                advice("security.writable-root")
                        .summary("The root file system of a container is writable.")
                        .source("Security Hub ECS.5; CHECKOV CKV_AWS_336")
                        .in(CONTAINERS)
                        .unless(Facts::onWindows)
                        .unless(TaskTraits::usesExec)
                        .whenAt(
                                ContainerDefinition::readonlyRootFilesystem,
                                container -> !container.is(ContainerDefinition::readonlyRootFilesystem, true))
                        .message("The root file system of container \"{name}\" is writable.")
                        .fix("Set `readonlyRootFilesystem`, and mount what has to be writable."),
                risk("security.dangerous-capability")
                        .summary("A container gets a capability that is nearly as much as root.")
                        .source("OUR")
                        .in(CONTAINERS
                                .member(ContainerDefinition::linuxParameters)
                                .member(LinuxParameters::capabilities)
                                .each(KernelCapabilities::add))
                        .whenValue(CAPABILITIES::contains)
                        .message("Capability {value} gives power near that of root.")
                        .fix("Drop it."),
                risk("security.security-profile-off")
                        .summary("A container switches a protection of the kernel off.")
                        .source("OUR")
                        .in(CONTAINERS.each(ContainerDefinition::dockerSecurityOptions))
                        .whenValue(PROFILES_OFF::contains)
                        .message("\"{value}\" switches a protection of the kernel off.")
                        .fix("Remove it."));
    }

    /** No user, or root by name or number, whatever group stands behind it. */
    private static boolean runsAsRoot(View<ContainerDefinition> container) {
        String user = container.getOr(ContainerDefinition::user, "root");
        int colon = user.indexOf(':');
        String name = colon < 0 ? user : user.substring(0, colon);
        return name.equals("root") || name.equals("0");
    }

    private static List<Rule> ofTasks() {
        return List.of(
                risk("security.host-pid")
                        .summary("A task shares the process namespace of its instance.")
                        .source("Security Hub ECS.3; CHECKOV CKV_AWS_335 (which looks for pidMode on a container)")
                        .in(TASK)
                        .when(TaskDefinition::pidMode, PidMode.HOST::equals)
                        .message("The task shares the process namespace of its instance, and sees all that runs there.")
                        .fix("Use task or nothing."),
                risk("security.host-ipc")
                        .summary("A task shares the IPC namespace of its instance.")
                        .source("API:RegisterTaskDefinitionRequest.ipcMode")
                        .in(TASK)
                        .when(TaskDefinition::ipcMode, IpcMode.HOST::equals)
                        .message("The task shares the IPC namespace of its instance.")
                        .fix("Use task or none."),
                advice("security.host-network")
                        .summary("A task uses the network of its instance.")
                        .source("Security Hub ECS.17")
                        .in(TASK)
                        .when(TaskDefinition::networkMode, NetworkMode.HOST::equals)
                        .message("The task uses the network of its instance.")
                        .fix("Use awsvpc."),
                advice("security.shared-role")
                        .summary("The task role is the execution role.")
                        .source("CHECKOV CKV_AWS_249")
                        .in(TASK)
                        .needing(TaskDefinition::taskRoleArn, TaskDefinition::executionRoleArn)
                        .whenAt(
                                TaskDefinition::taskRoleArn,
                                task -> task.get(TaskDefinition::taskRoleArn)
                                        .equals(task.get(TaskDefinition::executionRoleArn)))
                        .message(
                                "The application has the role that starts its task, with access to images and secrets.")
                        .fix("Use two roles."));
    }

    private static List<Rule> ofVolumes() {
        return List.of(
                risk("security.efs-transit-encryption")
                        .summary("What goes to and from an EFS volume is not encrypted.")
                        .source("Security Hub ECS.18; TRIVY AWS-0035; CHECKOV CKV_AWS_97")
                        .in(VOLUMES.member(Volume::efsVolumeConfiguration))
                        .whenAt(
                                EFSVolumeConfiguration::transitEncryption,
                                efs -> !efs.is(EFSVolumeConfiguration::transitEncryption, EFSTransitEncryption.ENABLED))
                        .with("volume", efs -> efs.within(Volume.class).member(Volume::name))
                        .message("What goes to and from the EFS volume \"{volume}\" is not encrypted.")
                        .fix("Set `transitEncryption` to ENABLED."),
                risk("security.docker-socket")
                        .summary("A volume hands the container runtime of the instance to the task.")
                        .source("OUR")
                        .in(HOST_VOLUMES)
                        .when(HostVolumeProperties::sourcePath, path -> SOCKETS.contains(normal(path)))
                        .message("With {value} the task commands the container runtime of its instance.")
                        .fix("Remove the volume."),
                risk("security.sensitive-host-path")
                        .summary("A volume shows the task a directory of the instance that is best left alone.")
                        .source("OUR")
                        .in(HOST_VOLUMES)
                        .when(HostVolumeProperties::sourcePath, path -> isSensitive(normal(path)))
                        .message("The task sees {value} of its instance.")
                        .fix("Mount a narrower path."));
    }

    private static boolean isSensitive(String path) {
        if (SOCKETS.contains(path)) {
            return false;
        }
        return path.equals("/")
                || SENSITIVE_PATHS.stream()
                        .anyMatch(sensitive -> path.equals(sensitive) || path.startsWith(sensitive + "/"));
    }

    /** The path with single slashes and none at the end. */
    private static String normal(String path) {
        String single = SEVERAL_SLASHES.matcher(path).replaceAll("/");
        return single.length() > 1 && single.endsWith("/") ? single.substring(0, single.length() - 1) : single;
    }
}
