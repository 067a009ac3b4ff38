package io.stowage.ecs.model.volume;

import static org.assertj.core.api.Assertions.assertThat;

import io.stowage.ecs.model.spec.SpecCases;
import io.stowage.ecs.model.taskdef.EphemeralStorage;
import java.util.List;
import org.junit.jupiter.api.Test;

class VolumeFactsTest {
    @Test
    void of_everyKind_saysWhatItsDataIsTiedTo() {
        List<VolumeFacts> facts = VolumeFacts.of(SpecCases.taskDefinition("""
                {"family": "f", "volumes": [
                  {"name": "empty"},
                  {"name": "empty-host", "host": {}},
                  {"name": "host", "host": {"sourcePath": "/data"}},
                  {"name": "docker", "dockerVolumeConfiguration": {}},
                  {"name": "shared", "dockerVolumeConfiguration": {"scope": "shared"}},
                  {"name": "zonal", "dockerVolumeConfiguration": {"scope": "shared", "driver": "rexray/ebs:0.11"}},
                  {"name": "zonal-task", "dockerVolumeConfiguration": {"scope": "task", "driver": "rexray/ebs"}},
                  {"name": "efs", "efsVolumeConfiguration": {"fileSystemId": "fs-1"}},
                  {"name": "fsx", "fsxWindowsFileServerVolumeConfiguration": {}},
                  {"name": "s3", "s3filesVolumeConfiguration": {}},
                  {"name": "ebs", "configuredAtLaunch": true},
                  {"host": {"sourcePath": ""}}]}"""));
        assertThat(facts.stream().map(VolumeFacts::kind))
                .containsExactly(
                        VolumeKind.TASK_DIRECTORY,
                        VolumeKind.TASK_DIRECTORY,
                        VolumeKind.HOST_DIRECTORY,
                        VolumeKind.DOCKER_TASK,
                        VolumeKind.DOCKER_SHARED,
                        VolumeKind.DOCKER_SHARED_ZONAL,
                        VolumeKind.DOCKER_TASK,
                        VolumeKind.EFS,
                        VolumeKind.FSX_WINDOWS,
                        VolumeKind.S3_FILES,
                        VolumeKind.EBS_PER_TASK,
                        VolumeKind.TASK_DIRECTORY);
        assertThat(facts.stream().filter(f -> f.tie() != DataTie.NONE).map(f -> f.name() + " " + f.tie()))
                .containsExactly("host INSTANCE", "shared INSTANCE", "zonal ZONE");
        assertThat(facts.stream().filter(f -> f.kind().outlivesTask()).map(VolumeFacts::name))
                .containsExactly("host", "shared", "zonal", "efs", "fsx", "s3");
        assertThat(facts.get(2).pointer()).isEqualTo("/volumes/2/host/sourcePath");
        assertThat(facts.get(5).zonePin("eu-central-1a")).hasValue("attribute:ecs.availability-zone == eu-central-1a");
        assertThat(facts.get(2).zonePin("eu-central-1a")).isEmpty();
    }

    @Test
    void fargateStorage_ofPlatforms_differs() {
        EphemeralStorage big = EphemeralStorage.builder().sizeInGiB(100).build();
        assertThat(FargateStorage.of("1.3.0", false, big)).isEqualTo(new FargateStorage(14, 4));
        assertThat(FargateStorage.of("1.4.0", false, null)).isEqualTo(new FargateStorage(20, 20));
        assertThat(FargateStorage.of("1.10.0", false, big)).isEqualTo(new FargateStorage(100, 100));
        assertThat(FargateStorage.of(null, false, EphemeralStorage.builder().build()))
                .isEqualTo(new FargateStorage(20, 20));
        assertThat(FargateStorage.of("LATEST", true, null)).isEqualTo(new FargateStorage(20, 20));
        assertThat(FargateStorage.of("1.0.0", true, null)).isEqualTo(new FargateStorage(20, 20));
    }
}
