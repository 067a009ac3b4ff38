package io.stowage.ecs.benchmarks.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SheetTest {
    private static final Measured OURS = Measured.of("Stowage", "ours");
    private static final Measured THEIRS = Measured.of("Peer", "theirs");

    private final Figures figures = new Figures();
    private final Sheet sheet = new Sheet(figures, Remarks.read());

    @ParameterizedTest
    @CsvSource({"4, PASS", "4.01, MISSED"})
    void faster_fourTimes_isMetExactlyUpToThere(double times, Verdict verdict) {
        figures.add("ours", new Figure(50, "ns", 0, Double.NaN));
        figures.add("theirs", new Figure(200, "ns", 0, Double.NaN));

        sheet.faster("T1", "work", OURS, THEIRS, times);

        Line line = sheet.lines().get(0);
        assertThat(line.value()).isEqualTo(4);
        assertThat(line.verdict()).isEqualTo(verdict);
        assertThat(line.library()).isEqualTo("50 ns");
        assertThat(line.other()).isEqualTo("Peer 200 ns");
    }

    @ParameterizedTest
    @CsvSource({"0.25, PASS", "0.24, MISSED"})
    void atMostTimes_aQuarter_isMetExactlyFromThere(double times, Verdict verdict) {
        figures.add("ours", new Figure(50, "ns", 0, Double.NaN));
        figures.add("theirs", new Figure(200, "ns", 0, Double.NaN));

        sheet.atMostTimes("T1", "work", OURS, THEIRS, times);

        assertThat(sheet.lines().get(0).verdict()).isEqualTo(verdict);
    }

    @Test
    void atMost_figureOfMany_isHeldForOne() {
        figures.add("ours", new Figure(1000, "ns", 0, Double.NaN));

        sheet.atMost("T1", "work", OURS.per(100), 10);
        sheet.atMost("T1", "work", OURS.per(100), 9.9);

        assertThat(sheet.lines()).extracting(Line::verdict).containsExactly(Verdict.PASS, Verdict.MISSED);
    }

    @ParameterizedTest
    @CsvSource({"0.9, PASS", "1, MISSED", "NaN, NOT_MEASURED"})
    void allocatesNothing_bytes_lessThanOnePass(double bytes, Verdict verdict) {
        figures.add("ours", new Figure(1000, "ns", 0, bytes));

        sheet.allocatesNothing("T1", "work", OURS);

        assertThat(sheet.lines().get(0).verdict()).isEqualTo(verdict);
    }

    @Test
    void missing_targetsMetAndMissed_namesTheFiguresOfTheMissed() {
        figures.add("ours", new Figure(50, "ns", 0, Double.NaN));
        figures.add("theirs", new Figure(200, "ns", 0, Double.NaN));

        sheet.faster("T1", "work", OURS, THEIRS, 4);
        assertThat(sheet.missing()).isEmpty();

        sheet.faster("T1", "work", OURS, THEIRS, 5);
        assertThat(sheet.missing()).containsExactly("ours", "theirs");
    }

    @Test
    void compare_figureThatIsNotThere_isNotMeasuredAndNeverMet() {
        figures.add("ours", new Figure(1000, "ns", 0, Double.NaN));

        sheet.faster("T1", "work", OURS, THEIRS, 1);

        assertThat(sheet.lines()).extracting(Line::verdict).containsExactly(Verdict.NOT_MEASURED);
    }

    @Test
    void add_nameTwice_isRefused() {
        figures.add("ours", Figure.counted(1, "instances"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> figures.add("ours", Figure.counted(2, "instances")))
                .withMessageContaining("ours");
    }

    @ParameterizedTest
    @CsvSource(
            value = {"1234.4; 1,234", "12.34; 12.3", "4; 4", "4.256; 4.26", "0.02463; 0.0246", "NaN; ?"},
            delimiter = ';')
    void number_anySize_hasTheDigitsThatCount(double value, String text) {
        assertThat(Sheet.number(value)).isEqualTo(text);
    }

    @Test
    void results_written_holdEveryFigureAndTarget(@TempDir Path folder) throws IOException {
        figures.add("ours", new Figure(50, "ns", 0.1, 12));
        figures.add("theirs", new Figure(200, "ns", 0, Double.NaN));
        sheet.faster("T1", "some work", OURS, THEIRS, 5);
        Results results = new Results("Title", "quick", figures, sheet.lines(), Map.of("trace", "00ff"), true);

        results.writeJson(folder.resolve("new/results.json"));
        results.writeTable(folder.resolve("new/results.md"));

        JsonNode json =
                new JsonMapper().readTree(folder.resolve("new/results.json").toFile());
        assertThat(json.at("/figures/0/bytes").asInt()).isEqualTo(12);
        assertThat(json.at("/figures/1").has("bytes")).isFalse();
        assertThat(json.at("/targets/0/verdict").asString()).isEqualTo("MISSED");
        assertThat(json.at("/machine/cores").asString()).isNotEmpty();
        assertThat(json.at("/data/trace").asString()).isEqualTo("00ff");
        assertThat(Files.readString(folder.resolve("new/results.md")))
                .startsWith("# Title\n\n0 targets met, 1 missed, 0 not measured. quick.")
                .contains(
                        "| T1 | some work | 50 ns | Peer 200 ns | 4× | ≥ 5× | **missed**: no reason is written down |")
                .contains("these figures are end to end")
                .contains("the decision alone");
    }

    @Test
    void rate_ofATime_isOneByIt() {
        figures.add("ours", new Figure(500, "ns", 0, Double.NaN));

        sheet.rate("T1", "work", OURS);

        assertThat(sheet.lines()).singleElement().satisfies(line -> {
            assertThat(line.library()).isEqualTo("2,000,000/s");
            assertThat(line.verdict()).isEqualTo(Verdict.NO_TARGET);
        });
    }

    @Test
    void shown_figureWithoutTarget_isThereWithoutVerdict() {
        figures.add("ours", new Figure(500, "ns", 0, Double.NaN));

        sheet.shown("T1", "work", OURS);
        sheet.shown("T1", "other", THEIRS);

        assertThat(sheet.lines()).extracting(Line::library).containsExactly("500 ns", "");
        assertThat(sheet.lines()).extracting(Line::verdict).containsExactly(Verdict.NO_TARGET, Verdict.NOT_MEASURED);
    }

    /** A run that leaves something out says so of each target. */
    @Test
    void unmeasured_targetsWithoutFigures_areSaidToBeLeftOutByAQuickRun() {
        sheet.atMost("T1", "before", OURS, 1);
        sheet.unmeasured(Verdict.NOT_IN_QUICK_RUN);
        sheet.atMost("T1", "at most", OURS, 1);
        sheet.faster("T1", "faster", OURS, THEIRS, 4);
        sheet.allocatesNothing("T1", "allocates", OURS);
        sheet.rate("T1", "rate", OURS);

        assertThat(sheet.lines())
                .extracting(Line::verdict)
                .containsExactly(
                        Verdict.NOT_MEASURED,
                        Verdict.NOT_IN_QUICK_RUN,
                        Verdict.NOT_IN_QUICK_RUN,
                        Verdict.NOT_IN_QUICK_RUN,
                        Verdict.NOT_IN_QUICK_RUN);
        assertThat(new Results("Title", "Quick", figures, sheet.lines(), Map.of(), false).table())
                .startsWith("# Title\n\n0 targets met, 0 missed, 1 not measured, 4 not measured in a quick run. Quick.")
                .contains("| T1 | faster |  |  | ? | ≥ 4× | not measured in a quick run |");
    }

    @Test
    void restless_iterationsFurtherApart_areNamed() {
        figures.add("calm", new Figure(500, "ns", 0.3, Double.NaN));
        figures.add("restless", new Figure(500, "ns", 0.31, Double.NaN));

        assertThat(figures.restless(0.3)).containsExactly("restless");
    }
}
