package io.stowage.ecs.benchmarks.fenzo;

import static org.assertj.core.api.Assertions.assertThat;

import io.stowage.ecs.benchmarks.PeerSuite;
import io.stowage.ecs.benchmarks.place.BatchWork;
import io.stowage.ecs.benchmarks.results.Figure;
import io.stowage.ecs.benchmarks.results.Figures;
import io.stowage.ecs.benchmarks.results.Line;
import io.stowage.ecs.benchmarks.results.Remarks;
import io.stowage.ecs.benchmarks.results.Sheet;
import io.stowage.ecs.benchmarks.results.Verdict;
import org.junit.jupiter.api.Test;

/** The targets speak of what is measured, and are held against the right figure. */
class FenzoTargetsTest {
    @Test
    void suite_isFoundAndReady() {
        assertThat(PeerSuite.find()).containsInstanceOf(FenzoSuite.class);
    }

    @Test
    void mode_saysHowManyCallsCountAndHowManyWarmUp() {
        assertThat(new FenzoSuite().mode(true))
                .isEqualTo(
                        "Batches of 1000 tasks, each in a new session and by a new scheduler; of Fenzo the fastest of"
                                + " 2 to 5 calls, of Stowage the median of 50 after 600 that warm up, on 5000 instances and"
                                + " more of 40 after 150, in each of 3 forks");
        assertThat(new FenzoSuite().mode(false))
                .endsWith("30 after 500 that warm up, on 5000 instances and more of 30 after 150");
    }

    @Test
    void check_nothingMeasured_saysSoOfEveryTargetAndOfAllThatAFullRunShowsBeside() {
        Sheet sheet = new Sheet(new Figures(), Remarks.read());
        FenzoTargets.check(sheet);

        assertThat(sheet.lines()).hasSize(50).allMatch(line -> line.verdict() == Verdict.NOT_MEASURED);
    }

    @Test
    void check_binpackOnFiveThousand_needsFiveThousandTimesTheRate() {
        assertThat(verdictOf(5000)).isEqualTo(Verdict.PASS);
        assertThat(verdictOf(4999)).isEqualTo(Verdict.MISSED);
    }

    @Test
    void median_evenAndOdd_isTheMiddle() {
        assertThat(FenzoTargets.median(new double[] {1, 2, 9})).isEqualTo(2);
        assertThat(FenzoTargets.median(new double[] {1, 2, 4, 9})).isEqualTo(3);
    }

    private static Verdict verdictOf(double times) {
        Figures figures = new Figures();
        figures.add(
                FenzoTargets.fenzo(FenzoWork.BINPACK, Setting.EXACT, 5000), new Figure(100, "tasks/s", 0, Double.NaN));
        figures.add(
                FenzoTargets.library(BatchWork.BINPACK, Requests.EACH, 5000),
                new Figure(100 * times, "tasks/s", 0, Double.NaN));
        Sheet sheet = new Sheet(figures, Remarks.read());
        FenzoTargets.check(sheet);
        return sheet.lines().stream()
                .filter(line -> line.verdict() != Verdict.NOT_MEASURED)
                .findFirst()
                .map(Line::verdict)
                .orElseThrow();
    }
}
