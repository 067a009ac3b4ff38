package io.stowage.ecs.placement.service;

import static io.stowage.ecs.placement.Clusters.instance;
import static io.stowage.ecs.placement.service.Simulations.HOUR;
import static io.stowage.ecs.placement.service.Simulations.messages;
import static io.stowage.ecs.placement.service.Simulations.on;
import static io.stowage.ecs.placement.service.Simulations.service;
import static io.stowage.ecs.placement.service.Simulations.web;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.stowage.ecs.model.service.DeploymentController;
import io.stowage.ecs.model.service.DeploymentControllerType;
import io.stowage.ecs.model.service.StabilityStatus;
import io.stowage.ecs.model.service.TaskSet;
import io.stowage.ecs.placement.scaling.CapacityLimits;
import io.stowage.ecs.placement.service.ServiceView.TaskView;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Task sets that somebody else's controller creates, scales and deletes. */
class ExternalSimulationTest {
    private static SimulatedService external(int desired) {
        return service(web(desired, null)
                .deploymentController(DeploymentController.builder()
                        .type(DeploymentControllerType.EXTERNAL)
                        .build()));
    }

    private static ServiceSimulator created(int desired) {
        ServiceSimulator simulator = on(instance("i-1"), instance("i-2"));
        simulator.create(external(desired));
        simulator.run(HOUR);
        return simulator;
    }

    private static List<Integer> counts(ServiceSimulator simulator) {
        return simulator.taskSets("web").stream().map(TaskSet::runningCount).toList();
    }

    private static List<String> statuses(ServiceSimulator simulator) {
        return simulator.taskSets("web").stream().map(TaskSet::status).toList();
    }

    @Test
    void service_withoutTaskSet_runsNothing() {
        ServiceSimulator simulator = created(4);

        assertThat(simulator.service("web").liveCount()).isZero();
        assertThat(simulator.service("web").deployments()).isEmpty();
        assertThat(simulator.service("web").isSteady()).isFalse();
        assertThat(simulator.taskSets("web")).isEmpty();
    }

    @Test
    void scale_ofAPart_isRoundedUp() {
        ServiceSimulator simulator = created(4);

        String id = simulator.createTaskSet(external(0), 30);
        assertThat(simulator.taskSets("web").get(0).stabilityStatus()).isEqualTo(StabilityStatus.STABILIZING);
        simulator.run(HOUR);

        TaskSet set = simulator.taskSets("web").get(0);
        assertThat(set.id()).isEqualTo(id);
        assertThat(set.status()).isEqualTo("ACTIVE");
        assertThat(set.computedDesiredCount()).as("1.2 tasks are 2").isEqualTo(2);
        assertThat(set.runningCount()).isEqualTo(2);
        assertThat(set.stabilityStatus()).isEqualTo(StabilityStatus.STEADY_STATE);
        assertThat(messages(simulator, "TASK_SET_STEADY_STATE")).hasSize(1);
        assertThat(simulator.timeline())
                .anySatisfy(event -> assertThat(event.why())
                        .contains("2 of 2 tasks of revision 1 are missing; task set " + id
                                + " has a scale of 30% of 4, rounded up"));
    }

    @Test
    void deployment_byHand_movesFromOneTaskSetToTheOther() {
        ServiceSimulator simulator = created(4);
        String blue = simulator.createTaskSet(external(0), 100);
        simulator.updateServicePrimaryTaskSet("web", blue);
        simulator.run(HOUR);
        String green = simulator.createTaskSet(external(0), 25);
        simulator.run(HOUR);
        assertThat(counts(simulator)).containsExactly(4, 1);
        assertThat(statuses(simulator)).containsExactly("PRIMARY", "ACTIVE");

        simulator.updateTaskSet("web", green, 100);
        simulator.run(HOUR);
        simulator.updateServicePrimaryTaskSet("web", green);
        assertThat(statuses(simulator)).containsExactly("ACTIVE", "PRIMARY");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> simulator.deleteTaskSet("web", blue, false))
                .withMessage(
                        "task set ecs-svc/1 has a computed desired count of 4; a scale of 0 or force was expected");
        simulator.deleteTaskSet("web", blue, true);
        assertThat(statuses(simulator)).containsExactly("DRAINING", "PRIMARY");
        simulator.run(HOUR);

