package io.stowage.ecs.benchmarks.place;

import static org.assertj.core.api.Assertions.assertThat;

import io.stowage.ecs.placement.PlacementFailure;
import io.stowage.ecs.placement.PlacementResult;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The benchmarks that are no steady placing and releasing do what they say. */
class OthersTest {
    @Test
    void explain_taskThatFitsNowhere_hasFiveReasonsAsOftenAsTheScanCounts() {
        ExplainBenchmark benchmark = new ExplainBenchmark();
        benchmark.prepare();

        PlacementResult result = benchmark.place();

        Map<String, Long> reasons = result.failures().stream()
                .collect(Collectors.groupingBy(
                        failure -> failure.detail().replaceAll("[0-9]+", "n"), TreeMap::new, Collectors.counting()));
        assertThat(result.failures()).hasSize(1000);
        assertThat(result.failures().stream().map(PlacementFailure::reason).distinct())
                .contains("RESOURCE:CPU", "RESOURCE:MEMORY")
                .hasSizeGreaterThanOrEqualTo(4);
        assertThat(reasons.values()).allMatch(count -> count <= 200);
        assertThat(benchmark.scan()).containsExactly(200, 200, 200, 200, 200);
        assertThat(benchmark.stowage()).isEqualTo(result.reasons());
        assertThat(result.reasons().values()).containsExactly(200, 400, 200, 200);
        assertThat(benchmark.inWords()).isEqualTo(result.failures().get(999).detail());
    }

    @ParameterizedTest
    @CsvSource({"BINPACK_MEMORY", "SPREAD_ZONE", "SPREAD_INSTANCE"})
    void scaleIn_halfOfTheTasks_areThoseOfTheScan(Kind kind) {
        ScaleInBenchmark benchmark = new ScaleInBenchmark();
        benchmark.kind = kind;
        benchmark.instances = 200;
        benchmark.prepare();

        List<String> stopped = benchmark.stowage().stopped().stream()
                .map(task -> task.taskId())
                .toList();
        int[] expected = benchmark.scan();

        assertThat(stopped).hasSize(500);
        for (int i = 0; i < expected.length; i++) {
            assertThat(stopped.get(i)).as("task %d", i).isEqualTo(Steady.taskId(expected[i]));
        }
    }

    @Test
    void fork_placesOnItself_leavesTheParentAsItWas() {
        ForkBenchmark benchmark = new ForkBenchmark();
        benchmark.instances = 500;
        benchmark.prepare();
        long before = benchmark.free();

        Indexed fork = benchmark.fork();

        assertThat(benchmark.free()).isEqualTo(before);
        long ofFork = 0;
        for (int i = 0; i < 500; i++) {
            ofFork += fork.index.freeCpuUnits(i) + (long) fork.index.freeMemoryMib(i);
        }
        assertThat(ofFork).isLessThan(before);
    }

    @Test
    void churn_everyChange_leavesPlacesForTasks() {
        ChurnBenchmark benchmark = new ChurnBenchmark();
        benchmark.prepare();

        for (int i = 0; i < 2500; i++) {
            assertThat(benchmark.joinAndLeave()).isNotEqualTo(Placing.NONE);
            assertThat(benchmark.attribute()).isNotEqualTo(Placing.NONE);
            assertThat(benchmark.drain()).isNotEqualTo(Placing.NONE);
        }
    }

    @Test
    void refused_task_findsNoRoom() {
        RefusalBenchmark benchmark = new RefusalBenchmark();
        benchmark.prepare();

        assertThat(benchmark.refused()).isEqualTo(Placing.NONE);
    }

    @Test
    void load_document_isAsLargeAsWhatEcsSends() throws IOException {
        LoadBenchmark benchmark = new LoadBenchmark();
        benchmark.instances = 100;
        benchmark.prepare();

        assertThat(benchmark.document().length / 100).isBetween(3200, 3600);
        assertThat(benchmark.stowage().snapshot().instances())
                .hasSize(100)
                .allSatisfy(instance -> assertThat(instance.attributes()).hasSize(40));
        assertThat(benchmark.stowage().snapshot()).isEqualTo(benchmark.objects().snapshot());
    }
}
