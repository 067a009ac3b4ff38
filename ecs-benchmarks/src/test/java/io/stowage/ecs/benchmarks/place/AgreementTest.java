package io.stowage.ecs.benchmarks.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.stowage.ecs.placement.snapshot.ClusterSnapshot;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Times can only be compared if the work was the same: engine, scan and the oracle of objects must choose the same instances. */
class AgreementTest {
    private static final int OPERATIONS = 3000;

    static Stream<Arguments> everyWorkload() {
        return PlacementWorks.all(List.of(100, 1000)).entrySet().stream()
                .map(entry -> Arguments.of(entry.getKey(), entry.getValue()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("everyWorkload")
    void engine_onEveryWorkload_choosesWhatTheScanChooses(String name, Work work) {
        int placed = Agreement.check(work, OPERATIONS);

        if (work.fill() == Fill.ANTI) {
            assertThat(placed).isZero();
        } else {
            assertThat(placed).isGreaterThan(OPERATIONS / 2);
        }
    }

    /** Where it is by lot, each draws other numbers; the tests of the engine compare those. */
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "RANDOM")
    void scan_ofEveryKind_choosesWhatTheOracleAndTheSessionChoose(Kind kind) {
        Work work = Work.ofMany(Fill.HALF, kind, 60);
        Steady engine = Steady.start(work);
        ClusterSnapshot cluster = engine.snapshot();
        Steady scan = engine.onScan();
        Steady oracle = engine.continuedBy(Session.ofOracle(cluster, work.asks()));
        Steady session = engine.continuedBy(Session.ofEngine(cluster, work.asks()));

        for (int i = 0; i < 400; i++) {
            int expected = oracle.operation();

            assertThat(scan.operation()).as("operation %d", i).isEqualTo(expected);
            assertThat(session.operation()).as("operation %d", i).isEqualTo(expected);
            assertThat(engine.operation()).as("operation %d", i).isEqualTo(expected);
        }
        assertThat(scan.size()).isEqualTo(oracle.size());
    }

    @Test
    void check_engineThatAnswersOtherwise_isNotTimed() {
        Work work = new Work(Fill.EMPTY, 10, Kind.BINPACK_MEMORY.asks(1), new int[1], 0);
        Placing worst = new Placing() {
            @Override
            public int place(int service) {
                return 9;
            }

            @Override
            public void release(int service, int instance) {
                throw new IllegalStateException("nothing is released");
            }
        };

        assertThatIllegalStateException()
                .isThrownBy(() -> Agreement.check(work, worst, 1))
                .withMessageContaining("the engine chose 9, the scan 0");
    }

    /** Each instance that will do must be as likely as the others: the sum of the squares is held against what chance allows. */
    @Test
    void place_byLot_drawsEvenly() {
        Work work = new Work(Fill.BARRED, 200, List.of(Kind.RANDOM.ask(0).ofSize(0, 0)), new int[1], 0);
        Scan scan = Steady.start(new Work(work.fill(), 200, Kind.RANDOM.asks(1), new int[1], 0))
                .scan();
        Placing placing = new Indexed(Columns.of(Fill.BARRED, 200), Kind.RANDOM.asks(1));
        int draws = 100_000;
        int[] drawn = new int[200];

        for (int i = 0; i < draws; i++) {
            int instance = placing.place(0);
            drawn[instance]++;
            placing.release(0, instance);
        }

        double square = 0;
        double expected = draws / 100.0;
        for (int i = 0; i < 200; i++) {
            if (scan.fits(0, i)) {
                square += (drawn[i] - expected) * (drawn[i] - expected) / expected;
            } else {
                assertThat(drawn[i]).isZero();
            }
        }
        // 99 degrees of freedom: between 61 and 149 in 998 of 1,000 seeds.
        assertThat(square).isBetween(61.0, 149.0);
    }
}
