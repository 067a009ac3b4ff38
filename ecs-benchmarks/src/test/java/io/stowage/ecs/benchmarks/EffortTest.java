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

        assertThat(effort.words())
                .isEqualTo(
                        "A quick run, shorter than the three iterations of 2 s that are meant for one, so that it ends in a quarter of"
                                + " an hour: 1 fork of 3 iterations of 2 s for what headlines speak of, 1 fork of 3 iterations of 2 s for"
                                + " validation, 1 fork of 2 iterations of 0.25 s for the rest, twice as long where an operation is");
        assertThat(effort.timing(Part.Pace.WARM)).isEqualTo(effort.timing(Part.Pace.LONG));
        assertThat(effort.timing(Part.Pace.LONG)).isEqualTo(new Timing(1, 2, 1000, 3, 2000));
        assertThat(effort.timing(Part.Pace.SLOW)).isEqualTo(new Timing(1, 2, 500, 2, 500));
    }

    @Test
    void of_full_publishesHeadlinesInThreeForks() {
        Effort effort = Effort.of(List.of("all", "--full"));

        assertThat(effort.words())
                .isEqualTo(
                        "3 forks of 5 iterations of 5 s for what headlines speak of, 3 forks of 3 iterations of 2 s for validation, 1 fork of 3"
                                + " iterations of 0.5 s for the rest, twice as long where an operation is; what was restless once more");
        Options published = effort.timing(Part.Pace.LONG).options("x").build();
        assertThat(published.getForkCount().get()).isEqualTo(3);
        assertThat(published.getMeasurementIterations().get()).isEqualTo(5);
        assertThat(published.getMeasurementTime().get()).isEqualTo(TimeValue.milliseconds(5000));
    }

    @Test
    void of_forksAndIterations_areThoseOfTheRest() {
        Effort effort = Effort.of(List.of("all", "--full", "--forks=2", "--iteration-ms=3000"));
        Options options = Part.of("x", Part.Pace.ORDINARY).options(effort).build();

        assertThat(options.getForkCount().get()).isEqualTo(2);
        assertThat(options.getMeasurementTime().get()).isEqualTo(TimeValue.milliseconds(3000));
        assertThat(effort.timing(Part.Pace.LONG)).isEqualTo(Timing.PUBLISHED);
    }

    /** Counted, not timed: forks by what each needs on an idle machine of two cores. */
    @ParameterizedTest
    @CsvSource({"'', 13", "--full, 60"})
    void seconds_ofAllSuites_areAsFewAsPromised(String option, int minutes) {
        Effort effort = Effort.of(option.isEmpty() ? List.of("all") : List.of("all", option));

        double seconds = Suite.of("all").stream()
                .mapToDouble(suite -> suite.seconds(effort))
                .sum();

        assertThat(seconds).isBetween(minutes * 60 * 0.5, minutes * 60.0);
    }

    @ParameterizedTest
    @CsvSource({"59.5, a minute", "60.5, 2 minutes", "719, 12 minutes"})
    void minutes_seconds_areRoundedUp(double seconds, String words) {
        assertThat(SuiteRun.minutes(seconds)).isEqualTo(words);
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
