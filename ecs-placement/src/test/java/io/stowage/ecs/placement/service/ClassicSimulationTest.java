package io.stowage.ecs.placement.service;

import static io.stowage.ecs.placement.Clusters.instance;
import static io.stowage.ecs.placement.service.Simulations.HOUR;
import static io.stowage.ecs.placement.service.Simulations.messages;
import static io.stowage.ecs.placement.service.Simulations.on;
import static io.stowage.ecs.placement.service.Simulations.percents;
import static io.stowage.ecs.placement.service.Simulations.web;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.stowage.ecs.model.common.LaunchType;
import io.stowage.ecs.model.service.CreateServiceRequestBuilder;
import io.stowage.ecs.model.service.DeploymentController;
import io.stowage.ecs.model.service.DeploymentControllerType;
import io.stowage.ecs.model.service.LoadBalancer;
import io.stowage.ecs.model.taskdef.PortMapping;
import io.stowage.ecs.placement.Clusters;
import io.stowage.ecs.placement.service.ServiceView.TaskView;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Services behind a Classic Load Balancer. */
class ClassicSimulationTest {
    private static CreateServiceRequestBuilder request(int desired) {
        return web(desired, percents(0, 100))
                .loadBalancers(List.of(LoadBalancer.builder()
                        .loadBalancerName("old")
                        .containerPort(80)
                        .build()));
    }

    private static SimulatedService withPort(CreateServiceRequestBuilder request, int hostPort) {
        return SimulatedService.of(
                request.build(),
                Clusters.task(Clusters.container(256, 256)
                        .portMappings(List.of(PortMapping.builder()
                                .containerPort(80)
                                .hostPort(hostPort)
                                .build()))));
    }

    @Test
    void fixedPort_onTwoInstances_runsOneTaskOnEachAndSaysWhyNotThree() {
        ServiceSimulator simulator = on(instance("i-1"), instance("i-2"));

        simulator.create(withPort(request(3), 80));
        simulator.run(HOUR);

        assertThat(simulator.service("web").tasks())
                .extracting(TaskView::containerInstance)
                .containsExactlyInAnyOrder("i-1", "i-2");
        assertThat(messages(simulator, "SERVICE_TASK_PLACEMENT_FAILURE"))
                .isNotEmpty()
                .allMatch(text -> text.contains("is already using a port required by your task"));
        simulator.register(instance("i-3").build());
        simulator.run(HOUR);
        assertThat(simulator.service("web").tasks())
                .extracting(TaskView::containerInstance)
                .containsExactlyInAnyOrder("i-1", "i-2", "i-3");
    }

    @Test
    void dynamicPort_isRefused() {
        ServiceSimulator simulator = on(instance("i-1"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> simulator.create(withPort(request(1), 0)))
                .withMessageContaining("service web cannot be behind the Classic Load Balancer old: container ")
                .withMessageContaining(" has a dynamic host port for its port 80; a fixed hostPort was expected");
        assertThat(simulator.services()).isEmpty();
    }

    @Test
    void everything_thatStandsAgainstIt_isSaidAtOnce() {
        ServiceSimulator simulator = on(instance("i-1"));
        LoadBalancer modern =
                LoadBalancer.builder().targetGroupArn("tg").containerPort(80).build();
        CreateServiceRequestBuilder request = request(1);
        request.loadBalancers(List.of(request.build().loadBalancers().get(0), modern))
                .launchType(LaunchType.FARGATE)
                .deploymentController(DeploymentController.builder()
                        .type(DeploymentControllerType.EXTERNAL)
                        .build());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> simulator.create(withPort(request, 80)))
                .withMessageContaining("it alone was expected")
                .withMessageContaining("the deployment controller is EXTERNAL; ECS was expected")
                .withMessageContaining("Fargate has no instances to register");
    }
}
