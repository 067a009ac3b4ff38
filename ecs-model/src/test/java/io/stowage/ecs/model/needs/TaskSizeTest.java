package io.stowage.ecs.model.needs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TaskSizeTest {

    @ParameterizedTest
    @CsvSource({
        "512, 512",
        "' 512 ', 512",
        "0, 0",
        "1 vCPU, 1024",
        "1 vcpu, 1024",
        "2VCPU, 2048",
        "4 vCPUs, 4096",
        "0.5 vCPU, 512",
        ".25 vcpu, 256",
        "1. vCPU, 1024",
        "0.3 vCPU, 307",
        "999999999999, 999999999999",
        "999999999 vCPU, 1023999998976"
    })
    void cpuUnits_numberOrVcpu_isRead(String text, long expected) {
        assertThat(TaskSize.cpuUnits(text)).hasValue(expected);
    }

    @ParameterizedTest
    @CsvSource({"1024, 1024", "1 GB, 1024", "1gb, 1024", "0.5GB, 512", "30 GB, 30720", ".5 gB, 512"})
    void memoryMib_numberOrGb_isRead(String text, long expected) {
        assertThat(TaskSize.memoryMib(text)).hasValue(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "-1",
                "+1",
                "1.5",
                "1 GB",
                "vCPU",
                ". vCPU",
                "1e3",
                "${CPU}",
                "1 2",
                "1234567890123",
                "٣"
            })
    void cpuUnits_neitherForm_isEmpty(String text) {
        assertThat(TaskSize.cpuUnits(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1 vCPU", "1 MB", "1 GiB", "1.5", "GB", "-1 GB", "<MEMORY>"})
    void memoryMib_neitherForm_isEmpty(String text) {
        assertThat(TaskSize.memoryMib(text)).isEmpty();
    }
}
