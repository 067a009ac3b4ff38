package io.stowage.ecs.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.stowage.ecs.benchmarks.place.MemoryFigures;
import io.stowage.ecs.benchmarks.place.PlacementTargets;
import io.stowage.ecs.benchmarks.results.Figure;
import io.stowage.ecs.benchmarks.results.Figures;
import io.stowage.ecs.benchmarks.results.Line;
import io.stowage.ecs.benchmarks.results.Remarks;
import io.stowage.ecs.benchmarks.results.Sheet;
import io.stowage.ecs.benchmarks.results.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A target whose figure has a name that no benchmark gives would never be measured, and nobody would notice. */
class TargetsTest {
    @ParameterizedTest
    @EnumSource(names = {"EXPRESSIONS", "PLACEMENT", "VALIDATION", "SERVICES"})
    void full_everyTarget_speaksOfFiguresThatAreMeasuredAndOfAllOfThem(Suite suite) {
        Sheet sheet = sheet();
        suite.check(sheet);

        assertThat(measured(suite, true)).isNotEmpty().isEqualTo(sheet.asked());
    }

    /** Whoever waits for a quick run waits for nothing that the table does not show. */
    @ParameterizedTest
    @EnumSource(names = {"EXPRESSIONS", "PLACEMENT", "VALIDATION", "SERVICES"})
    void quick_everyFigure_isNeededByATargetThatIsMeasured(Suite suite) {
        SortedSet<String> measured = measured(suite, false);
        long unmeasured = unmeasured(suite, measured);

        for (String name : measured) {
            SortedSet<String> others = new TreeSet<>(measured);
            others.remove(name);
            assertThat(unmeasured(suite, others)).as(name).isGreaterThan(unmeasured);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"EXPRESSIONS", "PLACEMENT", "VALIDATION", "SERVICES"})
    void quick_everyRowOfTheSpecification_hasATargetThatIsMeasured(Suite suite) {
        Sheet sheet = new Sheet(figures(measured(suite, false)), Remarks.read());
        sheet.unmeasured(suite.unmeasuredInQuickRun());
        suite.check(sheet);

        SortedSet<String> rows = new TreeSet<>();
        SortedSet<String> measured = new TreeSet<>();
        for (Line line : sheet.lines()) {
            rows.add(line.row());
            if (line.verdict() == Verdict.PASS || line.verdict() == Verdict.MISSED) {
                measured.add(line.row());
            } else {
                assertThat(line.verdict()).isIn(Verdict.NO_TARGET, Verdict.NOT_IN_QUICK_RUN);
            }
        }
        assertThat(measured).isNotEmpty().isEqualTo(rows);
    }

    /** Headlines are measured once more, the longer way, so that the run must know them. */
    @ParameterizedTest
    @EnumSource
    void quick_headlines_areMeasured(Suite suite) {
        assumeThat(suite.isThere()).isTrue();

        assertThat(measured(suite, false)).containsAll(suite.headlines());
    }

    @Test
    void memory_everyTarget_speaksOfFiguresThatAreMeasured() {
        Figures figures = new Figures();
        MemoryFigures.measure(figures, 1000);
        Sheet sheet = new Sheet(figures, Remarks.read());
        MemoryFigures.check(sheet, 1000);

        assertThat(figures.all().keySet()).containsExactlyInAnyOrderElementsOf(sheet.asked());
    }

    @Test
    void placement_everyHeadline_isAFigureThatTargetsSpeakOf() {
        Sheet sheet = sheet();
        PlacementTargets.check(sheet);

        assertThat(sheet.asked()).containsAll(PlacementTargets.headlines());
        assertThat(PlacementTargets.headlines()).hasSize(9);
    }

    @Test
    void placement_everyRowOfTheSpecification_hasTargets() {
        Sheet sheet = sheet();
        PlacementTargets.check(sheet);

        SortedSet<String> rows = new TreeSet<>();
        sheet.lines().forEach(line -> rows.add(line.row()));
        for (int i = 1; i <= 16; i++) {
            assertThat(rows).contains("P" + i);
        }
    }

    @Test
    void of_noSuite_saysWhichThereAre() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Suite.of("placements"))
                .withMessage(
                        "\"placements\" is no suite; all or expressions or placement or memory or quality or validation or services"
                                + (PeerSuite.find().isPresent() ? " or fenzo" : "") + " was expected");
    }

    @Test
    void of_all_isEverySuite() {
        List<Suite> expected = new ArrayList<>(List.of(Suite.values()));
        if (PeerSuite.find().isEmpty()) {
            expected.remove(Suite.FENZO);
        }

        assertThat(Suite.of("all")).isEqualTo(expected);
    }

    @Test
    void of_suiteThatTheBuildLeftOut_saysHowToGetIt() {
        assumeThat(PeerSuite.find()).isEmpty();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Suite.of("fenzo"))
                .withMessageContaining("-Pfenzo")
                .withMessageContaining("CONTRIBUTING.md");
    }

    private static Sheet sheet() {
        return new Sheet(new Figures(), Remarks.read());
    }

    /** The names of all figures that a suite comes to by JMH. */
    private static SortedSet<String> measured(Suite suite, boolean full) {
        SortedSet<String> names = new TreeSet<>();
        for (Part part : suite.parts(full)) {
            assertThat(part.figures()).as(part.toString()).isNotEmpty().noneMatch(names::contains);
            for (String name : part.figures()) {
                if (name.startsWith("LatencyBenchmark.")) {
                    names.addAll(List.of(
                            name + Figures.SAMPLES,
                            name + Figures.MEDIAN,
                            name + Figures.ONE_IN_A_THOUSAND,
                            name + Figures.MOST,
                            name + Figures.MOST_OWN));
                } else {
                    names.add(name);
                }
            }
        }
        return names;
    }

    private static Figures figures(SortedSet<String> names) {
        Figures figures = new Figures();
        names.forEach(name -> figures.add(name, new Figure(1, "ns", 0, 0)));
        return figures;
    }

    private static long unmeasured(Suite suite, SortedSet<String> measured) {
        Sheet sheet = new Sheet(figures(measured), Remarks.read());
        suite.check(sheet);
        return sheet.lines().stream()
                .filter(line -> line.verdict() == Verdict.NOT_MEASURED)
                .count();
    }
}
