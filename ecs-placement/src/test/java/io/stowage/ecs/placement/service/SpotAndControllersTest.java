package io.stowage.ecs.placement.service;

import static io.stowage.ecs.placement.Clusters.instance;
import static io.stowage.ecs.placement.service.Simulations.HOUR;
import static io.stowage.ecs.placement.service.Simulations.on;
import static io.stowage.ecs.placement.service.Simulations.percents;
import static io.stowage.ecs.placement.service.Simulations.service;
import static io.stowage.ecs.placement.service.Simulations.since;
import static io.stowage.ecs.placement.service.Simulations.web;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.stowage.ecs.model.service.CreateServiceRequest;
import io.stowage.ecs.model.service.DeploymentController;
import io.stowage.ecs.model.service.DeploymentControllerType;
import io.stowage.ecs.model.service.SchedulingStrategy;
import io.stowage.ecs.placement.Clusters;
import io.stowage.ecs.placement.service.ServiceView.TaskView;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Instances that Spot takes back, and services that somebody else deploys. */
class SpotAndControllersTest {
    private static ServiceSimulator two(int minimum, int maximum, int cpuUnits) {
        ServiceSimulator simulator = on(instance("i-1"), instance("i-2"));
        simulator.create(SimulatedService.of(web(2, percents(minimum, maximum)).build(), Clusters.task(cpuUnits, 64)));
        simulator.run(HOUR);
        return simulator;
    }

    private static int fewestHealthy(ServiceSimulator simulator, Duration time) {
        int fewest = Integer.MAX_VALUE;
        for (long second = 0; second < time.toSeconds(); second++) {
            simulator.run(Duration.ofSeconds(1));
            fewest = Math.min(fewest, simulator.service("web").healthyCount());
        }
        return fewest;
    }

    @Test
    void spot_instanceThatDrainsWithRoomElsewhere_losesNoTask() {
        ServiceSimulator simulator = two(100, 200, 1024);

        simulator.interruptSpot("i-1", true);

        assertThat(fewestHealthy(simulator, Duration.ofMinutes(5))).isEqualTo(2);
        assertThat(simulator.cluster().instances()).hasSize(1);
        assertThat(simulator.service("web").tasks())
                .extracting(TaskView::containerInstance)
                .containsExactly("i-2", "i-2");
    }

    @Test
    void spot_instanceThatDoesNotDrain_losesItsTaskAfterTwoMinutes() {
        ServiceSimulator simulator = two(100, 200, 1024);
        Instant start = simulator.now();

        simulator.interruptSpot("i-1", false);

        assertThat(fewestHealthy(simulator, Duration.ofMinutes(5))).isEqualTo(1);
        assertThat(since(simulator, start))
                .startsWith("120 INSTANCE_LOST")
                .noneMatch(event -> event.contains("DRAINING"));
        assertThat(simulator.service("web").isSteady()).isTrue();
    }

    /** "With minimum 100 a Spot instance dies before the task is replaced", where there is no room to replace it. */
    @Test
    void spot_minimumHundredWithoutRoom_losesTheTaskAlthoughItDrains() {
        ServiceSimulator simulator = two(100, 200, 4096);
        Instant start = simulator.now();

        simulator.interruptSpot("i-1", true);
        simulator.run(Duration.ofSeconds(119));
        assertThat(simulator.service("web").healthyCount()).isEqualTo(2);
        simulator.run(Duration.ofSeconds(2));

        assertThat(simulator.service("web").healthyCount()).isEqualTo(1);
        assertThat(since(simulator, start)).contains("0 INSTANCE_DRAINING", "120 INSTANCE_LOST");
    }

    @Test
    void spot_unknownInstance_isRefused() {
        ServiceSimulator simulator = on(instance("i-1"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> simulator.interruptSpot("i-9", true))
                .withMessageContaining("i-9");
    }

    private static DeploymentController controller(String type) {
        return DeploymentController.builder()
                .type(new DeploymentControllerType(type))
                .build();
    }

    @ParameterizedTest
    @ValueSource(strings = {"CODE_DEPLOY", "EXTERNAL"})
    void controller_ofSomebodyElse_isNotDeployedByUpdateService(String type) {
        ServiceSimulator simulator = on(instance("i-1"));
        SimulatedService service = service(web(2, null).deploymentController(controller(type)));
        simulator.create(service);
        simulator.run(HOUR);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> simulator.deploy(service))
                .withMessage("service web has the deployment controller " + type
                        + ", so UpdateService cannot deploy it; a service of the controller ECS was expected");
        simulator.setDesiredCount("web", 3);
        simulator.run(HOUR);
        boolean hasTaskSet = type.equals("CODE_DEPLOY");
        assertThat(simulator.service("web").runningCount())
                .as("an external controller has to create a task set first")
                .isEqualTo(hasTaskSet ? 3 : 0);
        assertThat(simulator.service("web").deployments()).hasSize(hasTaskSet ? 1 : 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"CODE_DEPLOY", "EXTERNAL"})
    void controller_ofADaemon_isRefused(String type) {
        SimulatedService daemon = SimulatedService.of(
                CreateServiceRequest.builder()
                        .serviceName("agent")
                        .schedulingStrategy(SchedulingStrategy.DAEMON)
                        .deploymentController(controller(type))
                        .build(),
                Clusters.task(64, 64));
        ServiceSimulator simulator = on(instance("i-1"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> simulator.create(daemon))
                .withMessageContaining(type);
        assertThat(simulator.services()).isEqualTo(List.of());
    }
}
