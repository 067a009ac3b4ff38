package io.stowage.ecs.model.attributes;

import io.stowage.ecs.model.attributes.RequiredAttributes.Feature;
import io.stowage.ecs.model.needs.TaskSize;
import io.stowage.ecs.model.taskdef.DockerVolumeConfiguration;
import io.stowage.ecs.model.taskdef.IpcMode;
import io.stowage.ecs.model.taskdef.NetworkMode;
import io.stowage.ecs.model.taskdef.TaskDefinition;
import io.stowage.ecs.model.taskdef.Volume;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Works out {@link RequiredAttributes}: one object for one task definition. */
final class AttributesOfTask {
    /** Names of the first years of ECS, and the names of those since. */
    static final String OLD = "com.amazonaws.ecs.capability.";

    static final String NEW = "ecs.capability.";
    static final String DOCKER = OLD + "docker-remote-api.";

    /** Up to here every agent takes the cpu of a task; https://github.com/aws/amazon-ecs-agent names the rest a capability. */
    private static final long USUAL_CPU_UNITS = 10240;

    private final TaskDefinition definition;
    private final Map<String, List<String>> askedBy = new TreeMap<>();

    AttributesOfTask(TaskDefinition definition) {
        this.definition = definition;
    }

    RequiredAttributes listed() {
        task();
        volumes();
        for (int i = 0; i < definition.containerDefinitions().size(); i++) {
            new AttributesOfContainer(
                            definition.containerDefinitions().get(i),
                            "/containerDefinitions/" + i,
                            isWritten(definition.executionRoleArn()),
                            this::ask)
                    .listed();
        }
        return result();
    }

    RequiredAttributes complete(Set<Feature> features) {
        listed();
        if (definition.cpu() != null && TaskSize.cpuUnits(definition.cpu()).orElse(0) > USUAL_CPU_UNITS) {
            ask(NEW + "increased-task-cpu-limit", "/cpu");
        }
        for (int i = 0; i < definition.containerDefinitions().size(); i++) {
            String user = definition.containerDefinitions().get(i).user();
            if (definition.containerDefinitions().get(i).firelensConfiguration() != null
                    && user != null
                    && !user.isEmpty()
                    && !isRoot(user)) {
                ask(NEW + "firelens.non-root-user", "/containerDefinitions/" + i + "/user");
            }
        }
        if (features.contains(Feature.EXECUTE_COMMAND)) {
            ask(NEW + "execute-command", "/request/enableExecuteCommand");
        }
        if (features.contains(Feature.SERVICE_CONNECT)) {
            ask(NEW + "service-connect-v1", "/request/serviceConnectConfiguration");
        }
        return result();
    }

    /** {@code user} is a name or number, with an optional group behind a colon. */
    private static boolean isRoot(String user) {
        String name = user.split(":", 2)[0];
        return name.equals("root") || name.equals("0");
    }

    private void task() {
        NetworkMode mode = definition.effectiveNetworkMode();
        if (mode.equals(NetworkMode.AWSVPC)) {
            ask(NEW + "task-eni", "/networkMode");
        }
        if (mode.equals(NetworkMode.AWSVPC) || mode.equals(NetworkMode.HOST)) {
            ask(DOCKER + "1.18", "/networkMode");
        }
        if (isWritten(definition.taskRoleArn())) {
            ask(OLD + (mode.equals(NetworkMode.HOST) ? "task-iam-role-network-host" : "task-iam-role"), "/taskRoleArn");
        }
        if (definition.pidMode() != null && isWritten(definition.pidMode().value())) {
            ask(NEW + "pid-ipc-namespace-sharing", "/pidMode");
        }
        if (definition.ipcMode() != null && isWritten(definition.ipcMode().value())) {
            ask(NEW + "pid-ipc-namespace-sharing", "/ipcMode");
            if (definition.ipcMode().equals(IpcMode.NONE)) {
                ask(DOCKER + "1.32", "/ipcMode");
            }
        }
        if (definition.proxyConfiguration() != null) {
            ask(NEW + "aws-appmesh", "/proxyConfiguration");
        }
        if (definition.ephemeralStorage() != null) {
            ask(NEW + "extensible-ephemeral-storage", "/ephemeralStorage");
        }
        if (Boolean.TRUE.equals(definition.enableFaultInjection())) {
            ask(NEW + "fault-injection", "/enableFaultInjection");
        }
    }

    private void volumes() {
        for (int i = 0; i < definition.volumes().size(); i++) {
            Volume volume = definition.volumes().get(i);
            String pointer = "/volumes/" + i + "/";
            if (volume.efsVolumeConfiguration() != null) {
                String efs = pointer + "efsVolumeConfiguration";
                ask(NEW + "efs", efs);
                ask(NEW + "efsAuth", efs);
                ask(DOCKER + "1.25", efs);
            }
            DockerVolumeConfiguration docker = volume.dockerVolumeConfiguration();
            if (docker != null) {
                String driver = docker.driver() == null || docker.driver().isEmpty() ? "local" : docker.driver();
                ask(NEW + "docker-plugin." + driver.replace(':', '.'), pointer + "dockerVolumeConfiguration");
                ask(DOCKER + "1.25", pointer + "dockerVolumeConfiguration");
            }
            if (volume.fsxWindowsFileServerVolumeConfiguration() != null) {
                ask(NEW + "fsxWindowsFileServer", pointer + "fsxWindowsFileServerVolumeConfiguration");
            }
            if (volume.s3filesVolumeConfiguration() != null) {
                ask(NEW + "storage.s3-files", pointer + "s3filesVolumeConfiguration");
            }
            if (Boolean.TRUE.equals(volume.configuredAtLaunch())) {
                ask(NEW + "storage.ebs-task-volume-attach", pointer + "configuredAtLaunch");
            }
        }
    }

    private void ask(String attribute, String pointer) {
        List<String> pointers = askedBy.computeIfAbsent(attribute, name -> new ArrayList<>());
        if (!pointers.contains(pointer)) {
            pointers.add(pointer);
        }
    }

    private RequiredAttributes result() {
        List<RequiredAttribute> attributes = new ArrayList<>();
        askedBy.forEach(
                (name, pointers) -> attributes.add(new RequiredAttribute(name, pointers, AttributeProviders.of(name))));
        return new RequiredAttributes(attributes);
    }

    static boolean isWritten(@Nullable String text) {
        return text != null && !text.isEmpty();
    }
}
