package io.stowage.ecs.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.stowage.ecs.benchmarks.check.ValidationTargets;
import io.stowage.ecs.benchmarks.expr.ExpressionTargets;
import io.stowage.ecs.benchmarks.place.MemoryFigures;
import io.stowage.ecs.benchmarks.place.PlacementTargets;
import io.stowage.ecs.benchmarks.results.Figures;
import io.stowage.ecs.benchmarks.results.Remarks;
import io.stowage.ecs.benchmarks.results.Sheet;
import io.stowage.ecs.benchmarks.service.SimulationTargets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.runner.BenchmarkList;
import org.openjdk.jmh.runner.BenchmarkListEntry;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.VerboseMode;

/** A target whose figure has a name that no benchmark gives would never be measured, and nobody would notice. */
class TargetsTest {
    @Test
    void expressions_everyTarget_speaksOfFiguresThatAreMeasured() {
        Sheet sheet = sheet();
        ExpressionTargets.check(sheet);

        assertThat(measured(ExpressionTargets.BENCHMARKS)).containsAll(sheet.asked());
        assertThat(sheet.asked()).isNotEmpty();
    }

    @Test
    void placement_everyTarget_speaksOfFiguresThatAreMeasured() {
        Sheet sheet = sheet();
        PlacementTargets.check(sheet);

        assertThat(measured(PlacementTargets.BENCHMARKS)).containsAll(sheet.asked());
        assertThat(sheet.asked()).isNotEmpty();
    }

    @Test
    void validation_everyTarget_speaksOfFiguresThatAreMeasured() {
        Sheet sheet = sheet();
        ValidationTargets.check(sheet);

        assertThat(measured(ValidationTargets.BENCHMARKS)).containsAll(sheet.asked());
        assertThat(sheet.asked()).isNotEmpty();
    }

    @Test
    void services_everyTarget_speaksOfFiguresThatAreMeasured() {
        Sheet sheet = sheet();
        SimulationTargets.check(sheet);

        assertThat(measured(SimulationTargets.BENCHMARKS)).containsAll(sheet.asked());
        assertThat(sheet.asked()).hasSize(2);
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
        assertThat(PlacementTargets.headlines()).hasSize(12);
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

    /** The names of all figures that JMH comes to. */
    private static SortedSet<String> measured(String benchmarks) {
        SortedSet<String> names = new TreeSet<>();
        for (BenchmarkListEntry entry : BenchmarkList.defaultList()
                .find(
                        OutputFormatFactory.createFormatInstance(System.out, VerboseMode.SILENT),
                        List.of(benchmarks),
                        List.of())) {
            for (SortedMap<String, String> values : combinations(entry)) {
                String name = Figures.name(entry.getUsername(), values);
                names.add(name);
                if (name.startsWith("LatencyBenchmark.")) {
                    names.addAll(List.of(
                            name + Figures.SAMPLES,
                            name + Figures.MEDIAN,
                            name + Figures.ONE_IN_A_THOUSAND,
                            name + Figures.MOST));
                }
            }
        }
        return names;
    }

    private static List<SortedMap<String, String>> combinations(BenchmarkListEntry entry) {
        List<SortedMap<String, String>> all = List.of(new TreeMap<>());
        Map<String, String[]> params = entry.getParams().orElse(Map.of());
        for (Map.Entry<String, String[]> param : params.entrySet()) {
            List<SortedMap<String, String>> more = new ArrayList<>();
            for (SortedMap<String, String> before : all) {
                for (String value : param.getValue()) {
                    SortedMap<String, String> one = new TreeMap<>(before);
                    one.put(param.getKey(), value);
                    more.add(one);
                }
            }
            all = more;
        }
        return all;
    }
}
