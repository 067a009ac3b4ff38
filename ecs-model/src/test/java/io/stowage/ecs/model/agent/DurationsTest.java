package io.stowage.ecs.model.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationsTest {
    @ParameterizedTest
    @CsvSource({
        "300ms,PT0.3S",
        "10s,PT10S",
        "1h30m,PT1H30M",
        "-1.5h,PT-1H-30M",
        "+2m,PT2M",
        "0,PT0S",
        "1.s,PT1S",
        ".5s,PT0.5S",
        "1us,PT0.000001S",
        "1µs,PT0.000001S",
        "5ns,PT0.000000005S",
        "1.0000000001s,PT1S",
        "1m1m,PT2M"
    })
    void parse_agentForms_areUnderstood(String text, String duration) {
        assertThat(Durations.parse(text)).hasValue(Duration.parse(duration));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "-", "10", "s", "1d", "1h 30m", " 1h", "1h ", ".s", "1..5s", "--1s", "1e3s", "9223372037s"})
    void parse_otherForms_areRefused(String text) {
        assertThat(Durations.parse(text)).isEmpty();
    }

    @Test
    void parse_longText_isRefusedWithoutSearchingOn() {
        assertThat(Durations.parse("1h".repeat(100_000) + "x")).isEmpty();
    }
}
