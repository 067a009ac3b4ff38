package io.stowage.ecs.benchmarks.quality;

import static org.assertj.core.api.Assertions.assertThat;

import io.stowage.ecs.benchmarks.place.Quality;
import io.stowage.ecs.benchmarks.quality.GpuTrace.Pod;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Quality does not hang on the machine, so it is held here and not only in the table. */
class QualityTest {
    @Test
    void zones_afterAThousandTasks_differByOneAtMost() {
        assertThat(Quality.zoneDifference()).isLessThanOrEqualTo(1);
    }

    @Test
    void packed_aThousandTasks_takeTheseInstances() {
        Packing packing = new Packing(Quality.CPU_UNITS, Quality.MEMORY_MIB);
        List<Packing.Size> sizes = Quality.packed().stream()
                .map(size -> new Packing.Size(size[0], size[1]))
                .toList();

        assertThat(packing.lowerBound(sizes)).isEqualTo(36);
        assertThat(packing.firstFitDecreasing(sizes)).isEqualTo(38);
        assertThat(Quality.usedInstances(true)).isEqualTo(37);
        assertThat(Quality.usedInstances(false)).isEqualTo(37);
    }

    @Test
    void lowerBound_isThatOfTheScarcerResource() {
        Packing packing = new Packing(100, 100);

        assertThat(packing.lowerBound(List.of(new Packing.Size(60, 10), new Packing.Size(60, 10))))
                .isEqualTo(2);
        assertThat(packing.firstFitDecreasing(List.of(
                        new Packing.Size(40, 1),
                        new Packing.Size(1, 60),
                        new Packing.Size(60, 40),
                        new Packing.Size(1, 1))))
                .isEqualTo(2);
    }

    @Test
    void trace_read_hasTheTotalsOfTheSpecification() {
        GpuTrace trace = GpuTrace.read();

        assertThat(trace.nodes()).hasSize(1213);
        assertThat(trace.capacityGpuMilli()).isEqualTo(6_212_000);
        assertThat(trace.pods()).hasSize(8152);
        assertThat(trace.pods().stream().mapToLong(Pod::allGpuMilli).sum()).isEqualTo(6_086_800);
    }

    @Test
    void arrivals_topped_askForAThirdMoreThanThereIs() {
        GpuTrace trace = GpuTrace.read();
        List<Pod> arrivals = trace.arrivals(1, 1.3);

        assertThat(arrivals.subList(0, 8152)).containsExactlyInAnyOrderElementsOf(trace.pods());
        assertThat(arrivals.stream().mapToLong(Pod::allGpuMilli).sum()).isBetween(13L * 621_200, 13L * 621_200 + 8000);
        assertThat(trace.arrivals(1, 1.3)).isEqualTo(arrivals);
        assertThat(trace.arrivals(2, 1.3)).isNotEqualTo(arrivals);
    }

    @ParameterizedTest
    @CsvSource({
        "BINPACK, 100, 93.5, 100",
        "BINPACK, 130, 93.5, 100",
        "WEIGHTED_BEST_FIT, 100, 92.61, 93.21",
        "WEIGHTED_BEST_FIT, 130, 92.81, 93.41",
        "LEAST_FRAGMENTS, 100, 95, 100",
        "LEAST_FRAGMENTS, 130, 95, 100"
    })
    void replay_ofTenSeeds_allocatesOnAverage(GpuPolicy policy, int mark, double least, double most) {
        GpuTrace trace = GpuTrace.read();
        GpuReplay replay = new GpuReplay(trace);

        double mean = IntStream.rangeClosed(1, 10)
                .mapToDouble(seed -> replay.run(policy, trace.arrivals(seed, mark / 100.0), List.of(mark))
                        .allocated()
                        .get(0))
                .average()
                .orElseThrow();

        assertThat(mean).isBetween(least, most);
    }

    @Test
    void replay_byLot_isTheSameInEveryRun() {
        GpuTrace trace = GpuTrace.read();
        List<Pod> arrivals = trace.arrivals(1, 1.3).subList(0, 3000);
        GpuReplay replay = new GpuReplay(trace);

        GpuReplay.Allocation first = replay.run(GpuPolicy.RANDOM, arrivals, List.of(1, 20));

        assertThat(replay.run(GpuPolicy.RANDOM, arrivals, List.of(1, 20))).isEqualTo(first);
        assertThat(first.placed()).isGreaterThan(2000);
    }

    @Test
    void replay_ofTheFirstPods_placesAllThatFit() {
        GpuTrace trace = GpuTrace.read();
        List<Pod> arrivals = trace.arrivals(1, 1.3).subList(0, 300);
        long asked = arrivals.stream().mapToLong(Pod::allGpuMilli).sum();

        for (GpuPolicy policy : GpuPolicy.values()) {
            GpuReplay.Allocation allocation = new GpuReplay(trace).run(policy, arrivals, List.of(1));

            assertThat(allocation.placed()).isEqualTo(300);
            assertThat(allocation.allocated().get(0)).isBetween(1.0, 100.0 * asked / trace.capacityGpuMilli());
        }
    }
}
