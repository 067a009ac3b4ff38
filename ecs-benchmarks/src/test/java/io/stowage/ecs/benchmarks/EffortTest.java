package io.stowage.ecs.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.TimeValue;

class EffortTest {
    @Test
    void of_noOptions_isAFirstLook() {
        Effort effort = Effort.of(List.of("all", "target"));

        assertThat(effort.words()).isEqualTo("1 fork of 2 iterations of 0.2 s, for a first look");
    }

    @Test
    void of_full_publishesHeadlinesInThreeForks() {
        Effort effort = Effort.of(List.of("all", "--full"));

        assertThat(effort.words())
                .isEqualTo(
                        "3 forks of 5 iterations of 5 s for what headlines speak of, 1 fork of 3 iterations of 0.5 s for the rest;"
                                + " what was restless once more");
        Options published = Effort.published("x").build();
        assertThat(published.getForkCount().get()).isEqualTo(3);
        assertThat(published.getMeasurementIterations().get()).isEqualTo(5);
        assertThat(published.getMeasurementTime().get()).isEqualTo(TimeValue.milliseconds(5000));
    }

    @Test
    void of_forksAndIterations_areThoseOfTheRest() {
        Options options = Effort.of(List.of("all", "--full", "--forks=3", "--iteration-ms=5000"))
                .options("x")
                .build();

        assertThat(options.getForkCount().get()).isEqualTo(3);
        assertThat(options.getMeasurementTime().get()).isEqualTo(TimeValue.milliseconds(5000));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--fast | \"--fast\" is no option; --full, --again, --forks=N or --iteration-ms=N was expected",
                "--forks=many | \"--forks=many\" has no number; --forks=3 was expected",
                "--iteration-ms=0 | \"--iteration-ms=0\" has no number; --iteration-ms=3 was expected",
            })
    void of_whatIsNoOption_saysWhatIs(String option, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Effort.of(List.of("all", option)))
                .withMessage(message);
    }

    @Test
    void of_fullAndAgain_saysThatOneIsEnough() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Effort.of(List.of("all", "--full", "--again")))
                .withMessageContaining("--again is for a quick run");
    }

    @Test
    void run_severalFolders_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SuiteRun.of(List.of("memory", "one", "--full", "other")))
                .withMessage("what is written goes to one folder; [one, other] are several");
    }
}
