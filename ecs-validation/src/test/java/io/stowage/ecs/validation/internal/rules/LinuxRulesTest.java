package io.stowage.ecs.validation.internal.rules;

import static io.stowage.ecs.validation.internal.rules.Found.inContainer;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinuxRulesTest {
    private static List<String> found(String members) {
        return inContainer("linux", "\"linuxParameters\": {" + members + "}");
    }

    @ParameterizedTest
    @CsvSource({
        "mode=1777,true",
        "rw,true",
        "uid=,true",
        "readonly,false",
        "RW,false",
        "=rw,false",
        "rw =1,false",
        "${OPTION},true"
    })
    void mountOption_everyForm_isJudgedByItsName(String option, boolean accepted) {
        assertThat(found("\"tmpfs\": [{\"containerPath\": \"/run\", \"size\": 1, \"mountOptions\": [\"" + option
                        + "\"]}]"))
                .isEqualTo(
                        accepted ? List.of() : List.of("tmpfs-mount-option 0/linuxParameters/tmpfs/0/mountOptions/0"));
    }

    @Test
    void tmpfs_missingPathOrSmallSize_isIncomplete() {
        assertThat(found("\"tmpfs\": [{\"size\": 1}, {\"containerPath\": \"/a\", \"size\": 0},"
                        + " {\"containerPath\": \"/a\"}, {\"containerPath\": \"/a\", \"size\": \"${SIZE}\"},"
                        + " {\"containerPath\": \"/a\", \"size\": 1}]"))
                .containsExactly(
                        "tmpfs-incomplete 0/linuxParameters/tmpfs/0",
                        "tmpfs-incomplete 0/linuxParameters/tmpfs/1",
                        "tmpfs-incomplete 0/linuxParameters/tmpfs/2");
    }

    @Test
    void numbers_atTheirBoundaries_areAccepted() {
        assertThat(found("\"swappiness\": 0, \"maxSwap\": 0, \"sharedMemorySize\": 1"))
                .isEmpty();
        assertThat(found("\"swappiness\": 100, \"maxSwap\": 1")).isEmpty();
        assertThat(found("\"swappiness\": -1, \"maxSwap\": -1, \"sharedMemorySize\": -1"))
                .containsExactlyInAnyOrder(
                        "swappiness-range 0/linuxParameters/swappiness",
                        "max-swap-negative 0/linuxParameters/maxSwap",
                        "shared-memory-size 0/linuxParameters/sharedMemorySize");
        assertThat(found("\"swappiness\": 1, \"maxSwap\": \"${SWAP}\"")).isEmpty();
    }

    @Test
    void capabilities_ofAPrivilegedContainer_areIgnoredIfThereAreAny() {
        assertThat(inContainer("linux", "\"privileged\": true, \"linuxParameters\": {\"capabilities\": {\"add\": []}}"))
                .isEmpty();
        assertThat(inContainer(
                        "linux",
                        "\"privileged\": true, \"linuxParameters\": {\"capabilities\": {\"add\": [\"KILL\"]}}"))
                .containsExactly("capabilities-ignored-when-privileged 0/linuxParameters/capabilities");
        assertThat(
                        inContainer(
                                "linux",
                                "\"privileged\": \"${P}\", \"linuxParameters\": {\"capabilities\": {\"drop\": [\"kill\", \"ALL\"]}}"))
                .containsExactly("capability-unknown 0/linuxParameters/capabilities/drop/0");
    }
}
