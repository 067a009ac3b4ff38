package io.stowage.ecs.model.volume;

import io.stowage.ecs.model.internal.tables.Table;
import io.stowage.ecs.model.taskdef.DockerVolumeConfiguration;
import io.stowage.ecs.model.taskdef.Scope;
import io.stowage.ecs.model.taskdef.TaskDefinition;
import io.stowage.ecs.model.taskdef.Volume;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What follows from a volume of a task definition. ECS shares no disk between instances: a directory of an instance stays on that
 * instance, and a disk stays in its availability zone. See <a
 * href="https://docs.aws.amazon.com/AmazonECS/latest/developerguide/using_data_volumes.html">data volumes</a>.
 *
 * @param name the name of the volume; empty if it has none
 * @param kind what kind it is
 * @param pointer the JSON pointer of the member that decides it
 */
public record VolumeFacts(String name, VolumeKind kind, String pointer) {
    private static final List<String> ZONE_DRIVERS =
            Table.rows("zone-volume-drivers.tsv", 3).stream().map(row -> row[0]).toList();

    /**
     * The facts about all volumes of a task definition.
     *
     * @param definition the task definition
     * @return in the order of the volumes; unmodifiable
     */
    public static List<VolumeFacts> of(TaskDefinition definition) {
        List<VolumeFacts> facts = new ArrayList<>();
        for (int i = 0; i < definition.volumes().size(); i++) {
            facts.add(of(definition.volumes().get(i), "/volumes/" + i));
        }
        return List.copyOf(facts);
    }

    private static VolumeFacts of(Volume volume, String pointer) {
        String name = volume.name() == null ? "" : volume.name();
        DockerVolumeConfiguration docker = volume.dockerVolumeConfiguration();
        if (volume.efsVolumeConfiguration() != null) {
            return new VolumeFacts(name, VolumeKind.EFS, pointer + "/efsVolumeConfiguration");
        }
        if (docker != null) {
            return new VolumeFacts(name, kind(docker), pointer + "/dockerVolumeConfiguration");
        }
        if (volume.fsxWindowsFileServerVolumeConfiguration() != null) {
            return new VolumeFacts(name, VolumeKind.FSX_WINDOWS, pointer + "/fsxWindowsFileServerVolumeConfiguration");
        }
        if (volume.s3filesVolumeConfiguration() != null) {
            return new VolumeFacts(name, VolumeKind.S3_FILES, pointer + "/s3filesVolumeConfiguration");
        }
        if (Boolean.TRUE.equals(volume.configuredAtLaunch())) {
            return new VolumeFacts(name, VolumeKind.EBS_PER_TASK, pointer + "/configuredAtLaunch");
        }
        String path = volume.host() == null ? null : volume.host().sourcePath();
        return path == null || path.isEmpty()
                ? new VolumeFacts(name, VolumeKind.TASK_DIRECTORY, pointer)
                : new VolumeFacts(name, VolumeKind.HOST_DIRECTORY, pointer + "/host/sourcePath");
    }

    private static VolumeKind kind(DockerVolumeConfiguration docker) {
        if (!Scope.SHARED.equals(docker.scope())) {
            return VolumeKind.DOCKER_TASK;
        }
        String driver = docker.driver() == null ? "local" : docker.driver();
        boolean zonal = ZONE_DRIVERS.stream()
                .anyMatch(known -> known.endsWith("*")
                        ? driver.startsWith(known.substring(0, known.length() - 1))
                        : driver.equals(known));
        return zonal ? VolumeKind.DOCKER_SHARED_ZONAL : VolumeKind.DOCKER_SHARED;
    }

    /**
     * What the data is tied to.
     *
     * @return never null
     */
    public DataTie tie() {
        return kind.tie();
    }

    /**
     * The constraint that keeps tasks where their data is, for the data of one zone.
     *
     * @param availabilityZone where the disk is, for example {@code eu-central-1a}
     * @return an expression for a {@code memberOf} constraint; empty unless the data is tied to a zone
     */
    public Optional<String> zonePin(String availabilityZone) {
        return tie() == DataTie.ZONE
                ? Optional.of("attribute:ecs.availability-zone == " + availabilityZone)
                : Optional.empty();
    }
}
