package io.stowage.ecs.benchmarks.fenzo;

import static org.assertj.core.api.Assertions.assertThat;

import io.stowage.ecs.benchmarks.place.Batch;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Both do the same work: nothing that is timed would mean anything otherwise. */
class FenzoTest {
    @ParameterizedTest
    @EnumSource
    void batch_byEither_placesTheSameNumberOfTasksWhereTheyMayBe(FenzoWork work) {
        Batch batch = Batch.of(work.batch(), 100);
        int[] ofLibrary = Batch.instances(batch.placeEach(batch.open()));
        assertThat(batch.faults(ofLibrary)).isEmpty();

        for (Setting setting : Setting.values()) {
            int[] ofFenzo = fenzo(batch, work, setting);
            assertThat(batch.faults(ofFenzo)).as("%s", setting).isEmpty();
            assertThat(placed(ofFenzo)).as("%s", setting).isEqualTo(placed(ofLibrary));
        }
    }

    @Test
    void mixed_onMoreInstances_placesAllWhereTheyMayBe() {
        Batch batch = Batch.of(FenzoWork.MIXED.batch(), 500);

        batch.requireAllPlaced(fenzo(batch, FenzoWork.MIXED, Setting.EXACT));
    }

    /** A thousand is what all figures are divided by. */
    @ParameterizedTest
    @EnumSource
    void batch_byFenzo_placesAll(FenzoWork work) {
        Batch batch = Batch.of(work.batch(), 100);

        assertThat(placed(fenzo(batch, work, Setting.EXACT))).isEqualTo(Batch.TASKS);
    }

    @ParameterizedTest
    @CsvSource({"BALANCED, BALANCED_TUNED", "BALANCED_ONE, BALANCED_ONE_TUNED"})
    void tuned_exact_placesAsThePluginOfFenzoDoes(FenzoWork plain, FenzoWork tuned) {
        Batch batch = Batch.of(plain.batch(), 100);

        assertThat(fenzo(batch, tuned, Setting.EXACT)).isEqualTo(fenzo(batch, plain, Setting.EXACT));
    }

    /** Fenzo weighs balance against packing, so that later tasks follow the room. */
    @Test
    void balanced_firstTasksOfOneService_areBalancedByFenzo() {
        Batch batch = Batch.of(FenzoWork.BALANCED_ONE.batch(), 100);
        int[] counts = new int[Batch.ZONES.size()];
        int[] instances = fenzo(batch, FenzoWork.BALANCED_ONE, Setting.EXACT);
        for (int i = 0; i < 60; i++) {
            counts[batch.zone(instances[i])]++;
        }

        int most = Arrays.stream(counts).max().orElseThrow();
        int fewest = Arrays.stream(counts).min().orElseThrow();
        assertThat(most - fewest).isBetween(0, 5);
    }

    /** A looser Fenzo that gave the same answers would be no looser. */
    @Test
    void binpack_settings_giveOtherPlacements() {
        Batch batch = Batch.of(FenzoWork.BINPACK.batch(), 300);
        int[] exact = fenzo(batch, FenzoWork.BINPACK, Setting.EXACT);

        assertThat(fenzo(batch, FenzoWork.BINPACK, Setting.EXACT)).isEqualTo(exact);
        assertThat(fenzo(batch, FenzoWork.BINPACK, Setting.TIGHT)).isNotEqualTo(exact);
        assertThat(fenzo(batch, FenzoWork.BINPACK, Setting.LOOSE)).isNotEqualTo(exact);
    }

    private static int[] fenzo(Batch batch, FenzoWork work, Setting setting) {
        try (Fenzo fenzo = new Fenzo(batch, work, setting)) {
            return Fenzo.instances(fenzo.schedule());
        }
    }

    private static long placed(int[] instances) {
        return Arrays.stream(instances)
                .filter(instance -> instance != Batch.NONE)
                .count();
    }
}
