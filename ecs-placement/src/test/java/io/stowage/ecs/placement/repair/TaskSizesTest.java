package io.stowage.ecs.placement.repair;

import static io.stowage.ecs.placement.Clusters.container;
import static io.stowage.ecs.placement.Clusters.task;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stowage.ecs.model.task.ContainerOverride;
import io.stowage.ecs.model.task.TaskOverride;
import io.stowage.ecs.model.taskdef.ContainerDefinition;
import io.stowage.ecs.model.taskdef.TaskDefinition;
import io.stowage.ecs.placement.PlacementRequest;
import java.util.List;
import org.junit.jupiter.api.Test;

class TaskSizesTest {
    private static final TaskDefinition TWO = task(10, 10).toBuilder()
            .containerDefinitions(List.of(
                    container(100, 300).name("a").memoryReservation(200).build(),
                    container(300, 250).name("b").build()))
            .build();

    private static List<ContainerDefinition> containers(PlacementRequest request) {
        return request.taskDefinition().containerDefinitions();
    }

    @Test
    void with_containers_takesFromTheGreatestFirst() {
        PlacementRequest request = PlacementRequest.builder(TWO).build();

        PlacementRequest lower = TaskSizes.MEMORY.with(request, 440);
        assertThat(containers(lower).get(1).memory()).isEqualTo(240);
        assertThat(containers(lower).get(0).memoryReservation()).isEqualTo(200);
        PlacementRequest least = TaskSizes.MEMORY.with(request, TaskSizes.MEMORY.least(request));
        assertThat(TaskSizes.MEMORY.of(least)).isEqualTo(12);
        assertThat(containers(least).get(0).memoryReservation()).isEqualTo(6);
        assertThat(containers(least).get(0).memory()).isEqualTo(300);
        assertThat(TaskSizes.CPU.least(request)).isZero();
        assertThat(containers(TaskSizes.CPU.with(request, 50)))
                .extracting(ContainerDefinition::cpu)
                .containsExactly(50, 0);
    }

    @Test
    void with_sizeOfTheTask_changesThat() {
        PlacementRequest request = PlacementRequest.builder(
                        TWO.toBuilder().cpu("1 vCPU").memory("1GB").build())
                .build();

        assertThat(TaskSizes.CPU.with(request, 512).taskDefinition().cpu()).isEqualTo("512");
        assertThat(TaskSizes.MEMORY.with(request, 512).taskDefinition().memory())
                .isEqualTo("512");
        assertThat(TaskSizes.CPU.least(request)).isEqualTo(128);
        assertThat(TaskSizes.MEMORY.least(request)).isEqualTo(12);
    }

    @Test
    void with_sizeOfTheTask_makesTheContainersFit() {
        PlacementRequest request = PlacementRequest.builder(
                        TWO.toBuilder().cpu("1024").memory("1024").build())
                .build();

        assertThat(containers(TaskSizes.CPU.with(request, 400)))
                .as("they fit as they are")
                .isEqualTo(TWO.containerDefinitions());
        assertThat(containers(TaskSizes.CPU.with(request, 150)))
                .extracting(ContainerDefinition::cpu)
                .containsExactly(100, 50);
        List<ContainerDefinition> small = containers(TaskSizes.MEMORY.with(request, 270));
        assertThat(small).extracting(ContainerDefinition::memoryReservation).containsExactly(200, null);
        assertThat(small).extracting(ContainerDefinition::memory).containsExactly(270, 70);
        List<ContainerDefinition> least = containers(TaskSizes.MEMORY.with(request, 12));
        assertThat(least).extracting(ContainerDefinition::memoryReservation).containsExactly(6, null);
        assertThat(least).extracting(ContainerDefinition::memory).containsExactly(12, 6);
    }

    @Test
    void with_overrides_changesThoseThatCount() {
        TaskOverride overrides = TaskOverride.builder()
                .cpu("2048")
                .containerOverrides(List.of(ContainerOverride.builder()
                        .name("b")
                        .memoryReservation(700)
                        .build()))
                .build();
        PlacementRequest request =
                PlacementRequest.builder(TWO).overrides(overrides).build();

        PlacementRequest lower = TaskSizes.CPU.with(TaskSizes.MEMORY.with(request, 300), 1000);
        assertThat(lower.overrides()).isNotNull();
        assertThat(lower.overrides().cpu()).isEqualTo("1000");
        assertThat(lower.overrides().containerOverrides().get(0).memoryReservation())
                .isEqualTo(100);
        assertThat(lower.taskDefinition()).isEqualTo(TWO);
    }

    @Test
    void with_lessThanTheLeast_isRefused() {
        PlacementRequest request = PlacementRequest.builder(TWO).build();

        assertThatThrownBy(() -> TaskSizes.MEMORY.with(request, 3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a task that needs 450 cannot be made to need 3");
    }

    @Test
    void least_nothingNeeded_isNothing() {
        PlacementRequest request = PlacementRequest.builder(
                        task(ContainerDefinition.builder().name("main")))
                .build();

        assertThat(TaskSizes.MEMORY.of(request)).isZero();
        assertThat(TaskSizes.MEMORY.least(request)).isZero();
        assertThat(TaskSizes.CPU.least(request)).isZero();
    }
}