        assertThat(statuses(simulator)).containsExactly("PRIMARY");
        assertThat(simulator.service("web").tasks())
                .extracting(TaskView::revision)
                .containsExactly(2, 2, 2, 2);
        assertThat(simulator.service("web").isSteady()).isTrue();
    }

    @Test
    void desiredCount_thatChanges_changesEveryTaskSet() {
        ServiceSimulator simulator = created(4);
        simulator.createTaskSet(external(0), 50);
        simulator.createTaskSet(external(0), 12.5);
        simulator.run(HOUR);
        assertThat(counts(simulator)).containsExactly(2, 1);

        simulator.setDesiredCount("web", 9);
        simulator.run(HOUR);
        assertThat(counts(simulator)).containsExactly(5, 2);
        simulator.setDesiredCount("web", 1);
        simulator.run(HOUR);
        assertThat(counts(simulator)).containsExactly(1, 1);
    }

    @Test
    void instance_thatDrains_isLeftWithoutAGap() {
        ServiceSimulator simulator = created(4);
        simulator.createTaskSet(external(0), 100);
        simulator.run(HOUR);

        simulator.drain("i-1");
        int fewest = Integer.MAX_VALUE;
        for (int second = 0; second < 600; second++) {
            simulator.run(Duration.ofSeconds(1));
            fewest = Math.min(fewest, simulator.service("web").healthyCount());
        }

        assertThat(fewest).isEqualTo(4);
        assertThat(simulator.service("web").tasks())
                .extracting(TaskView::containerInstance)
                .containsOnly("i-2");
        assertThat(simulator.service("web").isSteady()).isTrue();
    }

    @Test
    void taskThatStops_isReplacedInItsTaskSet() {
        ServiceSimulator simulator = created(2);
        simulator.createTaskSet(external(0), 100);
        simulator.run(HOUR);

        simulator.stopTask(simulator.service("web").tasks().get(0).id());
        simulator.run(HOUR);

        assertThat(counts(simulator)).containsExactly(2);
        assertThat(messages(simulator, "TASK_SET_STEADY_STATE")).hasSize(2);
    }

    @Test
    void autoScaling_whileTaskSetsChange_scalesInToo() {
        ServiceSimulator simulator = created(4);
        String id = simulator.createTaskSet(external(0), 100);
        simulator.run(HOUR);
        simulator.scale(
                "web",
                new ServiceScaling(
                        new CapacityLimits(1, 10),
                        List.of(new ServiceScaling.Tracking(
                                50, (at, view) -> 5.0, Duration.ofMinutes(1), Duration.ofMinutes(1), false)),
                        List.of(),
                        List.of()));
        simulator.run(Duration.ofMinutes(10));
        simulator.updateTaskSet("web", id, 99);
        simulator.run(HOUR);

        assertThat(simulator.service("web").bounds().desiredCount()).isEqualTo(1);
    }

    @Test
    void input_thatCannotBe_isRefused() {
        ServiceSimulator simulator = created(2);
        String id = simulator.createTaskSet(external(0), 0);
        simulator.run(HOUR);
        assertThat(counts(simulator)).containsExactly(0);

        for (double scale : new double[] {-1, 100.1, Double.NaN}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> simulator.updateTaskSet("web", id, scale))
                    .withMessageContaining("0 to 100 percent");
            assertThatIllegalArgumentException().isThrownBy(() -> simulator.createTaskSet(external(0), scale));
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> simulator.deleteTaskSet("web", "ecs-svc/9", true))
                .withMessage("service web has no task set ecs-svc/9; one of [ecs-svc/1] was expected");
        simulator.create(SimulatedService.of(
                web(1, null).serviceName("rolling").build(), external(1).taskDefinition()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> simulator.taskSets("rolling"))
                .withMessageContaining("a service of the controller EXTERNAL was expected");
        simulator.deleteTaskSet("web", id, false);
        simulator.run(HOUR);
        assertThat(simulator.taskSets("web")).isEmpty();
    }
}
