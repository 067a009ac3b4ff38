package io.stowage.ecs.validation.internal.rules;

import static io.stowage.ecs.validation.internal.rules.Found.container;
import static io.stowage.ecs.validation.internal.rules.Found.task;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VolumeRulesTest {
    private static final String MOUNT = ", \"mountPoints\": [{\"sourceVolume\": \"a\", \"containerPath\": \"/a\"}]";

    private static List<String> ofVolume(String ofTask, String members) {
        return found(ofTask + "\"volumes\": [{\"name\": \"a\", " + members + "}], ", container("app", MOUNT));
    }

    private static List<String> found(String ofTask, String... containers) {
        String text = task(ofTask, containers);
        return Stream.concat(Found.in("volume", text).stream(), Found.in("mount", text).stream())
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "'',/a,false",
        "'',a,true",
        "'',C:\\\\a,false",
        "'',\\\\\\\\pipe,false",
        "LINUX,/a,false",
        "LINUX,C:\\\\a,true",
        "LINUX,./a,true",
        "WINDOWS_SERVER_2022_CORE,C:\\\\a,false",
        "WINDOWS_SERVER_2022_CORE,\\\\\\\\pipe,false",
        "WINDOWS_SERVER_2022_CORE,/a,true",
        "WINDOWS_SERVER_2022_CORE,a,true",
        "${FAMILY},a,false",
        "LINUX,${PATH},false"
    })
    void path_everySystem_hasItsOwnForm(String family, String path, boolean relative) {
        String platform =
                family.isEmpty() ? "" : "\"runtimePlatform\": {\"operatingSystemFamily\": \"" + family + "\"}, ";

        assertThat(found(
                        platform + "\"volumes\": [{\"name\": \"a\"}], ",
                        container(
                                "app",
                                ", \"mountPoints\": [{\"sourceVolume\": \"a\", \"containerPath\": \"" + path + "\"}]")))
                .isEqualTo(relative ? List.of("relative-path 0/mountPoints/0/containerPath") : List.of());
        assertThat(Found.in(
                        "volume",
                        task(
                                platform + "\"volumes\": [{\"name\": \"a\", \"host\": {\"sourcePath\": \"" + path
                                        + "\"}}], ",
                                container("app", ""))))
                .isEqualTo(
                        relative && !family.startsWith("WINDOWS")
                                ? List.of("host-path-relative /volumes/0/host/sourcePath")
                                : List.of());
    }

    @Test
    void duplicatePath_slashAtTheEnd_doesNotCount() {
        assertThat(found(
                        "\"volumes\": [{\"name\": \"a\"}], ",
                        container(
                                "app",
                                ", \"mountPoints\": [{\"sourceVolume\": \"a\", \"containerPath\": \"/a/\"},"
                                        + " {\"sourceVolume\": \"a\", \"containerPath\": \"/a\"},"
                                        + " {\"sourceVolume\": \"a\", \"containerPath\": \"/\"},"
                                        + " {\"sourceVolume\": \"a\", \"containerPath\": \"${PATH}\"},"
                                        + " {\"sourceVolume\": \"a\", \"containerPath\": \"${PATH}\"}]")))
                .containsExactly("duplicate-path 0/mountPoints/1/containerPath");
    }

    @Test
    void unknownVolume_listOrNameNotKnown_isSilent() {
        assertThat(found("", container("app", MOUNT))).containsExactly("unknown-volume 0/mountPoints/0/sourceVolume");
        assertThat(found("\"volumes\": \"${VOLUMES}\", ", container("app", MOUNT)))
                .isEmpty();
        assertThat(found("\"volumes\": [{\"name\": \"${NAME}\"}], ", container("app", MOUNT)))
                .isEmpty();
        assertThat(Found.in("mount", "[" + container("app", MOUNT) + "]")).isEmpty();
    }

    @Test
    void configuredAtLaunch_mountedByNobody_isFoundUnlessAMountIsNotKnown() {
        String volumes = "\"volumes\": [{\"name\": \"a\", \"configuredAtLaunch\": true}], ";

        assertThat(found(volumes, container("app", MOUNT))).isEmpty();
        assertThat(found(volumes, container("app", "")))
                .containsExactly("configured-at-launch-unmounted /volumes/0/name");
        assertThat(found(volumes, container("app", ", \"mountPoints\": \"${MOUNTS}\"")))
                .isEmpty();
    }

    @Test
    void severalConfigurations_notConfiguredAtLaunch_isNone() {
        assertThat(ofVolume("", "\"host\": {}, \"configuredAtLaunch\": false")).isEmpty();
        assertThat(ofVolume("", "\"host\": {}, \"configuredAtLaunch\": true"))
                .containsExactly("several-configurations /volumes/0");
    }

    @ParameterizedTest
    @CsvSource({
        "fs-12345678,true",
        "fs-0123456789abcdef0,true",
        "fs-1234567,false",
        "fs-1234567g,false",
        "arn:aws:elasticfilesystem:eu-west-1:ACCOUNT:file-system/fs-12345678,true",
        "arn:aws:elasticfilesystem:eu-west-1:1:access-point/fsap-12345678,false",
        "${FILE_SYSTEM},true"
    })
    void efsId_everyForm_isJudged(String id, boolean accepted) {
        assertThat(ofVolume("", "\"efsVolumeConfiguration\": {\"fileSystemId\": \"" + id + "\"}"))
                .isEqualTo(accepted ? List.of() : List.of("efs-id /volumes/0/efsVolumeConfiguration/fileSystemId"));
    }

    @ParameterizedTest
    @CsvSource({
        "'',1",
        "\"DISABLED\",1",
        "\"ENABLED\",0",
        "\"${ENCRYPTION}\",0",
        // Reported once, as a value that ECS does not know.
        "\"true\",1"
    })
    void efs_accessPointWithIam_needsEncryptionOnce(String encryption, int findings) {
        String written = encryption.isEmpty() ? "" : ", \"transitEncryption\": " + encryption;

        assertThat(ofVolume(
                        "\"taskRoleArn\": \"web\", ",
                        "\"efsVolumeConfiguration\": {\"fileSystemId\": \"fs-12345678\"" + written
                                + ", \"authorizationConfig\": {\"accessPointId\": \"fsap-1\", \"iam\": \"ENABLED\"}}"))
                .hasSize(findings);
    }

    @Test
    void autoprovision_unknownScope_isReportedForTheScopeAlone() {
        assertThat(ofVolume("", "\"dockerVolumeConfiguration\": {\"autoprovision\": true}"))
                .containsExactly("docker-autoprovision-scope /volumes/0/dockerVolumeConfiguration/autoprovision");
        assertThat(ofVolume("", "\"dockerVolumeConfiguration\": {\"autoprovision\": true, \"scope\": \"global\"}"))
                .containsExactly("docker-scope /volumes/0/dockerVolumeConfiguration/scope");
    }

    @Test
    void fsx_missingParts_areNamedTogether() {
        assertThat(ofVolume(
                        "\"executionRoleArn\": \"web\", ",
                        "\"fsxWindowsFileServerVolumeConfiguration\": {\"fileSystemId\": \"${ID}\"}"))
                .containsExactly("fsx-incomplete /volumes/0/fsxWindowsFileServerVolumeConfiguration");
    }
}
