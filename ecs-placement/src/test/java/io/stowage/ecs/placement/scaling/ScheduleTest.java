package io.stowage.ecs.placement.scaling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduleTest {
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    private static List<String> fires(String schedule, ZoneId zone, String after, int count) {
        Instant start = Instant.parse(after);
        return Schedule.parse(schedule, zone).next(start, start, count).stream()
                .map(Instant::toString)
                .toList();
    }

    @Test
    void cron_withSeconds_takesSevenFields() {
        assertThat(fires("cron(30 0 10 * * ? *)", ZoneOffset.UTC, "2024-01-01T00:00:00Z", 1))
                .containsExactly("2024-01-01T10:00:30Z");
    }

    @Test
    void cron_bothDayFields_mustBothMatch() {
        assertThat(fires("cron(0 0 13 * FRI *)", ZoneOffset.UTC, "2024-01-01T00:00:00Z", 2))
                .containsExactly("2024-09-13T00:00:00Z", "2024-12-13T00:00:00Z");
    }

    @Test
    void cron_daysByNumber_beginWithSunday() {
        assertThat(fires("cron(0 0 ? * 1 *)", ZoneOffset.UTC, "2024-01-01T00:00:00Z", 1))
                .containsExactly("2024-01-07T00:00:00Z");
    }

    @Test
    void cron_listsRangesAndSteps_areSets() {
        assertThat(fires("cron(5,10-12,40/10 0 1 jan ? 2025)", ZoneOffset.UTC, "2024-01-01T00:00:00Z", 9))
                .extracting(text -> text.substring(14, 16))
                .containsExactly("05", "10", "11", "12", "40", "50");
    }

    @Test
    void cron_dayThatNeverComes_ends() {
        assertThat(fires("cron(0 0 30 FEB ? *)", ZoneOffset.UTC, "2024-01-01T00:00:00Z", 1))
                .isEmpty();
    }

    @Test
    void cron_hourThatComesTwice_firesInTheFirstOnly() {
        assertThat(fires("cron(0/30 1 * * ? *)", NEW_YORK, "2024-11-03T05:30:00Z", 2))
                .containsExactly("2024-11-04T06:00:00Z", "2024-11-04T06:30:00Z");
    }

    @Test
    void at_timeThatIsSkipped_neverFires() {
        assertThat(fires("at(2024-03-10T02:30:00)", NEW_YORK, "2024-01-01T00:00:00Z", 1))
                .isEmpty();
    }

    @Test
    void rate_fromAnchorInTheFuture_firesOnePeriodAfterIt() {
        Instant after = Instant.parse("2024-01-01T00:00:00Z");
        assertThat(Schedule.parse("rate(1 day)", ZoneOffset.UTC).next(after, after.plusSeconds(60)))
                .contains(Instant.parse("2024-01-02T00:01:00Z"));
    }

    @Test
    void next_anyCron_ascendsStrictly() {
        for (String text : List.of("cron(* * * * ? *)", "cron(0/7 1-3 L * ? *)", "cron(30 2 ? * SUN *)")) {
            List<Instant> fires =
                    Schedule.parse(text, NEW_YORK).next(Instant.parse("2024-03-09T23:58:00Z"), Instant.EPOCH, 200);
            assertThat(fires).hasSize(200).isSorted().doesNotHaveDuplicates();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cron(0 0 LW * ? *) | CRON_FIELD_RANGE",
                "cron(0 0 ? * FRI#2 *) | CRON_FIELD_RANGE",
                "cron(0 0 ? * L *) | CRON_FIELD_RANGE",
                "cron(0 ? * * ? *) | CRON_FIELD_RANGE",
                "cron(0 0 0 * ? *) | CRON_FIELD_RANGE",
                "cron(0 0 ? * 8 *) | CRON_FIELD_RANGE",
                "cron(0 0 ? * 0 *) | CRON_FIELD_RANGE",
                "cron(0/0 0 * * ? *) | CRON_FIELD_RANGE",
                "cron(9-5 0 * * ? *) | CRON_FIELD_RANGE",
                "cron(, 0 * * ? *) | CRON_FIELD_RANGE",
                "cron(-1 0 * * ? *) | CRON_FIELD_RANGE",
                "cron(0 0 * FOO ? *) | CRON_FIELD_RANGE",
                "cron(0 0 * * ? 1969) | CRON_FIELD_RANGE",
                "cron(0 0 * * ? 99999999999) | CRON_FIELD_RANGE",
                "cron() | CRON_FIELD_COUNT",
                "cron(0 0 0 0 * * ? *) | CRON_FIELD_COUNT",
                "rate() | RATE_NOT_POSITIVE",
                "rate(-5 minutes) | RATE_NOT_POSITIVE",
                "rate(99999999999999999999 minutes) | RATE_NOT_POSITIVE",
                "rate(5 minute) | RATE_UNIT_MISMATCH",
                "rate(5 seconds) | RATE_UNIT_MISMATCH",
                "rate(5) | RATE_UNIT_MISMATCH",
                "at(2024-02-30T00:00:00) | AT_FORMAT",
                "at(2024-07-01T08:00:00Z) | AT_FORMAT",
                "cron(0 0 * * ? * | UNKNOWN_SCHEDULE",
                "'' | UNKNOWN_SCHEDULE"
            })
    void parse_whatCannotBe_saysWhy(String text, ScheduleError error) {
        assertThatExceptionOfType(ScheduleException.class)
                .isThrownBy(() -> Schedule.parse(text, ZoneOffset.UTC))
                .satisfies(e -> assertThat(e.error()).isEqualTo(error))
                .withMessageContaining("expected");
    }

    @ParameterizedTest
    @ValueSource(strings = {"cron(0 0 31 12 ? 2199)", "at(9999-12-31T23:59:59)", "rate(1000000 days)"})
    void next_farAway_isFound(String text) {
        assertThat(Schedule.parse(text, ZoneOffset.UTC).next(Instant.EPOCH, Instant.EPOCH))
                .isPresent();
    }
}
