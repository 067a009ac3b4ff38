package io.stowage.ecs.benchmarks.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.stowage.ecs.placement.service.ServiceSimulator;
import io.stowage.ecs.placement.service.ServiceView;
import io.stowage.ecs.placement.service.TimelineEvent;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class DayTest {
    /** What is timed is the work that was meant: tasks run, counts follow the load, groups shrink, revisions are deployed. */
    @Test
    void day_smallCluster_deploysScalesAndShrinks() {
        ServiceSimulator simulator = Day.of(20, 5);

        simulator.run(Duration.ofDays(1));

        List<String> names =
                simulator.timeline().stream().map(TimelineEvent::name).toList();
        assertThat(names).contains("DESIRED_COUNT_CHANGED", "CAPACITY_PROVIDER_SCALE_IN");
        assertThat(simulator.services()).hasSize(5).allSatisfy(service -> {
            assertThat(service.tasks()).hasSizeBetween(Day.PEAK_TASKS / 2, Day.PEAK_TASKS);
            assertThat(service.tasks())
                    .extracting(ServiceView.TaskView::revision)
                    .containsOnly(2);
        });
    }
}
