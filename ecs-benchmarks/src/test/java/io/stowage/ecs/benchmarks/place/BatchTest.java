package io.stowage.ecs.benchmarks.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.stowage.ecs.placement.PlacementSession;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The batches that are placed beside others who take tasks by the batch. */
class BatchTest {
    @Test
    void of_running_fillsWhatIsNotLeft() {
        Batch batch = Batch.of(BatchWork.BINPACK, 1000);
        long[] cpuUnits = new long[1000];
        long[] memoryMib = new long[1000];
        for (Batch.Running task : batch.running()) {
            cpuUnits[task.instance()] += task.cpuUnits();
            memoryMib[task.instance()] += task.memoryMib();
        }

        for (int i = 0; i < 1000; i++) {
            assertThat(cpuUnits[i] + batch.cpuUnits(i)).isEqualTo(Columns.CPU_UNITS);
            assertThat(memoryMib[i] + batch.memoryMib(i)).isEqualTo(Columns.MEMORY_MIB);
        }
        assertThat(batch.open().snapshot().tasks()).hasSameSizeAs(batch.running());
    }

    @ParameterizedTest
    @EnumSource
    void place_all_findRoomWhereTheyMayBe(BatchWork work) {
        for (int instances : new int[] {100, 1000}) {
            Batch batch = Batch.of(work, instances);
            int[] each = Batch.instances(batch.placeEach(batch.open()));

            assertThat(each).hasSize(Batch.TASKS).doesNotContain(Batch.NONE);
            assertThat(batch.faults(each)).isEmpty();
            assertThat(Batch.instances(batch.placeKnown(batch.openInUse()))).isEqualTo(each);
        }
    }

    @ParameterizedTest
    @EnumSource
    void place_all_areWhereTheScanPutsThem(BatchWork work) {
        Batch batch = Batch.of(work, 1000);
        Columns columns = Columns.of(Fill.HALF, 1000);
        Scan scan = new Scan(columns, work.kind().asks(work.services()));

        int[] expected = batch.tasks().stream()
                .mapToInt(task -> scan.place(task.service()))
                .toArray();

        assertThat(Batch.instances(batch.placeEach(batch.open()))).isEqualTo(expected);
    }

    @Test
    void tasks_mixed_askForAllFourRules() {
        List<BatchTask> tasks = Batch.of(BatchWork.MIXED, 100).tasks();

        assertThat(tasks).extracting(BatchTask::rule).contains(BatchTask.Rule.values());
        assertThat(tasks).allMatch(task -> task.zone() >= 0 == (task.rule() == BatchTask.Rule.ZONE));
        assertThat(tasks).extracting(BatchTask::service).startsWith(40, 45, 3, 109, 35, 3, 0, 82);
    }

    @Test
    void faults_placementsThatMayNotBe_areNamed() {
        Batch batch = Batch.of(BatchWork.MIXED, 100);
        int[] right = Batch.instances(batch.placeEach(batch.open()));
        int[] onOne = new int[Batch.TASKS];

        assertThat(batch.faults(onOne)).anyMatch(fault -> fault.contains("finds no room on instance 0"));
        assertThat(batch.faults(onOne)).anyMatch(fault -> fault.contains("asked for another"));
        assertThat(batch.faults(onOne)).anyMatch(fault -> fault.contains("with another of its service"));
        assertThat(batch.faults(right)).isEmpty();
    }

    @Test
    void requireAllPlaced_taskWithoutPlace_isAnError() {
        Batch batch = Batch.of(BatchWork.BINPACK, 100);
        int[] instances = Batch.instances(batch.placeEach(batch.open()));
        batch.requireAllPlaced(instances);
        instances[7] = Batch.NONE;

        assertThatIllegalStateException()
                .isThrownBy(() -> batch.requireAllPlaced(instances))
                .withMessage("999 of 1000 tasks are placed; faults: []");
    }

    @Test
    void place_another_leavesTheFirstSessionAsItWas() {
        Batch batch = Batch.of(BatchWork.BINPACK, 100);
        PlacementSession first = batch.open();
        int before = first.snapshot().tasks().size();

        int[] placed = Batch.instances(batch.placeEach(batch.open()));

        assertThat(Arrays.stream(placed)).noneMatch(instance -> instance == Batch.NONE);
        assertThat(first.snapshot().tasks()).hasSize(before);
    }
}
