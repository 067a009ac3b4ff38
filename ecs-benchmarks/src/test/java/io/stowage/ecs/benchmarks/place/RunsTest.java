package io.stowage.ecs.benchmarks.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What P8 places by one call for each run is what P7 would place one by one. */
class RunsTest {
    private static final int RUN = RunsBenchmark.RUN;

    @ParameterizedTest
    @CsvSource({"100, 2950", "1000, 3000"})
    void check_runsOfFifty_areOnTheInstancesOfTheScan(int instances, int placed) {
        assertThat(Runs.check(RunsBenchmark.work(instances), RUN, 3000)).isEqualTo(placed);
    }

    /** On instances that are nearly full, runs end before all of their tasks are placed. */
    @Test
    void check_runsThatDoNotFit_endWhereTheScanFindsNoRoom() {
        assertThat(Runs.check(Work.ofMany(Fill.PACKED, Kind.MIXED, 100), RUN, 1000))
                .isEqualTo(737);
    }

    @Test
    void check_servicesByLot_differ() {
        Work work = Work.of(Fill.HALF, 100, Kind.RANDOM.asks(1), new int[1]);

        assertThatIllegalStateException()
                .isThrownBy(() -> Runs.check(work, RUN, 1000))
                .withMessageContaining("the engine chose ");
    }

    @Test
    void next_manyRuns_leavesTheTasksThatPlacingOneByOneWouldLeave() {
        Runs runs = Runs.start(RunsBenchmark.work(1000), RUN);
        Steady single = Steady.start(Work.of(Fill.HALF, 1000, Kind.MIXED.asks(200), Streams.runs(RUN, 200)));

        for (int i = 0; i < 200; i++) {
            assertThat(runs.next()).isEqualTo(RUN);
            for (int j = 0; j < RUN; j++) {
                assertThat(single.place()).isNotEqualTo(Placing.NONE);
            }
            for (int j = 0; j < RUN; j++) {
                single.releaseOldest();
            }
        }

        List<List<Integer>> expected = new ArrayList<>();
        single.forEachTask((service, instance) -> expected.add(List.of(service, instance)));
        List<List<Integer>> actual = new ArrayList<>();
        runs.forEachTask((service, instance) -> actual.add(List.of(service, instance)));
        assertThat(actual).hasSize(3000).isEqualTo(expected);
    }

    /** So that figures of different days can be compared. */
    @ParameterizedTest
    @CsvSource({"100, 11300, 16805", "1000, 100550, 1497795"})
    void next_hundredRuns_comesToTheseTotals(int instances, long ofServices, long ofInstances) {
        Runs runs = Runs.start(RunsBenchmark.work(instances), RUN);
        for (int i = 0; i < 100; i++) {
            runs.next();
        }

        long[] sums = new long[2];
        runs.forEachTask((service, instance) -> {
            sums[0] += service;
            sums[1] += instance;
        });
        assertThat(sums).containsExactly(ofServices, ofInstances);
    }
}
